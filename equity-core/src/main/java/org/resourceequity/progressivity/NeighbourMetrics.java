package org.resourceequity.progressivity;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.progressivity.NeighbourGaps.Border;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/**
 * {@link NeighbourGaps} as metrics, for a list of borders. The borders are no part of an id, so
 * these are made here and not found in the catalog.
 *
 * <ul>
 *   <li>{@link #widest}: the widest gap
 *   <li>{@link #borders}: the share of the borders with a gap beyond a limit
 *   <li>{@link #students}: the share of the students on them
 * </ul>
 */
public final class NeighbourMetrics {

  private NeighbourMetrics() {}

  /** Returns the widest difference at a border. */
  public static Metric<Distribution> widest(List<Border> borders) {
    return new OfBorders(
        info("widest-neighbour-gap", "Widest gap between neighbours")
            .range(0, Double.MAX_VALUE)
            .unit("unit of the value")
            .formula("\\max_{i\\sim j} |x_i-x_j|")
            .reading("Somewhere, neighbours are {value} apart.")
            .reference(NeighbourGaps.REFERENCE),
        borders,
        0,
        gaps -> Math.abs(gaps.widest().difference()));
  }

  /**
   * Returns the share of the borders with a relative gap beyond a limit.
   *
   * @param limit such as 0.1
   */
  public static Metric<Distribution> borders(List<Border> borders, double limit) {
    return new OfBorders(
        info("neighbour-gaps:" + MetricId.write(limit), "Share of borders with a gap")
            .range(0, 1)
            .formula("\\#\\{i\\sim j: |x_i-x_j|/\\min(x_i,x_j) > \\delta\\} / \\#\\{i\\sim j\\}")
            .reading("At a share of {value} of the borders, neighbours are far apart.")
            .reference(NeighbourGaps.REFERENCE),
        borders,
        limit,
        NeighbourGaps::shareOfBorders);
  }

  /**
   * Returns the share of the students in units with such a border.
   *
   * @param limit such as 0.1
   */
  public static Metric<Distribution> students(List<Border> borders, double limit) {
    return new OfBorders(
        info("students-at-neighbour-gaps:" + MetricId.write(limit), "Students at a gap")
            .range(0, 1)
            .formula("\\sum_{i: \\exists j\\sim i, |x_i-x_j|/\\min(x_i,x_j) > \\delta} w_i")
            .reading("{value} of the students have a neighbour far apart.")
            .reference(NeighbourGaps.REFERENCE),
        borders,
        limit,
        NeighbourGaps::shareOfStudents);
  }

  private static MetricInfo.Builder info(String id, String name) {
    return MetricInfo.of(id, "FN-BORDER", name, Distribution.class)
        .requires(Condition.SOME_UNITS, Condition.APPLICABLE);
  }

  private record OfBorders(
      MetricInfo info, List<Border> borders, double limit, ToDoubleFunction<NeighbourGaps> of)
      implements Metric<Distribution> {

    OfBorders {
      borders = List.copyOf(borders);
    }

    @Override
    public double formula(Distribution sample) {
      return measure(sample).get();
    }

    @Override
    public Outcome<Double> measure(Distribution sample) {
      return Outcome.of(
          info,
          List.of(sample),
          () -> NeighbourGaps.of(sample, borders, limit).map(of::applyAsDouble));
    }

    @Override
    public String toString() {
      return info.id();
    }
  }
}
