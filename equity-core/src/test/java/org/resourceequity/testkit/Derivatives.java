package org.resourceequity.testkit;

import java.util.Arrays;
import java.util.Optional;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Differentiable;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Sample;

/** Influence and gradient against differences of recomputed values. */
final class Derivatives {

  /** Next to 0 an index has a kink, or no digits left for a numeric derivative. */
  private static final double SMALLEST = 1e-6;

  private static final double STEP = 1e-4;

  private Derivatives() {}

  @SuppressWarnings({"unchecked", "rawtypes"}) // MetricInfo.sample() says which kind it takes.
  static Optional<String> wrongInfluence(Influential<?> measure, Sample<?> sample) {
    Optional<Double> value = Outcomes.number(Outcomes.of(measure, sample));
    if (value.isEmpty() || Math.abs(value.get()) < SMALLEST) {
      return Optional.empty();
    }
    double[] influence = ((Influential) measure).influence(sample);
    double scale = Outcomes.scale(measure, sample);
    double largest = Arrays.stream(influence).map(Math::abs).max().orElse(0);
    Optional<String> sum =
        Outcomes.near(
            0, Arrays.stream(influence).sum(), Outcomes.TIGHT, Math.max(scale, largest), "the sum");
    if (sum.isPresent()) {
      return sum;
    }
    double tolerance = 1e-5 * Math.max(Math.abs(value.get()), largest) + 1e-11 * scale;
    for (int i = 0; i < influence.length; i++) {
      int unit = i;
      Optional<Double> up =
          Outcomes.number(Outcomes.of(measure, Edits.heavier(sample, unit, 1 + STEP)));
      Optional<Double> down =
          Outcomes.number(Outcomes.of(measure, Edits.heavier(sample, unit, 1 - STEP)));
      if (up.isEmpty() || down.isEmpty()) {
        continue;
      }
      double derivative = (up.get() - down.get()) / (2 * STEP);
      if (Math.abs(derivative - influence[i]) > tolerance) {
        return Optional.of(
            "unit "
                + sample.units().key(i)
                + " has "
                + influence[i]
                + ", derivative "
                + derivative);
      }
    }
    return Optional.empty();
  }

  /** The influence of a cell is the derivative by its members, per share of all members. */
  static Optional<String> wrongInfluenceByCell(InfluentialByCell measure, CrossTab table) {
    Optional<Double> value = Outcomes.number(measure.measure(table));
    if (value.isEmpty() || Math.abs(value.get()) < SMALLEST) {
      return Optional.empty();
    }
    double[][] influence = measure.influenceByCell(table);
    double sum = 0;
    double largest = 0;
    for (int g = 0; g < influence.length; g++) {
      for (int i = 0; i < table.size(); i++) {
        double part = table.count(g, i) / table.total() * influence[g][i];
        sum += part;
        largest = Math.max(largest, Math.abs(part));
      }
    }
    if (Math.abs(sum) > Outcomes.STANDARD * Math.max(1, largest)) {
      return Optional.of("weighted by the counts they add up to " + sum);
    }
    for (int g = 0; g < influence.length; g++) {
      for (int i = 0; i < table.size(); i++) {
        double part = table.count(g, i) / table.total() * influence[g][i];
        Optional<Double> up = Outcomes.number(measure.measure(more(table, g, i, 1 + STEP)));
        Optional<Double> down = Outcomes.number(measure.measure(more(table, g, i, 1 - STEP)));
        if (up.isPresent()
            && down.isPresent()
            && isOff(part, value.get(), up.get(), down.get(), largest)) {
          return Optional.of(
              "cell %s, %s has %s, derivative %s"
                  .formatted(
                      table.groups().get(g),
                      table.units().key(i),
                      part,
                      (up.get() - down.get()) / (2 * STEP)));
        }
      }
    }
    return Optional.empty();
  }

  private static CrossTab more(CrossTab table, int group, int unit, double factor) {
    return (CrossTab) Edits.edited(table, r -> r.rows.get(unit).counts[group] *= factor);
  }

  /** Whether a derivative differs from the difference of both sides, and there is no kink. */
  private static boolean isOff(
      double derivative, double value, double up, double down, double largest) {
    double right = (up - value) / STEP;
    double left = (value - down) / STEP;
    double tolerance = 1e-5 * Math.max(Math.abs(value), largest) + 1e-10;
    boolean kink = Math.abs(right - left) > 100 * tolerance;
    return !kink && Math.abs((right + left) / 2 - derivative) > tolerance;
  }

  /** The gradient is the derivative by the value of each unit, times that value here. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // MetricInfo.sample() says which kind it takes.
  static Optional<String> wrongGradient(Differentiable<?> measure, Sample<?> sample) {
    Optional<Double> value = Outcomes.number(Outcomes.of(measure, sample));
    if (value.isEmpty() || Math.abs(value.get()) < SMALLEST) {
      return Optional.empty();
    }
    UnitValues gradient = ((Differentiable) measure).gradient(sample);
    Rows rows = Rows.of(sample);
    double scale = Outcomes.scale(measure, sample);
    double[] steps = new double[gradient.size()];
    double euler = 0;
    double largest = 0;
    for (int i = 0; i < steps.length; i++) {
      steps[i] = gradient.value(i) * rows.rows.get(i).value;
      euler += steps[i];
      largest = Math.max(largest, Math.abs(steps[i]));
    }
    if (measure.info().claims(Axiom.SCALE_INVARIANCE)
        && Math.abs(euler) > Outcomes.STANDARD * Math.max(1, largest)) {
      return Optional.of("multiplied by the values they add up to " + euler);
    }
    double steepest = Arrays.stream(gradient.values()).map(Math::abs).max().orElse(0);
    if (measure.info().claims(Axiom.TRANSLATION_INVARIANCE)
        && Math.abs(gradient.sum()) > Outcomes.STANDARD * Math.max(1, steepest)) {
      return Optional.of("they add up to " + gradient.sum());
    }
    for (int i = 0; i < steps.length; i++) {
      Optional<Double> up = Outcomes.number(Outcomes.of(measure, raised(sample, i, 1 + STEP)));
      Optional<Double> down = Outcomes.number(Outcomes.of(measure, raised(sample, i, 1 - STEP)));
      if (up.isPresent()
          && down.isPresent()
          && isOff(
              steps[i] / scale,
              value.get() / scale,
              up.get() / scale,
              down.get() / scale,
              largest / scale)) {
        return Optional.of(
            "unit %s has %s, derivative %s"
                .formatted(
                    sample.units().key(i),
                    gradient.value(i),
                    (up.get() - down.get()) / (2 * STEP * rows.rows.get(i).value)));
      }
    }
    return Optional.empty();
  }

  private static Sample<?> raised(Sample<?> sample, int unit, double factor) {
    return Edits.edited(sample, r -> r.rows.get(unit).value *= factor);
  }
}
