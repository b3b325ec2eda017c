package org.resourceequity.io;

import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolYear;

/** The rows of a table about units of one level in one year, in blocks by their codes. */
final class UnitRows {

  /** What a row says that was noticed: it must not be noticed in each part. */
  static final long NOTICED = -1;

  private final Level level;
  private final @Nullable SchoolYear year;

  /** Where a unit has its first row. */
  private final FileReading.Lines lines = new FileReading.Lines();

  /** A number that tells what that row says of the unit besides numbers. */
  private final FileReading.Lines sayings = new FileReading.Lines();

  // A map of long keys: no object per look-up.
  private long[] codes = new long[64];
  private @Nullable RowBlock[] blocks = new RowBlock[codes.length];
  private int size;

  UnitRows(Level level, @Nullable SchoolYear year) {
    this.level = level;
    this.year = year;
  }

  Level level() {
    return level;
  }

  @Nullable SchoolYear year() {
    return year;
  }

  boolean isOf(Level of, @Nullable SchoolYear in) {
    return level == of && Objects.equals(year, in);
  }

  FileReading.Lines lines() {
    return lines;
  }

  FileReading.Lines sayings() {
    return sayings;
  }

  /** Returns the block of a combination of codes, made when it is first asked for. */
  RowBlock block(long combination, LongFunction<RowBlock> maker) {
    int slot = slot(combination);
    RowBlock block = blocks[slot];
    if (block == null) {
      block = maker.apply(combination);
      codes[slot] = combination;
      blocks[slot] = block;
      if (2 * ++size > blocks.length) {
        grow();
      }
    }
    return block;
  }

  private int slot(long combination) {
    int slot = Long.hashCode(combination * 0x9E3779B97F4A7C15L) & (codes.length - 1);
    while (blocks[slot] != null && codes[slot] != combination) {
      slot = (slot + 1) & (codes.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldCodes = codes;
    @Nullable RowBlock[] oldBlocks = blocks;
    codes = new long[2 * oldCodes.length];
    blocks = new RowBlock[codes.length];
    for (int i = 0; i < oldBlocks.length; i++) {
      if (oldBlocks[i] != null) {
        int slot = slot(oldCodes[i]);
        codes[slot] = oldCodes[i];
        blocks[slot] = oldBlocks[i];
      }
    }
  }

  /**
   * Adds the rows of a part of the table, whose unit i is {@code place[i]} here and which begins
   * below so many lines; false if a unit has two rows of the same codes, or rows that say different
   * things of it.
   */
  boolean merge(UnitRows part, int[] place, long linesBefore, LongFunction<RowBlock> maker) {
    for (int i = 0; i < place.length; i++) {
      if (part.lines.of(i) == 0) {
        continue;
      }
      long line = part.lines.of(i) + linesBefore;
      long here = lines.of(place[i]);
      long saying = part.sayings.of(i);
      if (here != 0 && (saying == NOTICED || saying != sayings.of(place[i]))) {
        return false;
      }
      lines.set(place[i], here == 0 ? line : Math.min(here, line));
      sayings.set(place[i], saying);
    }
    for (int i = 0; i < part.blocks.length; i++) {
      RowBlock block = part.blocks[i];
      if (block != null
          && block != RowBlock.NOTHING
          && !block(part.codes[i], maker).merge(block, place)) {
        return false;
      }
    }
    return true;
  }
}
