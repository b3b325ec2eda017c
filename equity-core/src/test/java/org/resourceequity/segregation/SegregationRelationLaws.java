package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.resourceequity.internal.CounterRandom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.metric.Verdict.Relation;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Units;
import org.resourceequity.testkit.Samples;

/** Relations between measures of segregation: part C of the specification, by number. */
class SegregationRelationLaws {

  private static final double TIGHT = 1e-12;

  @Provide
  Arbitrary<CrossTab> tables() {
    return Samples.crossTabs();
  }

  /** Measures, and leaves the table aside where there is no value. */
  private static double value(Metric<CrossTab> metric, CrossTab table) {
    Assume.that(metric.measure(table).isKnown());
    return metric.measure(table).get();
  }

  /** L28: all normalised indices are 0 for a proportional table and 1 for complete separation. */
  @Property(tries = 100)
  void normalisedIndicesGoFromZeroToOne(@ForAll("tables") CrossTab table) {
    int groups = table.groups().size();
    double[][] apart = new double[groups][2 * groups];
    double[][] mixed = new double[groups][2 * groups];
    for (int i = 0; i < 2 * groups; i++) {
      apart[i % groups][i] = 1 + table.count(0, i % table.size());
      for (int g = 0; g < groups; g++) {
        mixed[g][i] = (g + 1) * (i + 1);
      }
    }
    for (Metric<CrossTab> index :
        List.of(
            SegregationMetrics.DISSIMILARITY,
            SegregationMetrics.THEIL_H,
            TwoGroupMetrics.GINI,
            TwoGroupMetrics.HUTCHENS,
            TwoGroupMetrics.atkinson(0.3),
            TwoGroupMetrics.MIN_MAX,
            TwoGroupMetrics.CONCENTRATION_PROFILE,
            MultigroupMetrics.DISSIMILARITY,
            MultigroupMetrics.GINI,
            MultigroupMetrics.SQUARED_CV,
            MultigroupMetrics.RELATIVE_DIVERSITY,
            MultigroupMetrics.NORMALISED_EXPOSURE,
            MultigroupMetrics.ATKINSON,
            MultigroupMetrics.ordinal(OrdinalForm.SQUARE_ROOT),
            ExposureMetrics.CORRELATION_RATIO,
            ExposureMetrics.NORMALISED_EXPOSURE)) {
      Units units = Units.numbered(2 * groups);
      assertThat(value(index, CrossTab.of(units, table.groups(), apart)))
          .as("%s apart", index)
          .isCloseTo(1, within(TIGHT));
      assertThat(value(index, CrossTab.of(units, table.groups(), mixed)))
          .as("%s mixed", index)
          .isCloseTo(0, within(TIGHT));
    }
  }

  /** L34. */
  @Property(tries = 200)
  void twoGroupRelations(@ForAll("tables") CrossTab table) {
    double d = value(SegregationMetrics.DISSIMILARITY, table);
    double g = value(TwoGroupMetrics.GINI, table);
    double root = value(TwoGroupMetrics.HUTCHENS, table);
    double p = Pair.of(table).share();
    assertThat(g).isBetween(d - TIGHT, 2 * d - d * d + TIGHT);
    assertThat(value(TwoGroupMetrics.atkinson(0.5), table))
        .isCloseTo(1 - (1 - root) * (1 - root), within(TIGHT));
    assertThat(value(TwoGroupMetrics.GORARD, table)).isCloseTo((1 - p) * d, within(TIGHT));
    assertThat(value(TwoGroupMetrics.WE_INDEX, table)).isCloseTo(2 * (1 - p) * d, within(TIGHT));
    assertThat(value(TwoGroupMetrics.KARMEL_MACLACHLAN, table))
        .isCloseTo(2 * p * (1 - p) * d, within(TIGHT));
    // Both sums of the min-max index, from shares.
    double low = 0;
    double high = 0;
    for (int i = 0; i < table.size(); i++) {
      double a = table.count(table.focus(), i) / table.groupTotal(table.focus());
      double b = table.count(table.comparison(), i) / table.groupTotal(table.comparison());
      low += Math.min(a, b);
      high += Math.max(a, b);
    }
    assertThat(value(TwoGroupMetrics.MIN_MAX, table)).isCloseTo(1 - low / high, within(TIGHT));
  }

