package org.resourceequity.testkit;

import static org.resourceequity.testkit.Outcomes.STANDARD;
import static org.resourceequity.testkit.Outcomes.TIGHT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Curve;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.OnePassMetric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.Split;
import org.resourceequity.metric.Verdict;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.RiskComparison;
import org.resourceequity.sample.Sample;
import org.resourceequity.testkit.Rows.Row;

/**
 * The laws. The first eight bind every measure, the next twenty those that claim an axiom, the last
 * six those with a capability.
 *
 * <p>Tolerances: the same bits where nothing is computed anew; 1e-12 times the larger of 1 and the
 * value where the same number is computed twice; 1e-9 of the largest term where terms cancel. Where
 * one side has no value, the other must have none for the same reason.
 */
public final class Laws {

  /** The order of the rows changes no bit. */
  public static final Law ROW_ORDER =
      new Law(
          "row-order",
          "the order of the rows changes no bit",
          Laws::every,
          (measure, sample, choices) ->
              Outcomes.difference(
                  Outcomes.of(measure, sample),
                  Outcomes.of(measure, sample, s -> shuffled(s, choices)),
                  0,
                  0));

  /** The value lies in the declared range. */
  public static final Law RANGE =
      new Law("range", "the value lies in the declared range", Laws::every, Laws::outOfRange);

  /** A number or a declared reason, never NaN, infinity or an exception. */
  public static final Law FINITE =
      new Law(
          "finite",
          "data give a finite number or a declared reason, never an exception",
          Laws::every,
          (measure, sample, choices) ->
              improper(measure, () -> Outcomes.of(measure, sample), false));

  /** Values and weights of any size give a finite number or a reason. */
  public static final Law EXTREMES =
      new Law(
          "extremes",
          "huge and tiny values and weights give a finite number or a reason",
          Laws::every,
          Laws::brokenByExtremes);

  /** A unit without members counts for nothing. */
  public static final Law EMPTY_UNIT =
      new Law(
          "empty-unit",
          "a unit without weight or members changes no bit",
          Laws::every,
          (measure, sample, choices) ->
              Outcomes.difference(
                  Outcomes.of(measure, sample),
                  Outcomes.of(measure, sample, s -> edited(s, rows -> addEmptyUnit(rows, choices))),
                  0,
                  0));

  /** A unit of weight three is three units of weight one. */
  public static final Law WEIGHTS_ARE_REPLICATION =
      new Law(
          "weights-are-replication",
          "a unit of weight three is three units of weight one",
          Laws::isWeighted,
          Laws::brokenByExpansion);

  /** A sample that breaks a requirement gives exactly that reason. */
  public static final Law REQUIREMENTS =
      new Law(
          "requirements",
          "a sample that breaks one requirement gives exactly that reason",
          Laws::every,
          Laws::wrongReason);

  /** The names of the units do not matter. */
  public static final Law ANONYMITY =
      new Law(
          "anonymity",
          "the names of the units change no bit",
          claims(Axiom.ANONYMITY),
          (measure, sample, choices) ->
              Outcomes.difference(
                  Outcomes.of(measure, sample),
                  Outcomes.of(
                      measure,
                      sample,
                      s ->
                          shuffled(edited(s, r -> r.each((row, i) -> row.key = "x" + i)), choices)),
                  0,
                  0));

  /** Copies of the population have the value of one. */
  public static final Law REPLICATION =
      new Law(
          "replication",
          "two or three copies of the population have the value of one",
          claims(Axiom.REPLICATION_INVARIANCE),
          (measure, sample, choices) -> {
            int copies = 2 + choices.nextInt(2);
            return same(measure, sample, rows -> replicate(rows, copies), TIGHT);
          });

  /** Multiplying all weights changes nothing. */
  public static final Law WEIGHT_SCALE =
      new Law(
          "weight-scale",
          "multiplying all weights by a positive number changes nothing",
          claims(Axiom.WEIGHT_SCALE_INVARIANCE),
          (measure, sample, choices) -> {
            double factor = pick(choices, 1e-6, 0.37, 3, 1024, 1e6);
            return same(measure, sample, r -> r.each((row, i) -> row.scaleMass(factor)), TIGHT);
          });

  /** Multiplying all values changes nothing. */
  public static final Law SCALE_INVARIANCE =
      new Law(
          "scale-invariance",
          "multiplying all values by a positive number changes nothing",
          claims(Axiom.SCALE_INVARIANCE),
          (measure, sample, choices) -> {
            double factor = pick(choices, 1e-6, 0.3, 7, 1024, 1e6);
            return same(measure, sample, r -> r.each((row, i) -> row.value *= factor), TIGHT);
          });

