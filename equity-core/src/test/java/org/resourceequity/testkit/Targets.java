package org.resourceequity.testkit;

import java.util.Optional;
import java.util.Random;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricId;
import org.resourceequity.sample.Sample;
import org.resourceequity.testkit.Rows.Row;

/**
 * Values and the target that they should reach: of each unit the covariate "target", or of all
 * units the last number in the measure's id.
 */
final class Targets {

  private Targets() {}

  /** Returns the rows of a sample, scaled so that values lie on both sides of the target. */
  static Rows around(Measure<?, ?> measure, Sample<?> sample) {
    Rows rows = Rows.of(sample);
    double[] values = rows.rows.stream().mapToDouble(row -> row.value).sorted().toArray();
    double middle = values[values.length / 2];
    double target = of(measure, rows, rows.rows.get(0));
    if (middle > 0 && Double.isFinite(target) && !rows.covariates.contains("target")) {
      double factor = target / middle;
      rows.each((row, i) -> row.value *= factor);
    }
    return rows;
  }

  /** Returns the target of a unit; infinity where a measure has none. */
  static double of(Measure<?, ?> measure, Rows rows, Row row) {
    int column = rows.covariates.indexOf("target");
    if (!measure.info().claims(Axiom.FOCUS) && !measure.info().claims(Axiom.MONOTONICITY)) {
      return Double.POSITIVE_INFINITY;
    }
    if (column >= 0) {
      return row.covariates[column];
    }
    return MetricId.of(measure.info().id()).parameters().stream()
        .filter(parameter -> parameter.matches("[0-9.]+"))
        .mapToDouble(Double::parseDouble)
        .reduce((first, last) -> last)
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Raises what lies at or above the target. */
  static Optional<String> notFocused(Measure<?, ?> measure, Sample<?> sample, Random choices) {
    Rows rows = around(measure, sample);
    Sample<?> before = rows.build();
    rows.each(
        (row, i) ->
            row.value *= row.value >= of(measure, rows, row) ? 1 + choices.nextDouble() : 1);
    return Outcomes.difference(
        Outcomes.of(measure, before),
        Outcomes.of(measure, rows.build()),
        Outcomes.TIGHT,
        Outcomes.scale(measure, before));
  }

  /** Raises one value that lies below the target. */
  static Optional<String> notMonotone(Measure<?, ?> measure, Sample<?> sample, Random choices) {
    Rows rows = around(measure, sample);
    Sample<?> before = rows.build();
    for (int i : Edits.order(sample.size(), choices)) {
      Row row = rows.rows.get(i);
      double gap = of(measure, rows, row) - row.value;
      if (row.weight > 1e-3 * rows.totalMass() && gap > 1e-3 * Math.abs(row.value)) {
        row.value += gap * (0.1 + choices.nextDouble());
        return Outcomes.lowered(measure, before, rows.build(), true)
            .map(what -> what + " by raising " + row.key);
      }
    }
    return Optional.empty();
  }
}