  /** L34: the Gini is twice the area between the segregation curve and the diagonal. */
  @Property(tries = 200)
  void giniIsTwiceTheAreaAboveTheCurve(@ForAll("tables") CrossTab table) {
    double g = value(TwoGroupMetrics.GINI, table);
    var curve = TwoGroupMetrics.SEGREGATION_CURVE.measure(table).get();
    double area = 0;
    for (int i = 1; i < curve.size(); i++) {
      area += (curve.x(i) - curve.x(i - 1)) * (curve.y(i) + curve.y(i - 1)) / 2;
    }
    assertThat(g).isCloseTo(1 - 2 * area, within(TIGHT));
  }

  /** L34: the sorted pass is the double sum over pairs of units. */
  @Property(tries = 100)
  void giniIsTheSumOverPairs(@ForAll("tables") CrossTab table) {
    double g = value(TwoGroupMetrics.GINI, table);
    Pair pair = Pair.of(table);
    double sum = 0;
    for (int i = 0; i < pair.units(); i++) {
      for (int j = 0; j < pair.units(); j++) {
        double sign = Math.signum(pair.a[i] * pair.b[j] - pair.a[j] * pair.b[i]);
        sum += pair.a[i] / pair.sumA * pair.b[j] / pair.sumB * sign;
      }
    }
    assertThat(g).isCloseTo(sum, within(TIGHT));
  }

  /** Dominance of the segregation curve implies the order of all composition-invariant indices. */
  @Property(tries = 200)
  void dominanceImpliesTheOrderOfTheIndices(
      @ForAll("tables") CrossTab first, @ForAll("tables") CrossTab second) {
    value(TwoGroupMetrics.GINI, first);
    value(TwoGroupMetrics.GINI, second);
    var verdict = TwoGroupMetrics.SEGREGATION_DOMINANCE.measure(new Change<>(first, second)).get();
    if (verdict.relation() != Relation.FIRST) {
      return;
    }
    for (Metric<CrossTab> index :
        List.of(
            SegregationMetrics.DISSIMILARITY,
            TwoGroupMetrics.GINI,
            TwoGroupMetrics.HUTCHENS,
            TwoGroupMetrics.atkinson(0.3))) {
      assertThat(value(index, first))
          .as("%s", index)
          .isLessThanOrEqualTo(value(index, second) + 1e-9);
    }
  }

  /** L35. */
  @Property(tries = 200)
  void manyGroupIndicesOfTwoGroups(@ForAll("tables") CrossTab table) {
    double v = value(ExposureMetrics.CORRELATION_RATIO, table.pair());
    CrossTab two = table.pair();
    same(MultigroupMetrics.DISSIMILARITY, SegregationMetrics.DISSIMILARITY, two);
    same(MultigroupMetrics.GINI, TwoGroupMetrics.GINI, two);
    same(SegregationMetrics.THEIL_H, TwoGroupMetrics.THEIL_H, two);
    same(SegregationMetrics.MUTUAL_INFORMATION, TwoGroupMetrics.MUTUAL_INFORMATION, two);
    same(MultigroupMetrics.ATKINSON, TwoGroupMetrics.HUTCHENS, two);
    same(ExposureMetrics.NORMALISED_EXPOSURE, ExposureMetrics.CORRELATION_RATIO, two);
    same(MultigroupMetrics.RELATIVE_DIVERSITY, ExposureMetrics.CORRELATION_RATIO, two);
    same(MultigroupMetrics.SQUARED_CV, ExposureMetrics.CORRELATION_RATIO, two);
    assertThat(value(MultigroupMetrics.NORMALISED_EXPOSURE, two)).isCloseTo(v, within(TIGHT));
    // Two categories in order are two groups.
    same(MultigroupMetrics.ordinal(OrdinalForm.INFORMATION_THEORY), TwoGroupMetrics.THEIL_H, two);
    same(
        MultigroupMetrics.ordinal(OrdinalForm.VARIANCE_RATIO),
        ExposureMetrics.CORRELATION_RATIO,
        two);
    same(MultigroupMetrics.ordinal(OrdinalForm.SQUARE_ROOT), TwoGroupMetrics.HUTCHENS, two);
  }

