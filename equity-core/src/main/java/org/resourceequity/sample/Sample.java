package org.resourceequity.sample;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.Parallel;

/**
 * What a metric measures: numbers per unit, immutable, without any knowledge of schools.
 *
 * @param <S> the kind of sample
 */
public abstract sealed class Sample<S extends Sample<S>> implements Serializable
    permits Distribution, GroupedValues, CrossTab, PairedSample, RiskCounts {

  private static final long serialVersionUID = 1L;

  /** How long a unit in a part takes at least, in the steps of {@link Parallel}. */
  private static final long STEPS_OF_A_UNIT = 16;

  private final Units units;

  /** What was worked out from this sample, the latest first. */
  private transient volatile @Nullable Kept kept;

  private record Kept(Derived<?, ?> what, Object value, @Nullable Kept before) {}

  Sample(Units units) {
    this.units = units;
  }

  /** Returns the units. */
  public final Units units() {
    return units;
  }

  /** Returns the number of units. */
  public final int size() {
    return units.size();
  }

  /**
   * Returns the sample of the units of both.
   *
   * @throws IllegalArgumentException if a unit occurs in both, or the samples are of different form
   */
  public abstract S append(S other);

  /**
   * Returns the chosen units in the given order.
   *
   * @param chosen positions of units, none twice; {@link #draw} draws with replacement
   */
  public abstract S select(int... chosen);

  /**
   * Returns the parts of the sample, in the order of the partition. {@link Units#by} divides the
   * units by their parents, and {@code Measure.measureEach} measures all parts.
   *
   * @param partition of the units of this sample
   */
  public final List<S> parts(Partition partition) {
    return eachPart(partition, part -> part);
  }

  /**
   * Returns what a function gives for each part, in the order of the partition: some measures of
   * every district. In parallel in the common pool; what comes out does not depend on the number of
   * threads. A part is not kept when the function is done with it, so this takes less time and
   * memory than {@link #parts}.
   *
   * @param partition of the units of this sample
   */
  @SuppressWarnings("unchecked") // Nothing but results was put into the array.
  public final <R> List<R> eachPart(
      Partition partition, Function<? super S, ? extends R> function) {
    Checks.sameLength(partition.size(), size(), "partition");
    int[][] chosen = partition.units();
    Object[] results = new Object[chosen.length];
    Parallel.each(
        chosen.length,
        size() * STEPS_OF_A_UNIT,
        p -> results[p] = function.apply(select(chosen[p])));
    return (List<R>) List.of(results);
  }

  /** Returns the same sample with units that have parents; keys and their order stay. */
  public abstract S withUnits(Units units);

  /** Returns the same sample without one unit. */
  public final S without(int unit) {
    int[] rest = new int[size() - 1];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = i < unit ? i : i + 1;
    }
    return select(rest);
  }

  /**
   * Returns units drawn with replacement; a unit drawn twice stands for two units with keys of
   * their own.
   *
   * @param drawn positions of units
   */
  public final S draw(int... drawn) {
    return select(drawn).withUnits(units.drawn(drawn, drawn, null));
  }

  /**
   * Returns whole clusters drawn with replacement; a cluster drawn twice stands for two clusters.
   *
   * @param level level of the clusters, such as "district"
   * @param drawn positions of clusters in {@code units().by(level)}
   */
  public final S drawClusters(String level, int... drawn) {
    return drawClusters(level, units.by(level).units(), drawn);
  }

  /**
   * Returns clusters drawn as by {@link #drawClusters(String, int...)}, for many draws from one
   * partition.
   *
   * @param clusters {@code units().by(level).units()}
   */
  public final S drawClusters(String level, int[][] clusters, int... drawn) {
    int size = 0;
    for (int cluster : drawn) {
      size += clusters[cluster].length;
    }
    int[] chosen = new int[size];
    int[] draw = new int[size];
    int at = 0;
    for (int d = 0; d < drawn.length; d++) {
      for (int unit : clusters[drawn[d]]) {
        chosen[at] = unit;
        draw[at++] = d;
      }
    }
    return select(chosen).withUnits(units.drawn(chosen, draw, level));
  }

  /** Returns whether a unit counts: it has a positive weight, or members. */
  public abstract boolean counts(int unit);

  /** Returns the number of units that count. */
  final int counted() {
    int counted = 0;
    for (int i = 0; i < size(); i++) {
      if (counts(i)) {
        counted++;
      }
    }
    return counted;
  }

  /** Returns what is wrong in view of a condition, null if nothing is. */
  abstract @Nullable String unmet(Condition condition);

  /** Returns what is kept with this sample, null if it was not worked out so far. */
  final @Nullable Object kept(Derived<?, ?> what) {
    for (Kept known = kept; known != null; known = known.before) {
      if (known.what == what) {
        return known.value;
      }
    }
    return null;
  }

  /** Keeps what was worked out. If two threads do so at once, one of them may do so in vain. */
  final void keep(Derived<?, ?> what, Object value) {
    kept = new Kept(what, value, kept);
  }

  static Units checked(Units units, int size) {
    Checks.sameLength(units.size(), size, "units");
    return units;
  }

  static boolean sameColumns(Map<String, double[]> a, Map<String, double[]> b) {
    return List.copyOf(a.keySet()).equals(List.copyOf(b.keySet()))
        && a.keySet().stream().allMatch(name -> Arrays.equals(a.get(name), b.get(name)));
  }

  static double[] pick(double[] values, int[] chosen) {
    double[] some = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      some[i] = values[chosen[i]];
    }
    return some;
  }

  static double[] concat(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
