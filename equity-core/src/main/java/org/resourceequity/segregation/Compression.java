package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.resourceequity.internal.Sorting;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Partition;

/**
 * Merges units whose mix of groups is nearly the same, so that pictures and tables of a nation's
 * segregation stay small: again and again the two units whose merging costs the least of M, as long
 * as a share of M is kept.
 *
 * <p>Merging units u and v takes \( \sum_g x_{ug}\ln\frac{x_{ug}/t_u}{s_g/t} +
 * x_{vg}\ln\frac{x_{vg}/t_v}{s_g/t} \) of \( T M \), where s and t are their counts and total
 * together. Units are compared with those whose local scores are next to theirs, of two groups all
 * that can be best; so U units of G groups take O(U log U + U G) and not O(U²). The result does not
 * depend on the order of the units.
 *
 * <p>What the function {@code compress} of the R package segregation (B. Elbers) does; here the
 * candidates are neighbours by local score throughout, so that no pair of units far apart is tried.
 */
public final class Compression {

  /** How many units on each side a unit is compared with. */
  private static final int NEIGHBOURS = 16;

  /** A loss below this share of the total is rounding. */
  private static final double ROUNDING = 1e-14;

  /**
   * A step: the second unit joins the first.
   *
   * @param kept the share of M that is left after it, from 0 to 1
   */
  public record Merge(String first, String second, double kept) {}

  /**
   * A cluster with the neighbour on its right that it loses the least with, unless either has
   * changed since or a better one was found.
   */
  private record Candidate(double loss, int left, int right, int leftTurn, int rightTurn) {}

  private static final Comparator<Candidate> CHEAPEST =
      Comparator.comparingDouble(Candidate::loss)
          .thenComparingInt(Candidate::left)
          .thenComparingInt(Candidate::right);

  private final Partition partition;
  private final CrossTab table;
  private final List<Merge> merges;

  private Compression(CrossTab whole, Partition partition, List<Merge> merges) {
    this.partition = partition;
    this.table = whole.pool(partition);
    this.merges = List.copyOf(merges);
  }

  /**
   * Merges units as long as this share of M is kept.
   *
   * @param kept from 0, which leaves one unit, to 1, which merges units of equal mixes only
   * @throws IllegalArgumentException if {@code kept} is no share
   */
  public static Compression of(CrossTab table, double kept) {
    if (!(kept >= 0 && kept <= 1)) {
      throw new IllegalArgumentException("the share of M to keep is " + kept + ", expected 0 to 1");
    }
    return new Merging(table).until(kept);
  }

  /** Returns the units' clusters, each called by the first name in it. */
  public Partition partition() {
    return partition;
  }

  /** Returns the table of the clusters. */
  public CrossTab table() {
    return table;
  }

  /** Returns the steps in their order. */
  public List<Merge> merges() {
    return merges;
  }

  /** Returns the share of M that is kept; 1 if there is no segregation. */
  public double kept() {
    return merges.isEmpty() ? 1 : merges.get(merges.size() - 1).kept();
  }

  /** The clusters while they are merged, in the order of the units' local scores. */
  private static final class Merging {
    private final CrossTab whole;
    private final List<String> names;
    private final int groups;
    private final int[] order;
    private final double[][] counts;
    private final double[] totals;
    private final int[] previous;
    private final int[] next;
    private final int[] turn;
    private final int[] leader;
    private final double[] best;
    private final PriorityQueue<Candidate> candidates = new PriorityQueue<>(CHEAPEST);

    private Merging(CrossTab whole) {
      this.whole = whole;
      names = whole.units().keys();
      groups = whole.groups().size();
      int n = names.size();
      double[] shares = new double[groups];
      for (int g = 0; g < groups; g++) {
        shares[g] = whole.total() > 0 ? whole.groupTotal(g) / whole.total() : 0;
      }
      double[] scores = new double[n];
      for (int u = 0; u < n; u++) {
        scores[u] = score(u, shares);
      }
      order = Sorting.order(scores, names);
      counts = new double[n][groups];
      totals = new double[n];
      previous = new int[n];
      next = new int[n];
      turn = new int[n];
      leader = new int[n];
      best = new double[n];
      for (int i = 0; i < n; i++) {
        for (int g = 0; g < groups; g++) {
          counts[i][g] = whole.count(g, order[i]);
        }
        totals[i] = whole.unitTotal(order[i]);
        previous[i] = i - 1;
        next[i] = i + 1 < n ? i + 1 : -1;
        leader[i] = i;
      }
      for (int i = 0; i < n; i++) {
        compareWithNext(i);
      }
    }