  private static void same(Metric<CrossTab> one, Metric<CrossTab> other, CrossTab table) {
    assertThat(value(one, table))
        .as("%s and %s", one, other)
        .isCloseTo(value(other, table), within(TIGHT));
  }

  /** L36. */
  @Property(tries = 200)
  void informationIsHTimesEntropyAndTheMeanOfLocalScores(@ForAll("tables") CrossTab table) {
    double m = value(SegregationMetrics.MUTUAL_INFORMATION, table);
    double entropy = value(DiversityMetrics.ENTROPY, table);
    assertThat(value(SegregationMetrics.THEIL_H, table) * entropy).isCloseTo(m, within(TIGHT));
    assertThat(m).isLessThanOrEqualTo(entropy + TIGHT);
    assertThat(m).isLessThanOrEqualTo(value(DiversityMetrics.ENTROPY_OF_UNITS, table) + TIGHT);
    assertThat(value(DiversityMetrics.CONDITIONAL_ENTROPY, table))
        .isCloseTo(entropy - m, within(TIGHT));
    UnitValues units = SegregationMetrics.LOCAL_SCORES.measure(table).get();
    UnitValues groups = SegregationMetrics.GROUP_SCORES.measure(table).get();
    double meanOfUnits =
        IntStream.range(0, table.size())
            .filter(i -> table.unitTotal(i) > 0)
            .mapToDouble(i -> table.unitTotal(i) / table.total() * of(units, table.units().key(i)))
            .sum();
    double meanOfGroups =
        IntStream.range(0, table.groups().size())
            .filter(g -> table.groupTotal(g) > 0)
            .mapToDouble(
                g -> table.groupTotal(g) / table.total() * of(groups, table.groups().get(g)))
            .sum();
    assertThat(meanOfUnits).isCloseTo(m, within(TIGHT));
    assertThat(meanOfGroups).isCloseTo(m, within(TIGHT));
    assertThat(Arrays.stream(units.values()).min().orElse(0)).isNotNegative();
  }

  /** L33: M is the same when units and groups change places. */
  @Property(tries = 100)
  void informationIsSymmetricInUnitsAndGroups(@ForAll("tables") CrossTab table) {
    Assume.that(table.size() > 1);
    double m = value(SegregationMetrics.MUTUAL_INFORMATION, table);
    double[][] turned = new double[table.size()][table.groups().size()];
    for (int i = 0; i < turned.length; i++) {
      for (int g = 0; g < turned[i].length; g++) {
        turned[i][g] = table.count(g, i);
      }
    }
    CrossTab exchanged = CrossTab.of(Units.of(table.groups()), table.units().keys(), turned);
    assertThat(value(SegregationMetrics.MUTUAL_INFORMATION, exchanged)).isCloseTo(m, within(TIGHT));
  }

  private static double of(UnitValues values, String key) {
    return values.value(values.keys().indexOf(key));
  }

  /** L36: effective numbers fall with their order, and are the familiar ones at 0, 1 and 2. */
  @Property(tries = 200)
  void hillNumbersFallWithTheirOrder(@ForAll("tables") CrossTab table) {
    double before = value(DiversityMetrics.hill(0), table);
    assertThat(before).isCloseTo(Cells.of(table).groupsWithMembers(), within(1e-11));
    for (double q : new double[] {0.5, 0.999, 1, 1.001, 2, 5, 40}) {
      double next = value(DiversityMetrics.hill(q), table);
      assertThat(next).isLessThanOrEqualTo(before * (1 + 1e-11));
      before = next;
    }
    assertThat(value(DiversityMetrics.hill(1), table))
        .isCloseTo(value(DiversityMetrics.EFFECTIVE_GROUPS, table), within(TIGHT));
    assertThat(1 / value(DiversityMetrics.hill(2), table))
        .isCloseTo(value(DiversityMetrics.SIMPSON_CONCENTRATION, table), within(TIGHT));
  }

