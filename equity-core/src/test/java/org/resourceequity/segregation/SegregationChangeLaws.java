package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resourceequity.segregation.StructuralChange.ADDITIONS;
import static org.resourceequity.segregation.StructuralChange.GROUP_MARGINAL;
import static org.resourceequity.segregation.StructuralChange.REMOVALS;
import static org.resourceequity.segregation.StructuralChange.STRUCTURAL;
import static org.resourceequity.segregation.StructuralChange.UNIT_MARGINAL;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.resourceequity.internal.CounterRandom;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;

/** Laws of proportional fitting, L43, and of decompositions of change, L44. */
class SegregationChangeLaws {

  /** What iterations leave open. */
  private static final double ITERATIVE = 1e-8;

  /** Two periods with units that came and went and sizes that drifted. */
  @Provide
  Arbitrary<Change<CrossTab>> changes() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 12),
            Arbitraries.integers().between(2, 4),
            Arbitraries.longs().between(0, 1_000_000))
        .as(SegregationChangeLaws::change);
  }

  private static Change<CrossTab> change(int units, int groups, long seed) {
    CounterRandom random = new CounterRandom(seed, 0);
    return new Change<>(table(random, 0, units, groups), table(random, units / 3, units, groups));
  }

  /** Units with keys from a first number on; some cells are 0. */
  private static CrossTab table(CounterRandom random, int first, int units, int groups) {
    List<String> names = List.of("amber", "blue", "cyan", "dun").subList(0, groups);
    String[] keys = new String[units];
    Arrays.setAll(keys, i -> "unit " + (first + i));
    double[][] counts = new double[groups][units];
    for (double[] row : counts) {
      double size = 1 + random.nextInt(200);
      Arrays.setAll(
          row, i -> random.nextInt(6) == 0 ? 0 : 1 + Math.floor(size * random.nextDouble()));
    }
    return CrossTab.of(Units.of(List.of(keys)), names, counts);
  }

  private static StructuralChange of(InformationChange measure, Change<CrossTab> change) {
    Outcome<StructuralChange> outcome = measure.measure(change);
    Assume.that(outcome.isKnown());
    return outcome.get();
  }

  private static double sum(Parts parts) {
    return parts.parts().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** L43: margins met, cross-product ratios and zeros kept, a fitted table stays. */
  @Property(tries = 200)
  void fittingMeetsSumsAndKeepsRatios(@ForAll("changes") Change<CrossTab> change) {
    CrossTab seed = change.before();
    CrossTab target = change.after().withUnits(seed.units());
    Outcome<ProportionalFitting.Fitted> outcome =
        ProportionalFitting.withDefaults().fit(seed, target);
    if (outcome instanceof Outcome.Undefined<ProportionalFitting.Fitted> undefined) {
      assertThat(undefined.requirement()).isEqualTo(Condition.CONVERGENCE);
      assertThat(undefined.detail()).contains("unit \"unit ");
      return;
    }
    CrossTab fitted = outcome.get().table();
    for (int g = 0; g < seed.groups().size(); g++) {
      assertThat(fitted.groupTotal(g))
          .isCloseTo(target.groupTotal(g), within(ITERATIVE * target.total()));
      for (int i = 0; i < seed.size(); i++) {
        assertThat(fitted.unitTotal(i))
            .isCloseTo(target.unitTotal(i), within(ITERATIVE * target.total()));
        if (seed.count(g, i) == 0) {
          assertThat(fitted.count(g, i)).isZero();
        }
        double there = fitted.count(g, i) * fitted.count(0, 0);
        double across = fitted.count(g, 0) * fitted.count(0, i);
        double seedThere = seed.count(g, i) * seed.count(0, 0);
        double seedAcross = seed.count(g, 0) * seed.count(0, i);
        assertThat(there * seedAcross)
            .isCloseTo(
                across * seedThere, within(ITERATIVE * Math.max(1e-300, across * seedThere)));
      }
    }
    CrossTab again = ProportionalFitting.withDefaults().fit(fitted, target).get().table();
    for (int i = 0; i < seed.size(); i++) {
      assertThat(again.count(0, i))
          .isCloseTo(fitted.count(0, i), within(ITERATIVE * target.total()));
    }
  }

  /** L44: parts add up, and each unit's contributions add up to its part. */
  @Property(tries = 200)
  void partsAndContributionsAddUp(@ForAll("changes") Change<CrossTab> change) {
    for (InformationChange measure :
        List.of(
            SegregationChanges.MUTUAL_INFORMATION,
            SegregationChanges.MUTUAL_INFORMATION.withThreeFactors(),
            SegregationChanges.MUTUAL_INFORMATION.withFill(1e-10),
            SegregationChanges.THEIL_H)) {
      StructuralChange result = of(measure, change);
      Parts parts = result.parts();
      assertThat(sum(parts)).isCloseTo(parts.total(), within(ITERATIVE));
      assertThat(result.structural().sum()).isCloseTo(parts.part(STRUCTURAL), within(1e-14));
      assertThat(result.unitMarginal().sum()).isCloseTo(parts.part(UNIT_MARGINAL), within(1e-14));
      assertThat(result.groupMarginal().sum()).isCloseTo(parts.part(GROUP_MARGINAL), within(1e-14));
      assertThat(result.certificates()).hasSize(6);
      assertThat(result.certificates()).allMatch(c -> c.residual() <= ProportionalFitting.RESIDUAL);
    }
  }

  /** L44: exchanging the periods changes the signs, and additions become removals. */
  @Property(tries = 200)
  void exchangingThePeriodsChangesTheSigns(@ForAll("changes") Change<CrossTab> change) {
    for (InformationChange measure :
        List.of(
            SegregationChanges.MUTUAL_INFORMATION,
            SegregationChanges.MUTUAL_INFORMATION.withThreeFactors(),
            SegregationChanges.THEIL_H)) {
      reversed(of(measure, change).parts(), of(measure, change.reversed()).parts());
    }
    reversed(
        SegregationChanges.MORA_RUIZ_CASTILLO.measure(change).get(),
        SegregationChanges.MORA_RUIZ_CASTILLO.measure(change.reversed()).get());
  }

  private static void reversed(Parts there, Parts back) {
    for (String part : List.of(GROUP_MARGINAL, UNIT_MARGINAL, STRUCTURAL)) {
      assertThat(back.part(part)).as(part).isCloseTo(-there.part(part), within(ITERATIVE));
    }
    assertThat(back.part(ADDITIONS)).isCloseTo(-there.part(REMOVALS), within(ITERATIVE));
    assertThat(back.part(REMOVALS)).isCloseTo(-there.part(ADDITIONS), within(ITERATIVE));
  }

  /** L44: no change, no part. */
  @Property(tries = 100)
  void nothingChangedIsNothing(@ForAll("changes") Change<CrossTab> change) {
    Change<CrossTab> none = new Change<>(change.before(), change.before());
    for (Parts parts :
        List.of(
            of(SegregationChanges.MUTUAL_INFORMATION, none).parts(),
            SegregationChanges.KARMEL_MACLACHLAN.measure(none).get(),
            SegregationChanges.MORA_RUIZ_CASTILLO.measure(none).get())) {
      parts
          .parts()
          .forEach((name, part) -> assertThat(part).as(name).isCloseTo(0, within(ITERATIVE)));
    }
  }

  /** L44: where only sums changed, structure did not; where only structure did, sums did not. */
  @Property(tries = 200)
  void sizesAndStructureAreToldApart(@ForAll("changes") Change<CrossTab> change) {
    CrossTab first = change.before();
    CrossTab second = change.after().withUnits(first.units());
    Outcome<ProportionalFitting.Fitted> firstWithSecondSums =
        ProportionalFitting.withDefaults().fit(first, second);
    Assume.that(firstWithSecondSums.isKnown());
    CrossTab moved = firstWithSecondSums.get().table();
    Parts sizes = of(SegregationChanges.MUTUAL_INFORMATION, new Change<>(first, moved)).parts();
    assertThat(sizes.part(STRUCTURAL)).isCloseTo(0, within(ITERATIVE));
    Parts structure =
        of(SegregationChanges.MUTUAL_INFORMATION, new Change<>(moved, second)).parts();
    assertThat(structure.part(GROUP_MARGINAL)).isCloseTo(0, within(ITERATIVE));
    assertThat(structure.part(UNIT_MARGINAL)).isCloseTo(0, within(ITERATIVE));
    assertThat(structure.part(STRUCTURAL)).isCloseTo(structure.total(), within(ITERATIVE));
  }

  /** L44: all parts of the older decompositions add up too. */
  @Property(tries = 100)
  void olderDecompositionsAddUp(@ForAll("changes") Change<CrossTab> change) {
    Outcome<Parts> outcome = SegregationChanges.MORA_RUIZ_CASTILLO.measure(change);
    Assume.that(outcome.isKnown());
    Parts mrc = outcome.get();
    assertThat(sum(mrc)).isCloseTo(mrc.total(), within(1e-12));
    Outcome<Parts> km = SegregationChanges.KARMEL_MACLACHLAN.measure(change);
    Assume.that(km.isKnown());
    assertThat(sum(km.get())).isCloseTo(km.get().total(), within(1e-12));
  }
}