  /** Multiplying all values multiplies the metric. */
  public static final Law SCALE_EQUIVARIANCE =
      new Law(
          "scale-equivariance",
          "multiplying all values by a number multiplies the result",
          claims(Axiom.SCALE_EQUIVARIANCE),
          Laws::notEquivariant);

  /** Adding a number to all values changes nothing. */
  public static final Law TRANSLATION_INVARIANCE =
      new Law(
          "translation-invariance",
          "adding a positive number to all values changes nothing",
          claims(Axiom.TRANSLATION_INVARIANCE),
          (measure, sample, choices) -> {
            double shift = Rows.of(sample).largestValue() * pick(choices, 0.01, 0.5, 1);
            return Outcomes.of(measure, sample).isKnown()
                ? same(measure, sample, r -> r.each((row, i) -> row.value += shift), STANDARD)
                : Optional.empty();
          });

  /** A transfer from a richer to a poorer unit lowers the value. */
  public static final Law PIGOU_DALTON =
      new Law(
          "pigou-dalton",
          "a transfer from a richer to a poorer unit lowers the value",
          claims(Axiom.PIGOU_DALTON),
          (measure, sample, choices) -> transfer(measure, sample, choices, true));

  /** A transfer from a richer to a poorer unit never raises the value. */
  public static final Law WEAK_PIGOU_DALTON =
      new Law(
          "weak-pigou-dalton",
          "a transfer from a richer to a poorer unit never raises the value",
          claims(Axiom.WEAK_PIGOU_DALTON).or(claims(Axiom.PIGOU_DALTON)),
          (measure, sample, choices) -> transfer(measure, sample, choices, false));

  /** Equal values give 0. */
  public static final Law ZERO_AT_EQUALITY =
      new Law(
          "zero-at-equality",
          "equal values give 0",
          claims(Axiom.ZERO_AT_EQUALITY),
          (measure, sample, choices) -> atEquality(measure, sample, 0));

  /** Equal values give 1. */
  public static final Law ONE_AT_EQUALITY =
      new Law(
          "one-at-equality",
          "equal values give 1",
          claims(Axiom.ONE_AT_EQUALITY),
          (measure, sample, choices) -> atEquality(measure, sample, 1));

  /** Splitting a unit in proportional parts changes nothing. */
  public static final Law ORGANISATIONAL_EQUIVALENCE =
      new Law(
          "organisational-equivalence",
          "splitting a unit into proportional parts changes nothing",
          claims(Axiom.ORGANISATIONAL_EQUIVALENCE),
          (measure, sample, choices) -> {
            int unit = choices.nextInt(sample.size());
            double share = 0.1 + 0.8 * choices.nextDouble();
            return same(measure, sample, r -> split(r, unit, g -> share), TIGHT);
          });

  /** Splitting a unit in two never lowers the value. */
  public static final Law SCHOOL_DIVISION =
      new Law(
          "school-division",
          "splitting a unit in two never lowers the value",
          claims(Axiom.SCHOOL_DIVISION),
          (measure, sample, choices) -> {
            int unit = choices.nextInt(sample.size());
            double[] shares = choices.doubles(sample.size() + 10L).toArray();
            return neverLower(measure, sample, edited(sample, r -> split(r, unit, g -> shares[g])));
          });

  /** Multiplying all counts changes nothing. */
  public static final Law SIZE_INVARIANCE =
      new Law(
          "size-invariance",
          "multiplying all counts by a number changes nothing",
          claims(Axiom.SIZE_INVARIANCE),
          (measure, sample, choices) -> {
            double factor = 2 + choices.nextInt(999);
            return same(measure, sample, r -> r.each((row, i) -> row.scaleMass(factor)), TIGHT);
          });

  /** Multiplying one group everywhere changes nothing. */
  public static final Law COMPOSITION_INVARIANCE =
      new Law(
          "composition-invariance",
          "multiplying one group everywhere by a number changes nothing",
          claims(Axiom.COMPOSITION_INVARIANCE),
          (measure, sample, choices) -> {
            double factor = pick(choices, 0.25, 3, 7);
            int group = choices.nextInt(Math.max(1, Rows.of(sample).groups.size()));
            return same(
                measure, sample, r -> r.each((row, i) -> row.counts[group] *= factor), TIGHT);
          });

  /** Exchanging the names of the groups changes nothing. */
  public static final Law GROUP_SYMMETRY =
      new Law(
          "group-symmetry",
          "exchanging the names of the groups changes nothing",
          claims(Axiom.GROUP_SYMMETRY),
          (measure, sample, choices) -> same(measure, sample, r -> rename(r, choices), TIGHT));