  /** L16: H of each parent by its own entropy adds up to the part within. */
  @Property(tries = 200)
  void separationWithinParentsAddsUp(@ForAll("tables") CrossTab table) {
    value(SegregationMetrics.THEIL_H, table);
    UnitValues within = SegregationMetrics.hWithin("district").measure(table).get();
    var partition = table.units().by("district");
    double entropy = value(DiversityMetrics.ENTROPY, table);
    double sum = 0;
    for (int d = 0; d < partition.parts(); d++) {
      int at = within.keys().indexOf(partition.labels().get(d));
      if (at >= 0) {
        CrossTab part = table.select(partition.units()[d]);
        double share = part.total() / table.total();
        sum += share * value(DiversityMetrics.ENTROPY, part) / entropy * within.value(at);
      }
    }
    var parts = SegregationMetrics.nestedH("district").measure(table).get();
    assertThat(sum).isCloseTo(parts.part("within"), within(TIGHT));
    var deep = SegregationMetrics.nestedH("district", "state").measure(table).get();
    assertThat(deep.part("between") + deep.part("district"))
        .isCloseTo(parts.part("between"), within(TIGHT));
    assertThat(deep.part("within")).isCloseTo(parts.part("within"), within(TIGHT));
  }

  /** L37. */
  @Property(tries = 200)
  void exposuresAddUpToOneAndMirrorEachOther(@ForAll("tables") CrossTab table) {
    Assume.that(table.total() > 0);
    UnitValues matrix = ExposureMetrics.EXPOSURE_MATRIX.measure(table).get();
    for (String of : table.groups()) {
      int g = table.groups().indexOf(of);
      if (!(table.groupTotal(g) > 0)) {
        continue;
      }
      double all = 0;
      for (String to : table.groups()) {
        int h = table.groups().indexOf(to);
        double there = of(matrix, of + " to " + to);
        all += there;
        if (table.groupTotal(h) > 0) {
          assertThat(table.groupTotal(g) * there)
              .isCloseTo(
                  table.groupTotal(h) * of(matrix, to + " to " + of),
                  within(TIGHT * Math.max(1, table.total())));
        }
      }
      assertThat(all).isCloseTo(1, within(TIGHT));
      double own = of(matrix, of + " to " + of);
      double share = table.groupTotal(g) / table.total();
      assertThat(own).isGreaterThanOrEqualTo(share - TIGHT);
      CrossTab focused = table.focusOn(of, table.groups().get(g == 0 ? 1 : 0));
      assertThat(value(SegregationMetrics.ISOLATION, focused)).isCloseTo(own, within(TIGHT));
      if (ExposureMetrics.CORRELATION_RATIO.measure(focused).isKnown()) {
        assertThat(value(ExposureMetrics.CORRELATION_RATIO, focused) * (1 - share))
            .isCloseTo(own - share, within(TIGHT));
      }
    }
  }

  /** EX-SPEC: the share in intensely segregated units falls with the threshold. */
  @Property(tries = 100)
  void fewerAttendUnitsOfAHigherThreshold(@ForAll("tables") CrossTab table) {
    double before = 1;
    for (double threshold : new double[] {0, 0.5, 0.75, 0.9, 1}) {
      double next = value(ExposureMetrics.intenseSegregation(threshold), table);
      assertThat(next).isBetween(0.0, before);
      before = next;
    }
  }

