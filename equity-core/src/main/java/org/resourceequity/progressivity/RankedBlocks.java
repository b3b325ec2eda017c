package org.resourceequity.progressivity;

import java.util.Arrays;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.Sorting;
import org.resourceequity.sample.PairedSample;

/**
 * Units in ascending order of a ranking variable, equal ones pooled into one block: cumulative
 * weight, and cumulative amount of a quantity, through each block. Units without weight are in no
 * block of their own. O(n log n).
 */
final class RankedBlocks {

  private final int[] blockOfUnit;
  private double[] weight;
  private double[] held;
  private int blocks;

  private RankedBlocks(int units) {
    blockOfUnit = new int[units];
    weight = new double[units];
    held = new double[units];
  }

  /** Returns the blocks of units by need; what is held is the value. */
  static RankedBlocks byNeed(PairedSample sample) {
    return of(sample.needs(), sample.values(), sample.weights());
  }

  static RankedBlocks of(double[] rankedBy, double[] quantity, double[] weights) {
    RankedBlocks ranked = new RankedBlocks(weights.length);
    int[] order = Sorting.order(rankedBy);
    ExactSum weight = new ExactSum();
    ExactSum held = new ExactSum();
    boolean any = false;
    for (int at = 0; at < order.length; at++) {
      int unit = order[at];
      weight.add(weights[unit]);
      held.addProduct(weights[unit], quantity[unit]);
      any |= weights[unit] > 0;
      ranked.blockOfUnit[unit] = ranked.blocks;
      boolean last = at + 1 == order.length || rankedBy[order[at + 1]] != rankedBy[unit];
      if (last && any) {
        ranked.weight[ranked.blocks] = weight.value();
        ranked.held[ranked.blocks] = held.value();
        ranked.blocks++;
        any = false;
      }
    }
    ranked.weight = Arrays.copyOf(ranked.weight, ranked.blocks);
    ranked.held = Arrays.copyOf(ranked.held, ranked.blocks);
    return ranked;
  }

  /** Returns the number of blocks. */
  int size() {
    return blocks;
  }

  /** Returns the weight of all blocks. */
  double totalWeight() {
    return weight[blocks - 1];
  }

  /** Returns what all blocks hold. */
  double totalHeld() {
    return held[blocks - 1];
  }

  /** Returns the weight up to and with a block; 0 before the first. */
  double weightThrough(int block) {
    return block < 0 ? 0 : weight[block];
  }

  /** Returns what is held up to and with a block; 0 before the first. */
  double heldThrough(int block) {
    return block < 0 ? 0 : held[block];
  }

  /** Returns the block of a unit; a unit without weight may get a number past the last. */
  int blockOf(int unit) {
    return Math.min(blockOfUnit[unit], blocks - 1);
  }
}
