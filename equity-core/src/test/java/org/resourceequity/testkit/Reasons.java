package org.resourceequity.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;
import org.resourceequity.testkit.Rows.Row;

/** Finite numbers or declared reasons, whatever the data. */
final class Reasons {

  private Reasons() {}

  /** Something that may throw. */
  interface Attempt {
    Outcome<?> run();
  }

  static Optional<String> improper(
      Measure<?, ?> measure, Attempt attempt, boolean mayBeUnrepresentable) {
    Outcome<?> outcome;
    try {
      outcome = attempt.run();
    } catch (RuntimeException e) {
      return Optional.of("it throws " + e);
    }
    if (outcome instanceof Outcome.Undefined<?> undefined) {
      Requirement reason = undefined.requirement();
      boolean declared = measure.info().requires().contains(reason);
      return declared || (mayBeUnrepresentable && reason == Condition.REPRESENTABLE)
          ? Optional.empty()
          : Optional.of("it is " + undefined + ", which it does not declare");
    }
    for (double number : Outcomes.allNumbers(outcome.get())) {
      if (!Double.isFinite(number)) {
        return Optional.of("it gives " + number);
      }
    }
    return Optional.empty();
  }

  static Optional<String> brokenByExtremes(
      Measure<?, ?> measure, Sample<?> sample, Random choices) {
    double factor = Edits.pick(choices, 1e-320, 1e-200, 1e-100, 1e100, 1e200, 1e300);
    boolean values = Rows.of(sample).hasValues() && choices.nextBoolean();
    Sample<?> extreme =
        Edits.edited(
            sample,
            r ->
                r.each(
                    (row, i) -> {
                      if (values) {
                        row.value = Edits.clamp(row.value * factor);
                      } else {
                        row.scaleMass(factor);
                        row.weight = Edits.clamp(row.weight);
                      }
                    }));
    return improper(measure, () -> Outcomes.of(measure, extreme), true)
        .map(what -> what + " (" + (values ? "values" : "weights") + " times " + factor + ")");
  }

  /** What to do to a sample so that a condition is not met. */
  private static final Map<Condition, Consumer<Rows>> BREAKS =
      Map.of(
          Condition.SOME_UNITS,
          rows -> rows.each((row, i) -> row.scaleMass(0)),
          Condition.TWO_UNITS,
          rows -> rows.each((row, i) -> row.scaleMass(i == 0 ? 1 : 0)),
          Condition.POSITIVE_TOTAL,
          rows ->
              rows.each(
                  (row, i) -> {
                    row.value = 0;
                    row.events = new double[row.events.length];
                  }),
          Condition.POSITIVE_MEDIAN,
          Reasons::zeroBelowTheMedian,
          Condition.NO_NEGATIVES,
          rows -> rows.rows.get(rows.rows.size() - 1).value = -1e-3 * rows.largestValue(),
          Condition.NO_ZEROS,
          rows -> rows.rows.get(rows.rows.size() - 1).value = 0,
          Condition.VARIATION,
          Reasons::withoutVariation,
          Condition.EVERY_GROUP,
          rows -> emptyGroup(rows, rows.focus),
          Condition.COMPARISON_EVENTS,
          rows ->
              rows.each(
                  (row, i) -> {
                    row.value = 0;
                    row.events = new double[row.events.length];
                  }));

  static void zeroBelowTheMedian(Rows rows) {
    double largest = rows.rows.stream().mapToDouble(row -> row.weight).max().orElse(0);
    boolean zero = false;
    for (Row row : rows.rows) {
      if (row.weight == largest && !zero) {
        row.value = 0;
        row.weight = rows.totalMass() + 1;
        zero = true;
      }
    }
  }

  static void withoutVariation(Rows rows) {
    rows.each(
        (row, i) -> {
          if (row.covariates.length > 0) {
            row.covariates[0] = 0.4;
          }
        });
    for (int g = 1; g < rows.groups.size(); g++) {
      emptyGroup(rows, g);
    }
  }

  static void emptyGroup(Rows rows, int group) {
    rows.each(
        (row, i) -> {
          if (row.counts.length > 0) {
            row.counts[group] = 0;
          }
          if (row.events.length > 0) {
            row.events[group] = 0;
          }
          if (row.covariates.length > 0) {
            row.covariates[0] = 1;
          }
        });
  }

  static Optional<String> wrongReason(Measure<?, ?> measure, Sample<?> sample, Random choices) {
    for (Condition target : Condition.values()) {
      Consumer<Rows> edit = BREAKS.get(target);
      if (edit == null) {
        continue;
      }
      Sample<?> broken = Edits.edited(sample, edit);
      Outcome<?> outcome;
      try {
        outcome = Outcomes.of(measure, broken);
      } catch (RuntimeException e) {
        return Optional.of("without " + target + " it throws " + e);
      }
      Optional<Requirement> unmet =
          measure.info().requires().stream().filter(r -> r.unmet(broken).isPresent()).findFirst();
      Optional<String> wrong = wrongReason(measure, outcome, unmet);
      if (wrong.isPresent()) {
        return wrong.map(
            what -> "without " + target + " " + what + "\nthere: " + Samples.describe(broken));
      }
    }
    return Optional.empty();
  }

  static Optional<String> wrongReason(
      Measure<?, ?> measure, Outcome<?> outcome, Optional<Requirement> unmet) {
    if (outcome instanceof Outcome.Undefined<?> undefined) {
      // A comparison may miss a requirement in its second sample only.
      boolean declared = measure.info().requires().contains(undefined.requirement());
      boolean right = unmet.isEmpty() ? declared : undefined.requirement().equals(unmet.get());
      return right ? Optional.empty() : Optional.of("it is " + undefined);
    }
    return unmet.map(requirement -> "it is known, " + outcome + ", in spite of " + requirement);
  }
}
