package org.resourceequity.testkit;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.metric.Verdict;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Sample;

/** Measures anything, and compares what came out. */
final class Outcomes {

  /** Relative to the larger of 1 and the value: for what is the same number computed twice. */
  static final double TIGHT = 1e-12;

  /** Relative to the largest term: for sums whose terms may cancel. */
  static final double STANDARD = 1e-9;

  private Outcomes() {}

  /** Measures the sample. A comparison measures the change to {@link Later later}. */
  static Outcome<?> of(Measure<?, ?> measure, Sample<?> sample) {
    return of(measure, sample, s -> s);
  }

  /** Measures the sample after a change; a comparison sees both of its samples changed. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // MetricInfo.sample() says which kind it takes.
  static Outcome<?> of(Measure<?, ?> measure, Sample<?> sample, UnaryOperator<Sample<?>> change) {
    if (measure instanceof Comparison comparison) {
      return comparison.measure(new Change(change.apply(sample), change.apply(Later.of(sample))));
    }
    return ((Measure) measure).measure(change.apply(sample));
  }

  /** Returns the numbers that a measure's range speaks of. */
  static List<Double> numbers(Object value) {
    List<Double> numbers = new ArrayList<>();
    if (value instanceof Double number) {
      numbers.add(number);
    } else if (value instanceof UnitValues units) {
      for (int i = 0; i < units.size(); i++) {
        numbers.add(units.value(i));
      }
    } else if (value instanceof Points points) {
      for (int i = 0; i < points.size(); i++) {
        numbers.add(points.y(i));
      }
    } else if (value instanceof Parts parts) {
      numbers.add(parts.total());
    }
    return numbers;
  }