    /** Units on two sides of the whole have scores of two signs. */
    private double score(int unit, double[] shares) {
      double score = 0;
      for (int g = 0; g < groups; g++) {
        double share = whole.count(g, unit) / whole.unitTotal(unit);
        score += share > 0 ? share * Math.log(share / shares[g]) : 0;
      }
      boolean below = whole.count(0, unit) < shares[0] * whole.unitTotal(unit);
      return below ? -score : score;
    }

    private void compareWithNext(int left) {
      best[left] = Double.MAX_VALUE;
      int partner = -1;
      int right = next[left];
      for (int k = 0; k < NEIGHBOURS && right >= 0; k++) {
        double loss = loss(left, right);
        if (loss < best[left]) {
          best[left] = loss;
          partner = right;
        }
        right = next[right];
      }
      if (partner >= 0) {
        add(left, partner);
      }
    }

    private void compare(int left, int right) {
      double loss = loss(left, right);
      if (loss < best[left]) {
        best[left] = loss;
        add(left, right);
      }
    }

    private void add(int left, int right) {
      candidates.add(new Candidate(best[left], left, right, turn[left], turn[right]));
    }

    private double loss(int a, int b) {
      double loss = 0;
      double total = totals[a] + totals[b];
      for (int g = 0; g < groups; g++) {
        double share = (counts[a][g] + counts[b][g]) / total;
        loss += part(counts[a][g], totals[a], share) + part(counts[b][g], totals[b], share);
      }
      return Math.max(0, loss);
    }

    private static double part(double count, double total, double share) {
      return count > 0 ? count * Math.log(count / total / share) : 0;
    }

    private Compression until(double kept) {
      double all = 0;
      double total = whole.total();
      for (int i = 0; i < order.length; i++) {
        for (int g = 0; g < groups; g++) {
          all += part(counts[i][g], totals[i], whole.groupTotal(g) / total);
        }
      }
      double most = (1 - kept) * all + ROUNDING * total;
      double lost = 0;
      List<Merge> merges = new ArrayList<>();
      for (Candidate pair = candidates.poll(); pair != null; pair = candidates.poll()) {
        if (pair.leftTurn != turn[pair.left] || pair.loss != best[pair.left]) {
          continue;
        }
        if (pair.rightTurn != turn[pair.right]) {
          compareWithNext(pair.left);
          continue;
        }
        if (lost + pair.loss > most) {
          break;
        }
        lost += pair.loss;
        merges.add(
            new Merge(
                name(pair.left),
                name(pair.right),
                all > 0 ? Math.max(0, Math.min(1, 1 - lost / all)) : 1));
        merge(pair.left, pair.right);
      }
      return new Compression(whole, partition(), merges);
    }

    private String name(int place) {
      return names.get(order[place]);
    }

    private void merge(int left, int right) {
      for (int g = 0; g < groups; g++) {
        counts[left][g] += counts[right][g];
      }
      totals[left] += totals[right];
      leader[right] = left;
      turn[left]++;
      turn[right]++;
      int before = previous[right];
      int after = next[right];
      next[before] = after;
      if (after >= 0) {
        previous[after] = before;
        if (before != left) {
          compare(before, after);
        }
      }
      compareWithNext(left);
      int other = previous[left];
      for (int k = 0; k < NEIGHBOURS && other >= 0; k++) {
        compare(other, left);
        other = previous[other];
      }
    }

    private Partition partition() {
      int n = order.length;
      String[] first = new String[n];
      int[] cluster = new int[n];
      for (int i = 0; i < n; i++) {
        // A cluster is led by an earlier place, which has its cluster already.
        cluster[i] = leader[i] == i ? i : cluster[leader[i]];
        String known = first[cluster[i]];
        first[cluster[i]] = known == null || name(i).compareTo(known) < 0 ? name(i) : known;
      }
      String[] labels = new String[n];
      for (int i = 0; i < n; i++) {
        labels[order[i]] = first[cluster[i]];
      }
      return Partition.of(Collections.unmodifiableList(Arrays.asList(labels)));
    }
  }
}
