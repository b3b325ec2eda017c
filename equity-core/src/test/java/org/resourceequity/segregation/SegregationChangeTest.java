package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;

/**
 * Decompositions of change against their definitions, computed with 40 digits by Python 3.11 and
 * mpmath 1.3; tables are fitted by scaling rows and columns until all sums are met to 1e-36.
 *
 * <p>Unit a goes and f comes, as cyan goes and dun comes. In one period nobody is in d, nor in c
 * when cyan is left out: so amber and blue in b, e and g are what both periods have.
 */
class SegregationChangeTest {

  private static final CrossTab BEFORE =
      CrossTab.of(
          Units.of(List.of("a", "b", "c", "d", "e", "g")),
          List.of("amber", "blue", "cyan"),
          new double[][] {{10, 8, 0, 5, 12, 6}, {4, 12, 0, 7, 3, 9}, {3, 0, 7, 0, 2, 0}});

  private static final CrossTab AFTER =
      CrossTab.of(
          Units.of(List.of("f", "e", "d", "b", "c", "g")),
          List.of("blue", "dun", "amber"),
          new double[][] {{5, 6, 0, 14, 3, 8}, {1, 0, 0, 2, 0, 0}, {2, 9, 0, 6, 4, 11}});

  private static final Change<CrossTab> CHANGE = new Change<>(BEFORE, AFTER);

  private static void near(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-11));
  }

  private static void holds(
      StructuralChange change, double groups, double units, double structural) {
    near(change.parts().part(StructuralChange.GROUP_MARGINAL), groups);
    near(change.parts().part(StructuralChange.UNIT_MARGINAL), units);
    near(change.parts().part(StructuralChange.STRUCTURAL), structural);
  }

  private static void holds(UnitValues values, double b, double e, double g) {
    assertThat(values.keys()).containsExactly("b", "e", "g");
    assertThat(values.values()).containsExactly(new double[] {b, e, g}, within(1e-11));
  }

  private static void comesAndGoes(Parts parts) {
    near(parts.total(), -0.215796024973023);
    near(parts.part(StructuralChange.ADDITIONS), 0.03789476872807717);
    near(parts.part(StructuralChange.REMOVALS), -0.2223594043721904);
  }

  @Test
  void informationByStructureAgainstSizes() {
    StructuralChange change = new InformationChange(false).measure(CHANGE).get();
    comesAndGoes(change.parts());
    holds(change, 0.001198912526384973, -0.002825467019491666, -0.02970483483580315);
    holds(
        change.groupMarginal(), 0.0003562387573583907, 0.0006560333970414362, 0.000186640371985146);
    holds(
        change.unitMarginal(),
        -0.001203980610576586,
        -0.001568799957413197,
        -0.00005268645150188321);
    holds(change.structural(), 0.01451143332678922, -0.04210460554057017, -0.002111662622022202);
    holds(change.localChange(), 0.03782854121789811, -0.1461187092587727, -0.006412842185710494);
    assertThat(change.certificates()).hasSize(6);
  }

  @Test
  void informationByThreeFactors() {
    StructuralChange change = new InformationChange(false).withThreeFactors().measure(CHANGE).get();
    comesAndGoes(change.parts());
    holds(change, 0.001180512742095938, -0.002843866803780701, -0.02966803526722508);
    holds(change.localChange(), 0.03784587177237975, -0.145931603812251, -0.006459796177167688);
  }

  @Test
  void relativeInformation() {
    StructuralChange change = new InformationChange(true).measure(CHANGE).get();
    near(change.parts().total(), -0.2023951691568707);
    near(change.parts().part(StructuralChange.ADDITIONS), 0.03532560362245891);
    near(change.parts().part(StructuralChange.REMOVALS), -0.1924574126915665);
    holds(change, 0.00171823934696083, -0.004080660995450215, -0.04290093843927379);
    holds(change.localChange(), 0.05463314294287015, -0.2110298324588275, -0.009261606133184053);
  }

  @Test
  void mutualInformationByMoraAndRuizCastillo() {
    Parts parts = new MoraRuizCastilloChange().measure(CHANGE).get();
    comesAndGoes(parts);
    near(parts.part(StructuralChange.GROUP_MARGINAL), 0.000114185521271348);
    near(parts.part(StructuralChange.UNIT_MARGINAL), -0.003036081245953728);
    near(parts.part(StructuralChange.STRUCTURAL), -0.02840949360422746);
  }

  @Test
  void mutualInformationByKarmelAndMaclachlan() {
    Parts parts = new KarmelMaclachlanChange().measure(CHANGE).get();
    comesAndGoes(parts);
    near(parts.part(StructuralChange.GROUP_MARGINAL), 0.0006853298807915853);
    near(parts.part(StructuralChange.UNIT_MARGINAL), -0.003282481402407523);
    near(parts.part(StructuralChange.INTERACTION), 0.001590213652762205);
    near(parts.part(StructuralChange.STRUCTURAL), -0.03032445146005611);
  }

  /** Nobody of amber is in e at first; a hundredth of all members goes there before fitting. */
  @Test
  void whatIsNotCountedIsFilled() {
    List<String> groups = List.of("amber", "blue");
    Units units = Units.of(List.of("b", "e", "g"));
    Change<CrossTab> change =
        new Change<>(
            CrossTab.of(units, groups, new double[][] {{8, 0, 6}, {12, 3, 9}}),
            CrossTab.of(units, groups, new double[][] {{6, 9, 11}, {14, 6, 8}}));
    holds(
        new InformationChange(false).withFill(0.01).measure(change).get(),
        -0.00036357307090086,
        0.01127528223060779,
        -0.009355845927495573);
  }

  /**
   * Without amber before, blue is the only group that both periods have: M is 0, H has no value.
   */
  @Test
  void oneCommonGroupHasNoEntropy() {
    CrossTab blue =
        CrossTab.of(
            Units.of(List.of("b", "g")),
            List.of("amber", "blue", "cyan"),
            new double[][] {{0, 0}, {4, 2}, {1, 5}});
    Change<CrossTab> change = new Change<>(blue, AFTER);
    near(
        new InformationChange(false)
            .measure(change)
            .get()
            .parts()
            .part(StructuralChange.STRUCTURAL),
        0);
    assertThat(new InformationChange(true).measure(change).toString())
        .contains(Condition.VARIATION.name())
        .contains("one group has members in both periods");
  }

  /** Amber and blue are in a before and in b after: neither unit has members in both. */
  @Test
  void nothingIsCommonWhereEachUnitIsEmptyOnce() {
    Units units = Units.of(List.of("a", "b"));
    List<String> groups = List.of("amber", "blue");
    Change<CrossTab> change =
        new Change<>(
            CrossTab.of(units, groups, new double[][] {{3, 0}, {1, 0}}),
            CrossTab.of(units, groups, new double[][] {{0, 2}, {0, 5}}));
    for (String reason :
        List.of(
            new InformationChange(false).measure(change).toString(),
            new MoraRuizCastilloChange().measure(change).toString(),
            new KarmelMaclachlanChange().measure(change).toString())) {
      assertThat(reason).contains("no group and unit that have members in both periods");
    }
  }
}