  /** Moving members to where their group is less represented never raises the value. */
  public static final Law SEGREGATION_TRANSFERS =
      new Law(
          "segregation-transfers",
          "moving members of a group to where it is less represented never raises the value",
          claims(Axiom.SEGREGATION_TRANSFERS),
          Laws::brokenByMoving);

  /** Complete separation gives 1, proportional units give 0. */
  public static final Law SEGREGATION_EXTREMES =
      new Law(
          "segregation-extremes",
          "complete separation gives 1, proportional units give 0",
          claims(Axiom.SEGREGATION_EXTREMES),
          Laws::wrongAtExtremes);

  /** Exchanging the two groups changes the sign. */
  public static final Law ANTISYMMETRY =
      new Law(
          "antisymmetry",
          "exchanging the two groups changes the sign",
          claims(Axiom.ANTISYMMETRY),
          (measure, sample, choices) ->
              exchanged(
                  measure,
                  sample,
                  (a, b) ->
                      Outcomes.near(
                          a,
                          -b,
                          TIGHT,
                          scale(measure, sample),
                          "the value with the sign changed")));

  /** Exchanging the two groups gives the reciprocal. */
  public static final Law RECIPROCITY =
      new Law(
          "reciprocity",
          "exchanging the two groups gives the reciprocal",
          claims(Axiom.RECIPROCITY),
          (measure, sample, choices) ->
              exchanged(
                  measure, sample, (a, b) -> Outcomes.near(1, a * b, TIGHT, 1, "the product")));

  /** Need matters only through its order. */
  public static final Law RANK_ONLY =
      new Law(
          "rank-only",
          "the ranking variable matters only through its order",
          claims(Axiom.RANK_ONLY),
          (measure, sample, choices) ->
              same(
                  measure,
                  sample,
                  r ->
                      r.each((row, i) -> row.covariates[0] = Math.exp(3 * row.covariates[0]) - 0.5),
                  TIGHT));

  /** The formula of the moments is the formula of the sample, and parts may be merged. */
  public static final Law ONE_PASS =
      new Law(
          "one-pass",
          "merged moments of any split give the same bits",
          m -> m instanceof OnePassMetric,
          Laws::notOnePass);

  /** Contributions add up to the value. */
  public static final Law CONTRIBUTIONS_ADD_UP =
      new Law(
          "contributions-add-up",
          "the contributions of the units add up to the value",
          m -> m instanceof Explained,
          (measure, sample, choices) -> contributionsOff((Explained<?>) measure, sample));

  /** Influences add up to 0 and are the derivative. */
  public static final Law INFLUENCE =
      new Law(
          "influence",
          "the influences add up to 0, and each is the derivative by the unit's mass",
          m -> m instanceof Influential,
          (measure, sample, choices) -> wrongInfluence((Influential<?>) measure, sample));

  /** Within and between are not negative and add up, for any partition. */
  public static final Law DECOMPOSITION =
      new Law(
          "decomposition",
          "between and within are not negative and add up to the value, for any partition",
          m -> m instanceof Decomposable,
          (measure, sample, choices) -> notDecomposed((Decomposable<?>) measure, sample, choices));

  /** The parts of a split add up. */
  public static final Law PARTS_ADD_UP =
      new Law(
          "parts-add-up",
          "the parts add up to the total",
          m -> m instanceof Split,
          (measure, sample, choices) ->
              Outcomes.of(measure, sample)
                  .find()
                  .flatMap(
                      value ->
                          value instanceof Parts parts
                              ? addUp(parts, scale(measure, sample))
                              : Optional.of("no parts but " + value)));

  /** The points of a curve stand in ascending order of x. */
  public static final Law CURVE_ASCENDS =
      new Law(
          "curve-ascends",
          "the points stand in ascending order of x",
          m -> m instanceof Curve,
          Laws::notAscending);

  private static final List<Law> ALL_LAWS =
      List.of(
          ROW_ORDER,
          RANGE,
          FINITE,
          EXTREMES,
          EMPTY_UNIT,
          WEIGHTS_ARE_REPLICATION,
          REQUIREMENTS,
          ANONYMITY,
          REPLICATION,
          WEIGHT_SCALE,
          SCALE_INVARIANCE,
          SCALE_EQUIVARIANCE,
          TRANSLATION_INVARIANCE,
          PIGOU_DALTON,
          WEAK_PIGOU_DALTON,
          ZERO_AT_EQUALITY,
          ONE_AT_EQUALITY,
          ORGANISATIONAL_EQUIVALENCE,
          SCHOOL_DIVISION,
          SIZE_INVARIANCE,
          COMPOSITION_INVARIANCE,
          GROUP_SYMMETRY,
          SEGREGATION_TRANSFERS,
          SEGREGATION_EXTREMES,
          ANTISYMMETRY,
          RECIPROCITY,
          RANK_ONLY,
          ONE_PASS,
          CONTRIBUTIONS_ADD_UP,
          INFLUENCE,
          DECOMPOSITION,
          PARTS_ADD_UP,
          CURVE_ASCENDS);

