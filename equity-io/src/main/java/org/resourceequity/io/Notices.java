package org.resourceequity.io;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects notices. Every notice is counted by its code, but only the first 50 of a code, by file
 * and line, are kept as examples, so that a broken file cannot fill the memory. Threads may share
 * one collection; what it holds in the end does not depend on their order.
 */
public final class Notices implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int EXAMPLES_PER_CODE = 50;

  private static final Comparator<Notice> BY_PLACE =
      comparing(Notice::file)
          .thenComparing(Notice::sheet, nullsFirst(naturalOrder()))
          .thenComparingLong(Notice::line)
          .thenComparing(Notice::column, nullsFirst(naturalOrder()))
          .thenComparing(Notice::message)
          .thenComparing(Notice::value, nullsFirst(naturalOrder()))
          .thenComparing(Notice::expected, nullsFirst(naturalOrder()))
          .thenComparing(Notice::severity);

  /** The order by place, as a class that can be serialized. */
  private static final class Order implements Comparator<Notice>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(Notice a, Notice b) {
      return BY_PLACE.compare(a, b);
    }
  }

  private final TreeMap<String, Kind> kinds = new TreeMap<>();

  /** Makes an empty collection. */
  public Notices() {}

  /** Counts {@code notice} and keeps it if there is room for an example. */
  public synchronized void add(Notice notice) {
    kinds.computeIfAbsent(notice.code(), code -> new Kind()).add(notice);
  }

  /** Adds everything that {@code others} holds and has counted. */
  public void addAll(Notices others) {
    Map<String, Kind> copy = others.copy();
    synchronized (this) {
      copy.forEach((code, kind) -> kinds.computeIfAbsent(code, c -> new Kind()).addAll(kind));
    }
  }

  /** Returns the same notices about a text that begins below so many lines of its file. */
  public Notices below(long lines) {
    Notices moved = new Notices();
    copy().forEach((code, kind) -> moved.kinds.put(code, kind.below(lines)));
    return moved;
  }

  /** Returns the kept notices by code, then by file and line. */
  public synchronized List<Notice> examples() {
    List<Notice> examples = new ArrayList<>();
    kinds.values().forEach(kind -> examples.addAll(kind.examples));
    return Collections.unmodifiableList(examples);
  }

  /** Returns how many notices there were of each code, in the order of the codes. */
  public synchronized Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    kinds.forEach((code, kind) -> counts.put(code, kind.count));
    return Collections.unmodifiableMap(counts);
  }

  /** Returns how many notices of {@code code} there were. */
  public synchronized long count(String code) {
    Kind kind = kinds.get(code);
    return kind == null ? 0 : kind.count;
  }

  /** Tells whether any notice is an error. */
  public synchronized boolean hasErrors() {
    return kinds.values().stream().anyMatch(kind -> kind.severity == Notice.Severity.ERROR);
  }

  /**
   * Returns the highest severity seen for {@code code}.
   *
   * @throws IllegalArgumentException if there is no such notice
   */
  public synchronized Notice.Severity severity(String code) {
    Kind kind = kinds.get(code);
    if (kind == null) {
      throw new IllegalArgumentException(
          "no notice has the code \"" + code + "\"; there are " + kinds.keySet());
    }
    return kind.severity;
  }

  /** Returns one line per code, the worst first: severity, count and the first example. */
  @Override
  public synchronized String toString() {
    if (kinds.isEmpty()) {
      return "no notices";
    }
    List<String> lines = new ArrayList<>();
    kinds.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(comparing((Kind kind) -> kind.severity).reversed()))
        .forEach(
            entry -> {
              Kind kind = entry.getValue();
              lines.add(
                  kind.severity
                      + " "
                      + entry.getKey()
                      + ", "
                      + kind.count
                      + (kind.count == 1 ? ": " : " times, first: ")
                      + kind.examples.first());
            });
    return String.join("\n", lines);
  }

  private synchronized Map<String, Kind> copy() {
    Map<String, Kind> copy = new TreeMap<>();
    kinds.forEach(
        (code, kind) -> {
          Kind same = new Kind();
          same.addAll(kind);
          copy.put(code, same);
        });
    return copy;
  }

  private static final class Kind implements Serializable {
    private static final long serialVersionUID = 1L;

    private long count;
    private Notice.Severity severity = Notice.Severity.INFO;
    private final TreeSet<Notice> examples = new TreeSet<>(new Order());

    private Kind below(long lines) {
      Kind moved = new Kind();
      moved.count = count;
      moved.severity = severity;
      examples.forEach(notice -> moved.examples.add(notice.below(lines)));
      return moved;
    }

    private void add(Notice notice) {
      count++;
      raise(notice.severity());
      keep(notice);
    }

    private void addAll(Kind other) {
      count += other.count;
      raise(other.severity);
      other.examples.forEach(this::keep);
    }

    private void raise(Notice.Severity other) {
      severity = severity.compareTo(other) >= 0 ? severity : other;
    }

    private void keep(Notice notice) {
      examples.add(notice);
      if (examples.size() > EXAMPLES_PER_CODE) {
        examples.pollLast();
      }
    }
  }
}
