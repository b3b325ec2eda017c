package org.resourceequity.io;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.resourceequity.io.table.Progress;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Category;
import org.resourceequity.model.ColumnKey;

/**
 * How files are read.
 *
 * <pre>{@code
 * EquityFiles.read(ReadOptions.DEFAULT.dividedBy(Attribute.RACE), membership)
 * }</pre>
 */
public final class ReadOptions {

  /** Reads everything that any registered format knows, on all processors, with checksums. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(
          List.of(), Set.of(), Runtime.getRuntime().availableProcessors(), true, Progress.NONE);

  private final List<FileFormat> formats;
  private final Set<Set<Attribute>> divisions;
  private final int threads;
  private final boolean checksums;
  private final Progress progress;

  private ReadOptions(
      List<FileFormat> formats,
      Set<Set<Attribute>> divisions,
      int threads,
      boolean checksums,
      Progress progress) {
    this.formats = List.copyOf(formats);
    this.divisions = Set.copyOf(divisions);
    this.threads = threads;
    this.checksums = checksums;
    this.progress = progress;
  }

  /** Reads with these formats only, which need not be registered. */
  public ReadOptions as(FileFormat... only) {
    return new ReadOptions(List.of(only), divisions, threads, checksums, progress);
  }

  /**
   * Keeps only numbers that are divided by exactly these attributes, besides those that are so kept
   * already; no attribute is totals. Rows of other numbers cost next to nothing, and no memory:
   *
   * <pre>{@code
   * options.dividedBy().dividedBy(RACE).dividedBy(RACE, GRADE)
   * }</pre>
   */
  public ReadOptions dividedBy(Attribute... attributes) {
    Set<Set<Attribute>> all = new HashSet<>(divisions);
    all.add(Set.of(attributes));
    return new ReadOptions(formats, all, threads, checksums, progress);
  }

  /**
   * Reads each file on so many threads at most. What is read does not depend on it.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ReadOptions onThreads(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("threads are " + most + ", expected 1 or more");
    }
    return new ReadOptions(formats, divisions, most, checksums, progress);
  }

  /** Leaves out the checksums of the files, for which each file is read once more. */
  public ReadOptions withoutChecksums() {
    return new ReadOptions(formats, divisions, threads, false, progress);
  }

  /** Tells about the progress; any of the threads that read may do so, one at a time. */
  public ReadOptions reporting(Progress to) {
    return new ReadOptions(formats, divisions, threads, checksums, to);
  }

  List<FileFormat> formats() {
    return formats.isEmpty() ? Formats.all() : formats;
  }

  int threads() {
    return threads;
  }

  boolean checksums() {
    return checksums;
  }

  Progress progress() {
    return progress;
  }

  /** Tells whether any numbers are read that are divided by these attributes, or by more. */
  boolean wants(Collection<Attribute> by) {
    return divisions.isEmpty() || divisions.stream().anyMatch(each -> each.containsAll(by));
  }

  boolean wants(ColumnKey key) {
    if (divisions.isEmpty()) {
      return true;
    }
    Set<Attribute> by = new HashSet<>();
    for (Category category : key.group().is()) {
      by.add(category.by());
    }
    return divisions.contains(by);
  }
}