  /** L39: the mean of 2,000 tables with the same margins, within five standard errors. */
  @Property(tries = 20)
  void chanceBaselinesAreTheMeansOfRandomTables(@ForAll("tables") CrossTab drawn) {
    CrossTab table = small(drawn);
    Assume.that(Pair.of(table).sumA > 0 && Pair.of(table).sumB > 0 && table.total() > 2);
    List<Metric<CrossTab>> observed =
        List.of(
            SegregationMetrics.DISSIMILARITY,
            SegregationMetrics.MUTUAL_INFORMATION,
            SegregationMetrics.THEIL_H,
            ExposureMetrics.CORRELATION_RATIO,
            MultigroupMetrics.SQUARED_CV,
            SegregationMetrics.ISOLATION,
            SegregationMetrics.INTERACTION);
    List<Metric<CrossTab>> expected =
        List.of(
            TwoGroupMetrics.EXPECTED_DISSIMILARITY,
            SegregationMetrics.EXPECTED_MUTUAL_INFORMATION,
            SegregationMetrics.EXPECTED_THEIL_H,
            ExposureMetrics.EXPECTED_CORRELATION_RATIO,
            ExposureMetrics.EXPECTED_CORRELATION_RATIO,
            ExposureMetrics.EXPECTED_ISOLATION,
            ExposureMetrics.EXPECTED_INTERACTION);
    int draws = 2000;
    double[] sum = new double[observed.size()];
    double[] squares = new double[observed.size()];
    for (int draw = 0; draw < draws; draw++) {
      CrossTab random = shuffled(table, new CounterRandom(39, draw));
      for (int m = 0; m < sum.length; m++) {
        double value = observed.get(m).formula(random);
        sum[m] += value;
        squares[m] += value * value;
      }
    }
    for (int m = 0; m < sum.length; m++) {
      double mean = sum[m] / draws;
      double error = Math.sqrt(Math.max(0, squares[m] / draws - mean * mean) / draws);
      double closed = value(expected.get(m), table);
      assertThat(closed).as("%s", expected.get(m)).isNotNegative();
      assertThat(closed).as("%s", expected.get(m)).isCloseTo(mean, within(5 * error + 1e-9));
    }
  }

  /** Two groups, since dissimilarity is of two, of at most eleven whole members in a cell. */
  private static CrossTab small(CrossTab table) {
    double[][] counts = new double[2][table.size()];
    for (int g = 0; g < 2; g++) {
      for (int i = 0; i < table.size(); i++) {
        counts[g][i] = Math.floor(table.count(g, i)) % 12;
      }
    }
    return CrossTab.of(table.units(), table.groups().subList(0, 2), counts);
  }

  /** Gives each member of a unit the group of somebody drawn without replacement. */
  private static CrossTab shuffled(CrossTab table, CounterRandom random) {
    int[] people = new int[(int) table.total()];
    for (int i = (int) table.groupTotal(0); i < people.length; i++) {
      people[i] = 1;
    }
    random.shuffle(people);
    double[][] counts = new double[2][table.size()];
    int at = 0;
    for (int i = 0; i < table.size(); i++) {
      for (int k = 0; k < table.unitTotal(i); k++) {
        counts[people[at++]][i]++;
      }
    }
    return CrossTab.of(table.units(), table.groups(), counts);
  }

  /** Information about groups in clusters is between the clusters and within them. */
  @Property(tries = 100)
  void informationSplitsOverClustersOfGroups(@ForAll("tables") CrossTab table) {
    double m = value(SegregationMetrics.MUTUAL_INFORMATION, table);
    List<String> clusters =
        IntStream.range(0, table.groups().size()).mapToObj(g -> "cluster " + g % 2).toList();
    var parts =
        SegregationMetrics.MUTUAL_INFORMATION.decomposeGroups(table, Partition.of(clusters));
    assertThat(parts.total()).isEqualTo(m);
    assertThat(parts.part("between") + parts.part("within")).isCloseTo(m, within(TIGHT));
    assertThat(parts.part("between")).isNotNegative();
    assertThat(parts.part("within")).isNotNegative();
  }
}
