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

  /** The value after something was multiplied by one plus a step; empty if there is none. */
  private interface Varied {
    Optional<Double> by(double step);
  }

  /**
   * Returns the difference quotient if it differs from a derivative, and a kink is no excuse: there
   * both sides have slopes of their own however small the step, and the derivative lies between.
   */
  private static Optional<Double> other(
      double derivative, double value, Varied varied, double step, double tolerance) {
    Optional<Double> up = varied.by(step);
    Optional<Double> down = varied.by(-step);
    if (up.isEmpty() || down.isEmpty()) {
      return Optional.empty();
    }
    double quotient = (up.get() - down.get()) / (2 * step);
    double off = Math.abs(quotient - derivative);
    if (off <= tolerance) {
      return Optional.empty();
    }
    double bend = Math.abs(up.get() - 2 * value + down.get()) / step;
    Optional<Double> nearUp = varied.by(step / 8);
    Optional<Double> nearDown = varied.by(-step / 8);
    if (nearUp.isPresent() && nearDown.isPresent()) {
      // Where the value bends strongly, two steps together tell its slope better than one.
      double near = (nearUp.get() - nearDown.get()) / (2 * step / 8);
      if (Math.abs(near + (near - quotient) / 63 - derivative) <= tolerance) {
        return Optional.empty();
      }
    }
    boolean stays =
        nearUp.isPresent()
            && nearDown.isPresent()
            && Math.abs(nearUp.get() - 2 * value + nearDown.get()) / (step / 8) > bend / 2;
    return stays && off <= bend * 0.6 ? Optional.empty() : Optional.of(quotient);
  }

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
      Varied heavier =
          step -> Outcomes.number(Outcomes.of(measure, Edits.heavier(sample, unit, 1 + step)));
      Optional<Double> other = other(influence[i], value.get(), heavier, STEP, tolerance);
      if (other.isPresent()) {
        return Optional.of(
            "unit %s has %s, derivative %s"
                .formatted(sample.units().key(i), influence[i], other.get()));
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
    double[][] parts = measure.influenceByCell(table);
    double sum = 0;
    double largest = 0;
    for (int g = 0; g < parts.length; g++) {
      for (int i = 0; i < table.size(); i++) {
        parts[g][i] *= table.count(g, i) / table.total();
        sum += parts[g][i];
        largest = Math.max(largest, Math.abs(parts[g][i]));
      }
    }
    if (Math.abs(sum) > Outcomes.STANDARD * Math.max(1, largest)) {
      return Optional.of("weighted by the counts they add up to " + sum);
    }
    double tolerance = 1e-5 * Math.max(Math.abs(value.get()), largest) + 1e-10;
    for (int g = 0; g < parts.length; g++) {
      for (int i = 0; i < table.size(); i++) {
        int group = g;
        int unit = i;
        Varied more = step -> Outcomes.number(measure.measure(more(table, group, unit, 1 + step)));
        Optional<Double> other = other(parts[g][i], value.get(), more, STEP, tolerance);
        if (other.isPresent()) {
          return Optional.of(
              "cell %s, %s has %s, derivative %s"
                  .formatted(
                      table.groups().get(g), table.units().key(i), parts[g][i], other.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static CrossTab more(CrossTab table, int group, int unit, double factor) {
    return (CrossTab) Edits.edited(table, r -> r.rows.get(unit).counts[group] *= factor);
  }

  /** The gradient, times the value of each unit, is the derivative by a share of that value. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // MetricInfo.sample() says which kind it takes.
  static Optional<String> wrongGradient(Differentiable<?> measure, Sample<?> sample) {
    Optional<Double> value = Outcomes.number(Outcomes.of(measure, sample));
    if (value.isEmpty() || Math.abs(value.get()) < SMALLEST) {
      return Optional.empty();
    }
    UnitValues gradient = ((Differentiable) measure).gradient(sample);
    Rows rows = Rows.of(sample);
    double[] parts = new double[gradient.size()];
    Arrays.setAll(parts, i -> gradient.value(i) * rows.rows.get(i).value);
    double largest = Arrays.stream(parts).map(Math::abs).max().orElse(0);
    Optional<String> wrong = wrongSums(measure, gradient, parts, largest);
    if (wrong.isPresent()) {
      return wrong;
    }
    double tolerance =
        1e-5 * Math.max(Math.abs(value.get()), largest) + 1e-10 * Outcomes.scale(measure, sample);
    for (int i = 0; i < parts.length; i++) {
      int unit = i;
      double step = Math.min(STEP, gap(rows, i) / 1000);
      if (step < SMALLEST) {
        continue;
      }
      Varied raised =
          by ->
              Outcomes.number(
                  Outcomes.of(
                      measure, Edits.edited(sample, r -> r.rows.get(unit).value *= 1 + by)));
      Optional<Double> other = other(parts[i], value.get(), raised, step, tolerance);
      if (other.isPresent()) {
        return Optional.of(
            "unit %s has %s, derivative %s"
                .formatted(
                    sample.units().key(i),
                    gradient.value(i),
                    other.get() / rows.rows.get(i).value));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> wrongSums(
      Differentiable<?> measure, UnitValues gradient, double[] parts, double largest) {
    double euler = Arrays.stream(parts).sum();
    if (measure.info().claims(Axiom.SCALE_INVARIANCE)
        && Math.abs(euler) > Outcomes.STANDARD * Math.max(1, largest)) {
      return Optional.of("multiplied by the values they add up to " + euler);
    }
    double steepest = Arrays.stream(gradient.values()).map(Math::abs).max().orElse(0);
    return measure.info().claims(Axiom.TRANSLATION_INVARIANCE)
            && Math.abs(gradient.sum()) > Outcomes.STANDARD * Math.max(1, steepest)
        ? Optional.of("they add up to " + gradient.sum())
        : Optional.empty();
  }

  /** How far the nearest other value or the mean is, relative to the value: there may be kinks. */
  private static double gap(Rows rows, int unit) {
    double value = rows.rows.get(unit).value;
    double held = rows.rows.stream().mapToDouble(row -> row.value * row.mass()).sum();
    double nearest = Math.abs(held / rows.totalMass() - value);
    for (int i = 0; i < rows.rows.size(); i++) {
      nearest = i == unit ? nearest : Math.min(nearest, Math.abs(rows.rows.get(i).value - value));
    }
    return value == 0 ? 0 : nearest / Math.abs(value);
  }
}