  private Laws() {}

  /** Returns all laws. */
  public static List<Law> all() {
    return ALL_LAWS;
  }

  /**
   * Returns the law with a name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static Law get(String name) {
    return ALL_LAWS.stream()
        .filter(law -> law.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no law \"" + name + "\" among " + ALL_LAWS));
  }

  private static Predicate<Measure<?, ?>> claims(Axiom axiom) {
    return measure -> measure.info().claims(axiom);
  }

  private static boolean every(Measure<?, ?> measure) {
    return !measure.info().id().isEmpty();
  }

  /** Whether a unit has a weight rather than members of groups, and stands for as many units. */
  private static boolean isWeighted(Measure<?, ?> measure) {
    Class<?> kind = measure.info().sample();
    return (kind.equals(Distribution.class) || kind.equals(PairedSample.class))
        && !measure.info().claims(Axiom.COUNTS_UNITS);
  }

  private static double pick(Random choices, double... from) {
    return from[choices.nextInt(from.length)];
  }

  // Changes of samples

  private static Sample<?> edited(Sample<?> sample, Consumer<Rows> edit) {
    Rows rows = Rows.of(sample);
    edit.accept(rows);
    return rows.build();
  }

  private static Sample<?> shuffled(Sample<?> sample, Random choices) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, sample.size()).boxed().toList());
    Collections.shuffle(order, choices);
    return sample.select(order.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void addEmptyUnit(Rows rows, Random choices) {
    Row like = rows.rows.get(0);
    Row empty = like.copy("an empty unit");
    empty.scaleMass(0);
    empty.value = like.value * 3 + 1;
    rows.rows.add(choices.nextInt(rows.rows.size() + 1), empty);
  }

  private static void replicate(Rows rows, int copies) {
    List<Row> once = List.copyOf(rows.rows);
    for (int c = 1; c < copies; c++) {
      for (Row row : once) {
        rows.rows.add(row.copy(row.key + "/" + c));
      }
    }
  }

  private static void smallWholeWeights(Rows rows) {
    rows.each((row, i) -> row.weight = row.weight > 0 ? 1 + Math.floor(row.weight) % 4 : 0);
  }

  private static void expand(Rows rows) {
    List<Row> weighted = List.copyOf(rows.rows);
    rows.rows.clear();
    for (Row row : weighted) {
      for (int c = 0; c < row.weight; c++) {
        Row one = row.copy(row.key + "/" + c);
        one.weight = 1;
        rows.rows.add(one);
      }
    }
  }

  private static void split(Rows rows, int unit, Rows.PerGroup shareOf) {
    Row first = rows.rows.get(unit);
    Row second = first.copy(first.key + "/2");
    second.weight = first.weight * shareOf.of(0);
    first.weight -= second.weight;
    for (int g = 0; g < first.counts.length; g++) {
      second.counts[g] = first.counts[g] * shareOf.of(g);
      first.counts[g] -= second.counts[g];
    }
    for (int g = 0; g < first.events.length; g++) {
      second.events[g] = Math.min(second.counts[g], first.events[g] * shareOf.of(g));
      first.events[g] = Math.min(first.counts[g], first.events[g] - second.events[g]);
    }
    rows.rows.add(second);
  }

  private static void rename(Rows rows, Random choices) {
    List<String> names = new ArrayList<>(rows.groups);
    Collections.rotate(names, 1 + choices.nextInt(Math.max(1, names.size() - 1)));
    rows.groups = List.copyOf(names);
    // The members of a group stay together, its name and its place change.
    rows.each(
        (row, i) -> {
          List<Double> counts = new ArrayList<>(Arrays.stream(row.counts).boxed().toList());
          Collections.swap(counts, 0, counts.size() - 1);
          row.counts = counts.stream().mapToDouble(Double::doubleValue).toArray();
        });
  }

  // Checks

  private static double scale(Measure<?, ?> measure, Sample<?> sample) {
    if (!measure.info().claims(Axiom.SCALE_EQUIVARIANCE)) {
      return 1;
    }
    double largest = Rows.of(sample).largestValue();
    if (sample instanceof PairedSample paired && paired.totalWeight() > 0) {
      double spread = Math.sqrt(paired.needVariance());
      return spread > 0 ? largest / Math.min(1, spread) : largest;
    }
    return largest;
  }

  private static Optional<String> same(
      Measure<?, ?> measure, Sample<?> sample, Consumer<Rows> edit, double tolerance) {
    double scale = Math.max(scale(measure, sample), scale(measure, edited(sample, edit)));
    return Outcomes.difference(
        Outcomes.of(measure, sample),
        Outcomes.of(measure, sample, s -> edited(s, edit)),
        tolerance,
        scale);
  }

  private static Optional<String> outOfRange(
      Measure<?, ?> measure, Sample<?> sample, Random choices) {
    double low = measure.info().low();
    double high = measure.info().high();
    Optional<?> value = Outcomes.of(measure, sample).find();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    for (double number : Outcomes.numbers(value.get())) {
      if (number < low - TIGHT * Math.max(1, Math.abs(low))
          || number > high + TIGHT * Math.max(1, Math.abs(high))) {
        return Optional.of(number + " is not in [" + low + ", " + high + "]");
      }
    }
    return Optional.empty();
  }

  /** Something that may throw. */
  private interface Attempt {
    Outcome<?> run();
  }

  private static Optional<String> improper(
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
    for (double number : Outcomes.numbers(outcome.get())) {
      if (!Double.isFinite(number)) {
        return Optional.of("it gives " + number);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> brokenByExtremes(
      Measure<?, ?> measure, Sample<?> sample, Random choices) {
    double factor = pick(choices, 1e-320, 1e-200, 1e-100, 1e100, 1e200, 1e300);
    boolean values = Rows.of(sample).hasValues() && choices.nextBoolean();
    Sample<?> extreme =
        edited(
            sample,
            r ->
                r.each(
                    (row, i) -> {
                      if (values) {
                        row.value = clamp(row.value * factor);
                      } else {
                        row.scaleMass(factor);
                        row.weight = clamp(row.weight);
                      }
                    }));
    return improper(measure, () -> Outcomes.of(measure, extreme), true)
        .map(what -> what + " (" + (values ? "values" : "weights") + " times " + factor + ")");
  }

  private static double clamp(double value) {
    return Math.min(Double.MAX_VALUE, Math.max(-Double.MAX_VALUE, value));
  }

  private static Optional<String> brokenByExpansion(
      Measure<?, ?> measure, Sample<?> sample, Random choices) {
    Sample<?> whole = edited(sample, Laws::smallWholeWeights);
    if (Rows.of(whole).totalMass() == 0) {
      return Optional.empty();
    }
    return Outcomes.difference(
        Outcomes.of(measure, whole),
        Outcomes.of(measure, whole, s -> edited(s, Laws::expand)),
        TIGHT,
        scale(measure, whole));
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
          Laws::zeroBelowTheMedian,
          Condition.NO_NEGATIVES,
          rows -> rows.rows.get(rows.rows.size() - 1).value = -1e-3 * rows.largestValue(),
          Condition.NO_ZEROS,
          rows -> rows.rows.get(rows.rows.size() - 1).value = 0,
          Condition.VARIATION,
          Laws::withoutVariation,
          Condition.EVERY_GROUP,
          rows -> emptyGroup(rows, rows.focus),
          Condition.COMPARISON_EVENTS,
          rows ->
              rows.each(
                  (row, i) -> {
                    row.value = 0;
                    row.events = new double[row.events.length];
                  }));

  private static void zeroBelowTheMedian(Rows rows) {
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

  private static void withoutVariation(Rows rows) {
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

  private static void emptyGroup(Rows rows, int group) {
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

  private static Optional<String> wrongReason(
      Measure<?, ?> measure, Sample<?> sample, Random choices) {
    for (Condition target : Condition.values()) {
      Consumer<Rows> edit = BREAKS.get(target);
      if (edit == null) {
        continue;
      }
      Sample<?> broken = edited(sample, edit);
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

  private static Optional<String> wrongReason(
      Measure<?, ?> measure, Outcome<?> outcome, Optional<Requirement> unmet) {
    if (outcome instanceof Outcome.Undefined<?> undefined) {
      // A comparison may miss a requirement in its second sample only.
      boolean declared = measure.info().requires().contains(undefined.requirement());
      boolean right = unmet.isEmpty() ? declared : undefined.requirement().equals(unmet.get());
      return right ? Optional.empty() : Optional.of("it is " + undefined);
    }
    return unmet.map(requirement -> "it is known, " + outcome + ", in spite of " + requirement);
  }

  private static Optional<String> notEquivariant(
      Measure<?, ?> measure, Sample<?> sample, Random choices) {
    double factor = pick(choices, 1e-3, 0.3, 7, 1e3);
    Outcome<?> times =
        Outcomes.of(measure, sample, s -> edited(s, r -> r.each((row, i) -> row.value *= factor)));
    Outcome<?> expected = Outcomes.of(measure, sample).map(value -> times(value, factor));
    return Outcomes.difference(expected, times, STANDARD, factor * scale(measure, sample));
  }

  private static Object times(Object value, double factor) {
    if (value instanceof Double number) {
      return number * factor;
    }
    if (value instanceof Parts parts) {
      Map<String, Double> scaled = new java.util.LinkedHashMap<>(parts.parts());
      scaled.replaceAll((name, part) -> part * factor);
      return new Parts(parts.total() * factor, scaled);
    }
    if (value instanceof org.resourceequity.metric.UnitValues units) {
      return org.resourceequity.metric.UnitValues.of(
          units.keys(), Arrays.stream(units.values()).map(v -> v * factor).toArray());
    }
    if (value instanceof Verdict verdict) {
      return new Verdict(
          verdict.relation(),
          verdict.crossings(),
          verdict.largestDistance() * factor,
          verdict.at());
    }
    if (value instanceof Points points) {
      double[] x = IntStream.range(0, points.size()).mapToDouble(points::x).toArray();
      double[] y =
          IntStream.range(0, points.size()).mapToDouble(i -> points.y(i) * factor).toArray();
      return Points.of(x, y);
    }
    return value;
  }

  private static int sign(Measure<?, ?> measure) {
    return measure.info().direction() == Direction.MORE_EQUAL ? -1 : 1;
  }

  /**
   * Gives from a richer to a poorer unit, as much as leaves their order. For the strict law both
   * hold at least a thousandth of the weight and lie a thousandth of the largest value apart.
   */
  private static Optional<String> transfer(
      Measure<?, ?> measure, Sample<?> sample, Random choices, boolean strict) {
    Rows rows = Rows.of(sample);
    double least = strict ? rows.totalMass() * 1e-3 : 0;
    double gap = strict ? rows.largestValue() * 1e-3 : 0;
    List<Integer> order = new ArrayList<>(IntStream.range(0, sample.size()).boxed().toList());
    Collections.shuffle(order, choices);
    for (int donor : order) {
      for (int recipient : order) {
        Row rich = rows.rows.get(donor);
        Row poor = rows.rows.get(recipient);
        if (rich.weight > least && poor.weight > least && rich.value - poor.value > gap) {
          double most = (rich.value - poor.value) / (1 / rich.weight + 1 / poor.weight);
          double amount = most * (0.1 + 0.8 * choices.nextDouble());
          rich.value -= amount / rich.weight;
          poor.value += amount / poor.weight;
          return lowered(measure, sample, rows.build(), strict)
              .map(what -> what + " by a transfer from " + rich.key + " to " + poor.key);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> lowered(
      Measure<?, ?> measure, Sample<?> before, Sample<?> after, boolean strict) {
    Optional<Double> a = Outcomes.number(Outcomes.of(measure, before));
    Optional<Double> b = Outcomes.number(Outcomes.of(measure, after));
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    double rise = sign(measure) * (b.get() - a.get());
    double slack = TIGHT * Math.max(1, Math.abs(a.get()));
    return rise > slack || (strict && rise > -slack)
        ? Optional.of("it went from " + a.get() + " to " + b.get())
        : Optional.empty();
  }

  private static Optional<String> neverLower(
      Measure<?, ?> measure, Sample<?> whole, Sample<?> divided) {
    return lowered(measure, /* before= */ divided, /* after= */ whole, /* strict= */ false)
        .map(what -> what + ", read backwards");
  }

  private static Optional<String> atEquality(
      Measure<?, ?> measure, Sample<?> sample, double expected) {
    Sample<?> equal =
        edited(
            sample,
            r -> {
              double value = r.rows.get(0).value;
              r.each((row, i) -> row.value = value > 0 ? value : 12_250);
              r.each((row, i) -> Arrays.setAll(row.events, g -> row.counts[g] / 4));
              Row first = r.rows.get(0);
              if (!r.hasValues() && first.events.length == 0) {
                r.each((row, i) -> Arrays.setAll(row.counts, g -> first.counts[g] * (i + 1)));
              }
            });
    Outcome<?> outcome = Outcomes.of(measure, equal);
    if (outcome instanceof Outcome.Undefined<?> undefined
        && !measure.info().requires().contains(undefined.requirement())) {
      return Optional.of("at equality it is " + undefined);
    }
    return Outcomes.number(outcome)
        .flatMap(
            value -> Outcomes.near(expected, value, TIGHT, 1, "at equality the expected value"));
  }

  private static Optional<String> brokenByMoving(
      Measure<?, ?> measure, Sample<?> sample, Random choices) {
    Rows rows = Rows.of(sample);
    int group = choices.nextBoolean() ? rows.focus : rows.comparison;
    int other = group == rows.focus ? rows.comparison : rows.focus;
    List<Integer> order = new ArrayList<>(IntStream.range(0, sample.size()).boxed().toList());
    Collections.shuffle(order, choices);
    for (int from : order) {
      for (int to : order) {
        Row source = rows.rows.get(from);
        Row target = rows.rows.get(to);
        double moved = source.counts[group] * choices.nextDouble();
        if (moved > 0 && target.mass() > 0 && target.counts[other] > 0) {
          source.counts[group] -= moved;
          target.counts[group] += moved;
          if (moreRepresented(source, target, group, other)) {
            return lowered(measure, sample, rows.build(), false)
                .map(
                    what ->
                        what + " by moving " + moved + " from " + source.key + " to " + target.key);
          }
          source.counts[group] += moved;
          target.counts[group] -= moved;
        }
      }
    }
    return Optional.empty();
  }

  /** By its share of everybody, and by its share of the two groups in focus. */
  private static boolean moreRepresented(Row source, Row target, int group, int other) {
    double all = source.counts[group] / source.mass();
    double allThere = target.counts[group] / target.mass();
    double pair = source.counts[group] / (source.counts[group] + source.counts[other]);
    double pairThere = target.counts[group] / (target.counts[group] + target.counts[other]);
    return all >= allThere && pair >= pairThere;
  }

  private static Optional<String> wrongAtExtremes(
      Measure<?, ?> measure, Sample<?> sample, Random choices) {
    Rows apart = Rows.of(sample);
    Row like = apart.rows.get(0);
    int groups = apart.groups.size();
    apart.rows.clear();
    for (int i = 0; i < 2 * groups; i++) {
      Row row = like.copy("unit " + i);
      row.counts = new double[groups];
      row.counts[i % groups] = 1 + choices.nextInt(2000);
      apart.rows.add(row);
    }
    Rows mixed = Rows.of(apart.build());
    double[] mix = IntStream.range(0, groups).mapToDouble(g -> 1 + choices.nextInt(9)).toArray();
    for (Row row : mixed.rows) {
      double size = 1 + choices.nextInt(300);
      row.counts = Arrays.stream(mix).map(share -> share * size).toArray();
    }
    Optional<Double> one = Outcomes.number(Outcomes.of(measure, apart.build()));
    Optional<Double> zero = Outcomes.number(Outcomes.of(measure, mixed.build()));
    if (one.isEmpty() || zero.isEmpty()) {
      return Optional.of("it is undefined where groups are apart or mixed");
    }
    return Outcomes.near(1, one.get(), TIGHT, 1, "apart, the expected value")
        .or(() -> Outcomes.near(0, zero.get(), TIGHT, 1, "mixed, the expected value"));
  }

  /** Compares two numbers. */
  private interface Relation {
    Optional<String> broken(double value, double exchanged);
  }

  private static Optional<String> exchanged(
      Measure<?, ?> measure, Sample<?> sample, Relation relation) {
    Rows one = Rows.of(sample);
    Rows two = Rows.of(sample);
    two.focus = one.comparison;
    two.comparison = one.focus;
    one.comparedWith = new RiskComparison.Reference(one.groups.get(one.comparison));
    two.comparedWith = new RiskComparison.Reference(one.groups.get(one.focus));
    Optional<Double> a = Outcomes.number(Outcomes.of(measure, one.build()));
    Optional<Double> b = Outcomes.number(Outcomes.of(measure, two.build()));
    return a.isEmpty() || b.isEmpty() ? Optional.empty() : relation.broken(a.get(), b.get());
  }

  private static Optional<String> notOnePass(
      Measure<?, ?> measure, Sample<?> sample, Random choices) {
    OnePassMetric metric = (OnePassMetric) measure;
    Distribution all = (Distribution) sample;
    if (!metric.measure(all).isKnown()) {
      return Optional.empty();
    }
    List<Moments> parts = new ArrayList<>();
    int chunks = 1 + choices.nextInt(4);
    int[] chunk = choices.ints(all.size(), 0, chunks).toArray();
    for (int c = 0; c < chunks; c++) {
      int part = c;
      int[] units = IntStream.range(0, all.size()).filter(i -> chunk[i] == part).toArray();
      parts.add(all.select(units).moments());
    }
    Collections.shuffle(parts, choices);
    Moments merged = parts.get(0);
    for (int c = 1; c < chunks; c++) {
      merged = choices.nextBoolean() ? merged.plus(parts.get(c)) : parts.get(c).plus(merged);
    }
    double whole = metric.formula(all);
    double ofMoments = metric.formula(all.moments());
    double ofParts = metric.formula(merged);
    return Outcomes.near(whole, ofMoments, 0, 0, "from moments the value")
        .or(() -> Outcomes.near(whole, ofParts, 0, 0, "from merged moments the value"));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // MetricInfo.sample() says which kind it takes.
  private static Optional<String> contributionsOff(Explained<?> measure, Sample<?> sample) {
    Optional<Double> value = Outcomes.number(Outcomes.of(measure, sample));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    double sum = ((Explained) measure).contributions(sample).sum();
    return Outcomes.near(
        value.get(), sum, STANDARD, scale(measure, sample), "the value against the sum");
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // MetricInfo.sample() says which kind it takes.
  private static Optional<String> wrongInfluence(Influential<?> measure, Sample<?> sample) {
    Optional<Double> value = Outcomes.number(Outcomes.of(measure, sample));
    // Next to 0 an index has a kink or no digits left for a numeric derivative.
    if (value.isEmpty() || Math.abs(value.get()) < 1e-6) {
      return Optional.empty();
    }
    double[] influence = ((Influential) measure).influence(sample);
    double scale = scale(measure, sample);
    double largest = Arrays.stream(influence).map(Math::abs).max().orElse(0);
    Optional<String> sum =
        Outcomes.near(
            0, Arrays.stream(influence).sum(), TIGHT, Math.max(scale, largest), "the sum");
    if (sum.isPresent()) {
      return sum;
    }
    double step = 1e-4;
    double tolerance = 1e-5 * Math.max(Math.abs(value.get()), largest) + 1e-11 * scale;
    for (int i = 0; i < influence.length; i++) {
      int unit = i;
      Optional<Double> up = Outcomes.number(Outcomes.of(measure, heavier(sample, unit, 1 + step)));
      Optional<Double> down =
          Outcomes.number(Outcomes.of(measure, heavier(sample, unit, 1 - step)));
      if (up.isEmpty() || down.isEmpty()) {
        continue;
      }
      double derivative = (up.get() - down.get()) / (2 * step);
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

  private static Sample<?> heavier(Sample<?> sample, int unit, double factor) {
    return edited(sample, r -> r.rows.get(unit).scaleMass(factor));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // MetricInfo.sample() says which kind it takes.
  private static Optional<String> notDecomposed(
      Decomposable<?> measure, Sample<?> sample, Random choices) {
    Optional<Double> value = Outcomes.number(Outcomes.of(measure, sample));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    List<String> labels =
        IntStream.range(0, sample.size()).mapToObj(i -> "part " + choices.nextInt(4)).toList();
    List<Partition> partitions = new ArrayList<>(List.of(Partition.of(labels)));
    sample.units().levels().forEach(level -> partitions.add(sample.units().by(level)));
    for (Partition partition : partitions) {
      Parts parts = ((Decomposable) measure).decompose(sample, partition);
      double between = parts.part(Decomposable.BETWEEN);
      double within = parts.part(Decomposable.WITHIN);
      if (between < -TIGHT || within < -TIGHT) {
        return Optional.of("between is " + between + ", within is " + within);
      }
      Optional<String> off =
          addUp(parts, 1)
              .or(() -> Outcomes.near(value.get(), parts.total(), TIGHT, 1, "the total"));
      if (off.isPresent()) {
        return off;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> addUp(Parts parts, double scale) {
    double sum = parts.parts().values().stream().mapToDouble(Double::doubleValue).sum();
    return Outcomes.near(parts.total(), sum, TIGHT, scale, "the total against the sum of parts");
  }

  private static Optional<String> notAscending(
      Measure<?, ?> measure, Sample<?> sample, Random choices) {
    Optional<?> value = Outcomes.of(measure, sample).find();
    if (value.isPresent() && value.get() instanceof Points points) {
      for (int i = 1; i < points.size(); i++) {
        if (points.x(i) < points.x(i - 1)) {
          return Optional.of("x is " + points.x(i - 1) + ", then " + points.x(i));
        }
      }
    }
    return Optional.empty();
  }
}
