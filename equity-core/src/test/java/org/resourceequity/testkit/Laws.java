package org.resourceequity.testkit;

import static org.resourceequity.testkit.Outcomes.STANDARD;
import static org.resourceequity.testkit.Outcomes.TIGHT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Curve;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Differentiable;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.OnePassMetric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Points;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.Split;
import org.resourceequity.metric.Verdict;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.RiskComparison;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;
import org.resourceequity.testkit.Rows.Row;

/**
 * The laws: some bind every measure, some those that claim an {@link Axiom}, some those with a
 * capability. What a law does to a sample is in the class of its theme: {@link Transfers}, {@link
 * Targets}, {@link Moves}, {@link Periods}, {@link Merging}, {@link Derivatives}, {@link Reasons}.
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
                  Outcomes.of(measure, sample, s -> Edits.shuffled(s, choices)),
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
              Reasons.improper(measure, () -> Outcomes.of(measure, sample), false));

  /** Values and weights of any size give a finite number or a reason. */
  public static final Law EXTREMES =
      new Law(
          "extremes",
          "huge and tiny values and weights give a finite number or a reason",
          Laws::every,
          Reasons::brokenByExtremes);

  /** A unit without members counts for nothing. */
  public static final Law EMPTY_UNIT =
      new Law(
          "empty-unit",
          "a unit without weight or members changes no bit",
          Laws::every,
          (measure, sample, choices) ->
              Outcomes.difference(
                  Outcomes.of(measure, sample),
                  Outcomes.of(
                      measure,
                      sample,
                      s -> Edits.edited(s, rows -> Edits.addEmptyUnit(rows, choices))),
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
          Reasons::wrongReason);

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
                          Edits.shuffled(
                              Edits.edited(s, r -> r.each((row, i) -> row.key = renamed(row.key))),
                              choices)),
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
            return Outcomes.same(measure, sample, rows -> Edits.replicate(rows, copies), TIGHT);
          });

  /** Multiplying all weights changes nothing. */
  public static final Law WEIGHT_SCALE =
      new Law(
          "weight-scale",
          "multiplying all weights by a positive number changes nothing",
          claims(Axiom.WEIGHT_SCALE_INVARIANCE),
          (measure, sample, choices) -> {
            double factor = Edits.pick(choices, 1e-6, 0.37, 3, 1024, 1e6);
            return Outcomes.same(
                measure, sample, r -> r.each((row, i) -> row.scaleMass(factor)), TIGHT);
          });

  /** Multiplying all values changes nothing. */
  public static final Law SCALE_INVARIANCE =
      new Law(
          "scale-invariance",
          "multiplying all values by a positive number changes nothing",
          claims(Axiom.SCALE_INVARIANCE),
          (measure, sample, choices) -> {
            double factor = Edits.pick(choices, 1e-6, 0.3, 7, 1024, 1e6);
            return Outcomes.same(
                measure,
                sample,
                r -> r.each((row, i) -> row.value *= factor),
                TIGHT + rounding(sample));
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
            double shift = Rows.of(sample).largestValue() * Edits.pick(choices, 0.01, 0.5, 1);
            return Outcomes.of(measure, sample).isKnown()
                ? Outcomes.same(
                    measure,
                    sample,
                    r -> r.each((row, i) -> row.value += shift),
                    STANDARD + rounding(sample))
                : Optional.empty();
          });

  /** The same for all makes unequal shares less unequal. */
  public static final Law SAME_FOR_ALL =
      new Law(
          "same-for-all",
          "adding the same to all values lowers an index of relative inequality",
          claims(Axiom.SCALE_INVARIANCE).and(claims(Axiom.PIGOU_DALTON)),
          (measure, sample, choices) -> {
            double added = Rows.of(sample).largestValue() * Edits.pick(choices, 0.01, 0.5, 1);
            boolean unequal =
                Outcomes.number(Outcomes.of(measure, sample))
                    .filter(value -> Math.abs(value) > 1e-6)
                    .isPresent();
            return unequal
                ? Outcomes.lowered(
                    measure,
                    sample,
                    Edits.edited(sample, r -> r.each((row, i) -> row.value += added)),
                    true)
                : Optional.empty();
          });

  /** A transfer from a richer to a poorer unit lowers the value. */
  public static final Law PIGOU_DALTON =
      new Law(
          "pigou-dalton",
          "a transfer from a richer to a poorer unit lowers the value",
          claims(Axiom.PIGOU_DALTON),
          (measure, sample, choices) -> Transfers.broken(measure, sample, choices, true));

  /** A transfer from a richer to a poorer unit never raises the value. */
  public static final Law WEAK_PIGOU_DALTON =
      new Law(
          "weak-pigou-dalton",
          "a transfer from a richer to a poorer unit never raises the value",
          claims(Axiom.WEAK_PIGOU_DALTON).or(claims(Axiom.PIGOU_DALTON)),
          (measure, sample, choices) -> Transfers.broken(measure, sample, choices, false));

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
            String unit = sample.units().key(choices.nextInt(sample.size()));
            double share = 0.1 + 0.8 * choices.nextDouble();
            return Outcomes.same(measure, sample, r -> Edits.split(r, unit, g -> share), TIGHT);
          });

  /** Splitting a unit in two never lowers the value. */
  public static final Law SCHOOL_DIVISION =
      new Law(
          "school-division",
          "splitting a unit in two never lowers the value",
          claims(Axiom.SCHOOL_DIVISION),
          (measure, sample, choices) -> {
            String unit = sample.units().key(choices.nextInt(sample.size()));
            double[] shares = choices.doubles(sample.size() + 10L).toArray();
            return Outcomes.neverLower(
                measure, sample, Edits.edited(sample, r -> Edits.split(r, unit, g -> shares[g])));
          });

  /** Multiplying all counts changes nothing. */
  public static final Law SIZE_INVARIANCE =
      new Law(
          "size-invariance",
          "multiplying all counts by a number changes nothing",
          claims(Axiom.SIZE_INVARIANCE),
          (measure, sample, choices) -> {
            double factor = 2 + choices.nextInt(999);
            return Outcomes.same(
                measure, sample, r -> r.each((row, i) -> row.scaleMass(factor)), TIGHT);
          });

  /** Multiplying one group everywhere changes nothing. */
  public static final Law COMPOSITION_INVARIANCE =
      new Law(
          "composition-invariance",
          "multiplying one group everywhere by a number changes nothing",
          claims(Axiom.COMPOSITION_INVARIANCE),
          (measure, sample, choices) -> {
            double factor = Edits.pick(choices, 0.25, 3, 7);
            int group = choices.nextInt(Math.max(1, Rows.of(sample).groups.size()));
            return Outcomes.same(
                measure, sample, r -> r.each((row, i) -> row.counts[group] *= factor), TIGHT);
          });

  /** Exchanging the names of the groups changes nothing. */
  public static final Law GROUP_SYMMETRY =
      new Law(
          "group-symmetry",
          "exchanging the names of the groups changes nothing",
          claims(Axiom.GROUP_SYMMETRY),
          (measure, sample, choices) ->
              Outcomes.same(measure, sample, r -> Edits.rename(r, choices), TIGHT));

  /** Moving members to where their group is less represented never raises the value. */
  public static final Law SEGREGATION_TRANSFERS =
      new Law(
          "segregation-transfers",
          "moving members of a group to where it is less represented never raises the value",
          claims(Axiom.SEGREGATION_TRANSFERS),
          (measure, sample, choices) -> Moves.broken(measure, sample, choices, false));

  /** Complete separation gives 1, proportional units give 0. */
  public static final Law SEGREGATION_EXTREMES =
      new Law(
          "segregation-extremes",
          "complete separation gives 1, proportional units give 0",
          claims(Axiom.SEGREGATION_EXTREMES),
          Moves::wrongAtExtremes);

  /** Exchanging the two groups changes the sign. */
  public static final Law ANTISYMMETRY =
      new Law(
          "antisymmetry",
          "exchanging the two groups, or the two periods, changes the sign",
          claims(Axiom.ANTISYMMETRY),
          (measure, sample, choices) ->
              measure instanceof Comparison
                  ? Periods.notAntisymmetric((Comparison<?, ?>) measure, sample)
                  : exchanged(
                      measure,
                      sample,
                      (a, b) ->
                          Outcomes.near(
                              a,
                              -b,
                              TIGHT,
                              Outcomes.scale(measure, sample),
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
              Outcomes.same(
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
          Merging::notOnePass);

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
          (measure, sample, choices) ->
              Derivatives.wrongInfluence((Influential<?>) measure, sample));

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
                              ? addUp(parts, Outcomes.scale(measure, sample))
                              : Optional.of("no parts but " + value)));

  /** The points of a curve stand in ascending order of x. */
  public static final Law CURVE_ASCENDS =
      new Law(
          "curve-ascends",
          "the points stand in ascending order of x",
          m -> m instanceof Curve,
          Laws::notAscending);

  /** The lower of two equal transfers counts more. */
  public static final Law TRANSFER_SENSITIVITY =
      new Law(
          "transfer-sensitivity",
          "of two equal transfers over equal distance the lower one counts more",
          claims(Axiom.TRANSFER_SENSITIVITY),
          Transfers::insensitive);

  /** If a part becomes less equal, so does the whole. */
  public static final Law SUBGROUP_CONSISTENCY =
      new Law(
          "subgroup-consistency",
          "if the index of a part rises, its size and mean unchanged, the whole does not fall",
          claims(Axiom.SUBGROUP_CONSISTENCY),
          Transfers::inconsistent);

  /** Values above the target do not matter. */
  public static final Law FOCUS =
      new Law(
          "focus",
          "values at or above the target do not matter",
          claims(Axiom.FOCUS),
          Targets::notFocused);

  /** Raising a value below the target lowers the value. */
  public static final Law MONOTONICITY =
      new Law(
          "monotonicity",
          "raising a value that lies below the target lowers the value",
          claims(Axiom.MONOTONICITY),
          Targets::notMonotone);

  /** Moving members to where their group is less represented lowers the value. */
  public static final Law STRICT_SEGREGATION_TRANSFERS =
      new Law(
          "strict-segregation-transfers",
          "moving members of a group to where it is less represented lowers the value",
          claims(Axiom.STRICT_SEGREGATION_TRANSFERS),
          (measure, sample, choices) -> Moves.broken(measure, sample, choices, true));

  /** Exchanging members, each to where its group is rarer, never raises the value. */
  public static final Law WEAK_EXCHANGES =
      new Law(
          "weak-exchanges",
          "exchanging members of two groups, each to where it is rarer, never raises the value",
          claims(Axiom.WEAK_EXCHANGES).or(claims(Axiom.EXCHANGES)),
          (measure, sample, choices) -> Moves.brokenByExchange(measure, sample, choices, false));

  /** Exchanging members, each to where its group is rarer, lowers the value. */
  public static final Law EXCHANGES =
      new Law(
          "exchanges",
          "exchanging members of two groups, each to where it is rarer, lowers the value",
          claims(Axiom.EXCHANGES),
          (measure, sample, choices) -> Moves.brokenByExchange(measure, sample, choices, true));

  /** Reversing the order of need changes the sign. */
  public static final Law RANK_REVERSAL =
      new Law(
          "rank-reversal",
          "reversing the order of the ranking variable changes the sign",
          claims(Axiom.RANK_REVERSAL),
          (measure, sample, choices) ->
              Outcomes.difference(
                  Outcomes.of(measure, sample).map(value -> times(value, -1)),
                  Outcomes.of(
                      measure,
                      sample,
                      s ->
                          Edits.edited(
                              s, r -> r.each((row, i) -> row.covariates[0] = -row.covariates[0]))),
                  TIGHT,
                  Outcomes.scale(measure, sample)));

  /** Tables that share the cells between them give the same bits. */
  public static final Law COUNTS_MERGE =
      new Law(
          "counts-merge",
          "merged tables of any split of the cells give the same bits, on any number of threads",
          Laws::isOfCounts,
          Merging::notMergeable);

  /** Influences of cells add up to 0 and are the derivative. */
  public static final Law INFLUENCE_BY_CELL =
      new Law(
          "influence-by-cell",
          "weighted by the counts the influences add up to 0, and each is the derivative",
          m -> m instanceof InfluentialByCell,
          (measure, sample, choices) ->
              Derivatives.wrongInfluenceByCell((InfluentialByCell) measure, (CrossTab) sample));

  /** The gradient is the derivative by the values. */
  public static final Law GRADIENT =
      new Law(
          "gradient",
          "the gradient is the derivative by each value; scale and translation invariance give its"
              + " sums",
          m -> m instanceof Differentiable,
          (measure, sample, choices) ->
              Derivatives.wrongGradient((Differentiable<?>) measure, sample));

  /** Leaving a unit out is computing anew without it. */
  public static final Law LEAVE_ONE_OUT =
      new Law(
          "leave-one-out",
          "what a metric says of itself without a unit is what it gives without the unit",
          m -> m instanceof LeaveOneOut,
          (measure, sample, choices) -> Merging.wrongWithout((LeaveOneOut<?>) measure, sample));

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
          SAME_FOR_ALL,
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
          CURVE_ASCENDS,
          TRANSFER_SENSITIVITY,
          SUBGROUP_CONSISTENCY,
          FOCUS,
          MONOTONICITY,
          STRICT_SEGREGATION_TRANSFERS,
          WEAK_EXCHANGES,
          EXCHANGES,
          RANK_REVERSAL,
          COUNTS_MERGE,
          INFLUENCE_BY_CELL,
          GRADIENT,
          LEAVE_ONE_OUT);

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

  /** Turns a name around: another name, another place among the names, the same unit. */
  private static String renamed(String key) {
    return new StringBuilder(key).reverse().append(" renamed").toString();
  }

  private static boolean isOfCounts(Measure<?, ?> measure) {
    Class<?> kind = measure.info().sample();
    return !(measure instanceof Comparison)
        && (kind.equals(CrossTab.class) || kind.equals(RiskCounts.class));
  }

  /** How much of the spread of the values is lost when each is rounded once. */
  private static double rounding(Sample<?> sample) {
    double[] values = Rows.of(sample).rows.stream().mapToDouble(row -> row.value).toArray();
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(0);
    return high > low ? 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high))) / (high - low) : 0;
  }

  /** Whether a unit has a weight rather than members of groups, and stands for as many units. */
  private static boolean isWeighted(Measure<?, ?> measure) {
    Class<?> kind = measure.info().sample();
    return (kind.equals(Distribution.class) || kind.equals(PairedSample.class))
        && !(measure instanceof Profile)
        && !measure.info().claims(Axiom.COUNTS_UNITS);
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

  private static Optional<String> brokenByExpansion(
      Measure<?, ?> measure, Sample<?> sample, Random choices) {
    Sample<?> whole = Edits.edited(sample, Edits::smallWholeWeights);
    if (Rows.of(whole).totalMass() == 0) {
      return Optional.empty();
    }
    return Outcomes.difference(
        Outcomes.of(measure, sample, s -> Edits.edited(s, Edits::smallWholeWeights)),
        Outcomes.of(
            measure,
            sample,
            s -> Edits.edited(s, rows -> Edits.expand(Edits.smallWholeWeights(rows)))),
        TIGHT,
        Outcomes.scale(measure, whole));
  }

  private static Optional<String> notEquivariant(
      Measure<?, ?> measure, Sample<?> sample, Random choices) {
    double factor = Edits.pick(choices, 1e-3, 0.3, 7, 1e3);
    Outcome<?> times =
        Outcomes.of(
            measure, sample, s -> Edits.edited(s, r -> r.each((row, i) -> row.value *= factor)));
    Outcome<?> expected = Outcomes.of(measure, sample).map(value -> times(value, factor));
    return Outcomes.difference(expected, times, STANDARD, factor * Outcomes.scale(measure, sample));
  }

  static Object times(Object value, double factor) {
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

  private static Optional<String> atEquality(
      Measure<?, ?> measure, Sample<?> sample, double expected) {
    Sample<?> equal =
        Edits.edited(
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

  @SuppressWarnings({"unchecked", "rawtypes"}) // MetricInfo.sample() says which kind it takes.
  private static Optional<String> contributionsOff(Explained<?> measure, Sample<?> sample) {
    Optional<Double> value = Outcomes.number(Outcomes.of(measure, sample));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    double sum = ((Explained) measure).contributions(sample).sum();
    return Outcomes.near(
        value.get(), sum, STANDARD, Outcomes.scale(measure, sample), "the value against the sum");
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