  /** Returns every number in a value, also those in the parts of a split and in records. */
  static List<Double> allNumbers(Object value) {
    List<Double> numbers = new ArrayList<>();
    if (value instanceof Parts parts) {
      numbers.add(parts.total());
      numbers.addAll(parts.parts().values());
    } else if (value instanceof Points points) {
      for (int i = 0; i < points.size(); i++) {
        numbers.addAll(List.of(points.x(i), points.y(i)));
      }
    } else if (value instanceof Collection<?> several) {
      several.forEach(one -> numbers.addAll(allNumbers(one)));
    } else if (value instanceof Number number && !(value instanceof Double)) {
      numbers.add(number.doubleValue());
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        numbers.addAll(allNumbers(part(value, component)));
      }
    } else {
      numbers.addAll(numbers(value));
    }
    return numbers;
  }

  private static Object part(Object value, RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    try {
      return Optional.<Object>ofNullable(accessor.invoke(value)).orElse("");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component + " of " + value, e);
    }
  }

  /** Returns the number of a metric, the total of a split; empty if there is none. */
  static Optional<Double> number(Outcome<?> outcome) {
    Optional<?> value = outcome.find();
    if (value.isPresent() && (value.get() instanceof Double || value.get() instanceof Parts)) {
      return Optional.of(numbers(value.get()).get(0));
    }
    return Optional.empty();
  }

  /** Returns how two outcomes differ; the same bits are asked for if the tolerance is 0. */
  static Optional<String> difference(
      Outcome<?> first, Outcome<?> second, double tolerance, double scale) {
    if (first instanceof Outcome.Undefined<?> a && second instanceof Outcome.Undefined<?> b) {
      boolean fewUnits =
          a.requirement() == Condition.TWO_UNITS || b.requirement() == Condition.TWO_UNITS;
      return fewUnits || a.requirement().equals(b.requirement())
          ? Optional.empty()
          : Optional.of("first is " + a + ", then " + b);
    }
    if (!first.isKnown() || !second.isKnown()) {
      return Optional.of("first is " + first + ", then " + second);
    }
    return different(first.get(), second.get(), tolerance, scale);
  }

  private static Optional<String> different(Object a, Object b, double tolerance, double scale) {
    if (a instanceof Double x && b instanceof Double y) {
      return near(x, y, tolerance, scale, "the value");
    }
    if (a instanceof UnitValues x && b instanceof UnitValues y) {
      for (int i = 0; i < x.size(); i++) {
        int there = y.keys().indexOf(x.keys().get(i));
        if (there < 0) {
          return Optional.of("no value for " + x.keys().get(i) + " any more");
        }
        Optional<String> off =
            near(x.value(i), y.value(there), tolerance, scale, "that of " + x.keys().get(i));
        if (off.isPresent()) {
          return off;
        }
      }
      return Optional.empty();
    }
    if (a instanceof Points x && b instanceof Points y) {
      return differentPoints(x, y, tolerance, scale);
    }
    if (a instanceof Parts x && b instanceof Parts y) {
      for (Map.Entry<String, Double> part : x.parts().entrySet()) {
        Optional<String> off =
            near(part.getValue(), y.part(part.getKey()), tolerance, scale, part.getKey());
        if (off.isPresent()) {
          return off;
        }
      }
      return near(x.total(), y.total(), tolerance, scale, "the total");
    }
    if (a instanceof Verdict x && b instanceof Verdict y) {
      // Where the curves almost touch, rounding may decide between equal and not equal.
      boolean touching = tolerance > 0 && x.largestDistance() < STANDARD;
      return touching || x.relation() == y.relation()
          ? near(x.largestDistance(), y.largestDistance(), tolerance, scale, "the distance")
          : Optional.of("first " + x + ", then " + y);
    }
    return a.equals(b) ? Optional.empty() : Optional.of("first " + a + ", then " + b);
  }

  private static Optional<String> differentPoints(
      Points a, Points b, double tolerance, double scale) {
    if (tolerance == 0) {
      return a.equals(b) ? Optional.empty() : Optional.of("the points are not the same");
    }
    TreeSet<Double> breaks = new TreeSet<>();
    for (int i = 0; i < a.size(); i++) {
      breaks.add(a.x(i));
    }
    for (double x : breaks) {
      // Both curves have slopes, so a break that moves by a rounding error moves the height too.
      Optional<String> off =
          near(a.at(x), b.at(x), Math.max(tolerance, STANDARD), scale, "the height at " + x);
      if (off.isPresent()) {
        return off;
      }
    }
    return Optional.empty();
  }

  /** Returns how two numbers differ. */
  static Optional<String> near(double a, double b, double tolerance, double scale, String what) {
    boolean same =
        tolerance == 0
            ? Double.compare(a, b) == 0
            : Math.abs(a - b) <= tolerance * Math.max(Math.max(1, scale), Math.abs(a));
    return same ? Optional.empty() : Optional.of(what + " was " + a + ", is " + b);
  }

  /** The size of the terms that a value may be the difference of, at least 1. */
  static double scale(Measure<?, ?> measure, Sample<?> sample) {
    boolean amount = !measure.info().unit().isEmpty();
    if (!measure.info().claims(Axiom.SCALE_EQUIVARIANCE)) {
      return amount ? total(measure, Rows.of(sample)) : 1;
    }
    double largest = Rows.of(sample).largestValue();
    if (sample instanceof PairedSample paired && paired.totalWeight() > 0) {
      double spread = Math.sqrt(paired.needVariance());
      return spread > 0 ? largest / Math.min(1, spread) : largest;
    }
    return largest;
  }

  /** The largest value, of all members together where a measure adds them up. */
  private static double total(Measure<?, ?> measure, Rows rows) {
    boolean mean = measure.info().claims(Axiom.WEIGHT_SCALE_INVARIANCE);
    return Math.max(1, rows.largestValue() * (mean ? 1 : rows.totalMass()));
  }

  /** Returns how the outcome changes by an edit of the rows that should not matter. */
  static Optional<String> same(
      Measure<?, ?> measure, Sample<?> sample, Consumer<Rows> edit, double tolerance) {
    double scale = Math.max(scale(measure, sample), scale(measure, Edits.edited(sample, edit)));
    return difference(
        of(measure, sample), of(measure, sample, s -> Edits.edited(s, edit)), tolerance, scale);
  }

  private static int sign(Measure<?, ?> measure) {
    return measure.info().direction() == Direction.MORE_EQUAL ? -1 : 1;
  }

  /** Returns what is wrong if an edit was to lower the value, or never to raise it. */
  static Optional<String> lowered(
      Measure<?, ?> measure, Sample<?> before, Sample<?> after, boolean strict) {
    Optional<Double> a = number(of(measure, before));
    Optional<Double> b = number(of(measure, after));
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    double rise = sign(measure) * (b.get() - a.get());
    double slack = TIGHT * Math.max(1, Math.abs(a.get()));
    return rise > Math.max(slack, TIGHT * scale(measure, before)) || (strict && rise > -slack)
        ? Optional.of("it went from " + a.get() + " to " + b.get())
        : Optional.empty();
  }

  static Optional<String> neverLower(Measure<?, ?> measure, Sample<?> whole, Sample<?> divided) {
    return lowered(measure, /* before= */ divided, /* after= */ whole, /* strict= */ false)
        .map(what -> what + ", read backwards");
  }
}
