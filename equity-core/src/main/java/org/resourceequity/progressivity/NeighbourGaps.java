package org.resourceequity.progressivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/**
 * Gaps between neighbours. Which units are neighbours is no number per unit, so it comes as a list
 * beside the sample; {@link NeighbourMetrics} makes metrics of it. EdBuild (2016), Fault Lines.
 *
 * @param gaps the borders, the widest gap first
 * @param shareOfBorders share of the borders with a gap beyond the limit
 * @param shareOfStudents share of the weight in units that have such a border
 */
public record NeighbourGaps(List<Gap> gaps, double shareOfBorders, double shareOfStudents) {

  static final String REFERENCE = "EdBuild (2016), Fault Lines";

  /**
   * Two units that are neighbours.
   *
   * @param one key of a unit
   * @param other key of the other
   */
  public record Border(String one, String other) {}

  /**
   * The gap at a border.
   *
   * @param border the border
   * @param difference the value of the first unit minus that of the second
   * @param relative the difference over the smaller value, if that is positive
   */
  public record Gap(Border border, double difference, Optional<Double> relative) {}

  /** Copies the list. */
  public NeighbourGaps {
    gaps = List.copyOf(gaps);
  }

  /** Returns the widest gap. */
  public Gap widest() {
    return gaps.get(0);
  }

  /**
   * Returns the gaps at borders between units that have a weight. Undefined (APPLICABLE) if there
   * is no such border. O(b log b) for b borders.
   *
   * @param values what the units have, and their students
   * @param borders each border once, in any direction; a unit that is not in the sample has no gap
   * @param limit the relative gap from which on a border counts, such as 0.1; a gap to a unit with
   *     nothing is beyond every limit
   */
  public static Outcome<NeighbourGaps> of(Distribution values, List<Border> borders, double limit) {
    Checks.within(limit, 0, Double.MAX_VALUE, "limit");
    Map<String, Integer> place = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.counts(i)) {
        place.put(values.units().key(i), i);
      }
    }
    List<Gap> gaps = new ArrayList<>();
    Set<Integer> units = new HashSet<>();
    int beyond = 0;
    for (Border border : borders) {
      Integer one = place.get(border.one());
      Integer other = place.get(border.other());
      if (one == null || other == null) {
        continue;
      }
      Gap gap = gap(border, values.value(one), values.value(other));
      gaps.add(gap);
      if (isBeyond(gap, limit)) {
        beyond++;
        units.add(one);
        units.add(other);
      }
    }
    if (gaps.isEmpty()) {
      return Outcome.undefined(Condition.APPLICABLE, "no two units of the sample are neighbours");
    }
    gaps.sort(
        Comparator.<Gap>comparingDouble(gap -> -Math.abs(gap.difference()))
            .thenComparing(gap -> gap.border().one())
            .thenComparing(gap -> gap.border().other()));
    ExactSum students = new ExactSum();
    units.forEach(unit -> students.add(values.weight(unit)));
    return Outcome.of(
        new NeighbourGaps(
            gaps, (double) beyond / gaps.size(), students.value() / values.totalWeight()));
  }

  private static Gap gap(Border border, double one, double other) {
    double difference = one - other;
    double smaller = Math.min(one, other);
    return new Gap(
        border,
        difference,
        smaller > 0 && Double.isFinite(difference / smaller)
            ? Optional.of(difference / smaller)
            : Optional.empty());
  }

  private static boolean isBeyond(Gap gap, double limit) {
    return gap.relative().map(relative -> Math.abs(relative) > limit).orElse(gap.difference() != 0);
  }
}
