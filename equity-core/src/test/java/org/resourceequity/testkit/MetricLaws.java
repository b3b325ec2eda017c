package org.resourceequity.testkit;

import java.util.Collection;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.resourceequity.metric.Measure;
import org.resourceequity.testkit.Samples.Draw;

/**
 * The laws as properties. A contributor's test implements this with one line:
 *
 * <pre>{@code
 * class MyMetricLaws implements MetricLaws {
 *   @Override
 *   public Collection<Measure<?, ?>> measures() {
 *     return List.of(MyMetrics.MINE);
 *   }
 * }
 * }</pre>
 *
 * <p>Each property draws a sample of every kind and checks one law on every measure it binds. A
 * failure prints the measure, the seed and the sample, shrunk to what is needed.
 */
public interface MetricLaws {

  /** How many samples of each kind a law is checked with. */
  int TRIES = 100;

  /** Returns the measures to check. */
  Collection<Measure<?, ?>> measures();

  /** Draws one sample of each kind. */
  @Provide
  default Arbitrary<Draw> draws() {
    return Samples.draws();
  }

  /** Checks a law on every measure it binds. */
  private void hold(Law law, Draw draw) {
    for (Measure<?, ?> measure : measures()) {
      if (law.binds().test(measure)) {
        law.check(measure, draw.of(measure.info().sample()), draw.seed());
      }
    }
  }

  /** Row order: see {@link Laws#ROW_ORDER}. */
  @Property(tries = TRIES)
  default void theOrderOfRowsChangesNoBit(@ForAll("draws") Draw draw) {
    hold(Laws.ROW_ORDER, draw);
  }

  /** Range: see {@link Laws#RANGE}. */
  @Property(tries = TRIES)
  default void theValueLiesInTheDeclaredRange(@ForAll("draws") Draw draw) {
    hold(Laws.RANGE, draw);
  }

  /** Finite: see {@link Laws#FINITE}. */
  @Property(tries = TRIES)
  default void dataGiveAFiniteNumberOrADeclaredReason(@ForAll("draws") Draw draw) {
    hold(Laws.FINITE, draw);
  }

  /** Extremes: see {@link Laws#EXTREMES}. */
  @Property(tries = TRIES)
  default void hugeAndTinyNumbersGiveAFiniteNumberOrAReason(@ForAll("draws") Draw draw) {
    hold(Laws.EXTREMES, draw);
  }

  /** Empty unit: see {@link Laws#EMPTY_UNIT}. */
  @Property(tries = TRIES)
  default void anEmptyUnitChangesNoBit(@ForAll("draws") Draw draw) {
    hold(Laws.EMPTY_UNIT, draw);
  }

  /** Weights are replication: see {@link Laws#WEIGHTS_ARE_REPLICATION}. */
  @Property(tries = TRIES)
  default void weightsAreReplication(@ForAll("draws") Draw draw) {
    hold(Laws.WEIGHTS_ARE_REPLICATION, draw);
  }

  /** Requirements: see {@link Laws#REQUIREMENTS}. */
  @Property(tries = TRIES)
  default void anUnmetRequirementIsTheReason(@ForAll("draws") Draw draw) {
    hold(Laws.REQUIREMENTS, draw);
  }

  /** Anonymity: see {@link Laws#ANONYMITY}. */
  @Property(tries = TRIES)
  default void namesOfUnitsDoNotMatter(@ForAll("draws") Draw draw) {
    hold(Laws.ANONYMITY, draw);
  }

  /** Replication: see {@link Laws#REPLICATION}. */
  @Property(tries = TRIES)
  default void copiesOfThePopulationHaveTheValueOfOne(@ForAll("draws") Draw draw) {
    hold(Laws.REPLICATION, draw);
  }

  /** Weight scale: see {@link Laws#WEIGHT_SCALE}. */
  @Property(tries = TRIES)
  default void theScaleOfWeightsDoesNotMatter(@ForAll("draws") Draw draw) {
    hold(Laws.WEIGHT_SCALE, draw);
  }

  /** Scale invariance: see {@link Laws#SCALE_INVARIANCE}. */
  @Property(tries = TRIES)
  default void theScaleOfValuesDoesNotMatter(@ForAll("draws") Draw draw) {
    hold(Laws.SCALE_INVARIANCE, draw);
  }

  /** Scale equivariance: see {@link Laws#SCALE_EQUIVARIANCE}. */
  @Property(tries = TRIES)
  default void multiplyingValuesMultipliesTheResult(@ForAll("draws") Draw draw) {
    hold(Laws.SCALE_EQUIVARIANCE, draw);
  }

  /** Translation invariance: see {@link Laws#TRANSLATION_INVARIANCE}. */
  @Property(tries = TRIES)
  default void addingToAllValuesChangesNothing(@ForAll("draws") Draw draw) {
    hold(Laws.TRANSLATION_INVARIANCE, draw);
  }

  /** Pigou dalton: see {@link Laws#PIGOU_DALTON}. */
  @Property(tries = TRIES)
  default void aTransferToAPoorerUnitLowersTheValue(@ForAll("draws") Draw draw) {
    hold(Laws.PIGOU_DALTON, draw);
  }

  /** Weak pigou dalton: see {@link Laws#WEAK_PIGOU_DALTON}. */
  @Property(tries = TRIES)
  default void aTransferToAPoorerUnitNeverRaisesTheValue(@ForAll("draws") Draw draw) {
    hold(Laws.WEAK_PIGOU_DALTON, draw);
  }

  /** Zero at equality: see {@link Laws#ZERO_AT_EQUALITY}. */
  @Property(tries = TRIES)
  default void equalityIsZero(@ForAll("draws") Draw draw) {
    hold(Laws.ZERO_AT_EQUALITY, draw);
  }

  /** One at equality: see {@link Laws#ONE_AT_EQUALITY}. */
  @Property(tries = TRIES)
  default void equalityIsOne(@ForAll("draws") Draw draw) {
    hold(Laws.ONE_AT_EQUALITY, draw);
  }

  /** Organisational equivalence: see {@link Laws#ORGANISATIONAL_EQUIVALENCE}. */
  @Property(tries = TRIES)
  default void aProportionalSplitChangesNothing(@ForAll("draws") Draw draw) {
    hold(Laws.ORGANISATIONAL_EQUIVALENCE, draw);
  }

  /** School division: see {@link Laws#SCHOOL_DIVISION}. */
  @Property(tries = TRIES)
  default void splittingAUnitNeverLowersTheValue(@ForAll("draws") Draw draw) {
    hold(Laws.SCHOOL_DIVISION, draw);
  }

  /** Size invariance: see {@link Laws#SIZE_INVARIANCE}. */
  @Property(tries = TRIES)
  default void theSizeOfAllCountsDoesNotMatter(@ForAll("draws") Draw draw) {
    hold(Laws.SIZE_INVARIANCE, draw);
  }

  /** Composition invariance: see {@link Laws#COMPOSITION_INVARIANCE}. */
  @Property(tries = TRIES)
  default void theSizeOfOneGroupDoesNotMatter(@ForAll("draws") Draw draw) {
    hold(Laws.COMPOSITION_INVARIANCE, draw);
  }

  /** Group symmetry: see {@link Laws#GROUP_SYMMETRY}. */
  @Property(tries = TRIES)
  default void namesOfGroupsDoNotMatter(@ForAll("draws") Draw draw) {
    hold(Laws.GROUP_SYMMETRY, draw);
  }

  /** Segregation transfers: see {@link Laws#SEGREGATION_TRANSFERS}. */
  @Property(tries = TRIES)
  default void mixingNeverRaisesTheValue(@ForAll("draws") Draw draw) {
    hold(Laws.SEGREGATION_TRANSFERS, draw);
  }

  /** Segregation extremes: see {@link Laws#SEGREGATION_EXTREMES}. */
  @Property(tries = TRIES)
  default void apartIsOneAndMixedIsZero(@ForAll("draws") Draw draw) {
    hold(Laws.SEGREGATION_EXTREMES, draw);
  }

  /** Antisymmetry: see {@link Laws#ANTISYMMETRY}. */
  @Property(tries = TRIES)
  default void exchangingTheGroupsChangesTheSign(@ForAll("draws") Draw draw) {
    hold(Laws.ANTISYMMETRY, draw);
  }

  /** Reciprocity: see {@link Laws#RECIPROCITY}. */
  @Property(tries = TRIES)
  default void exchangingTheGroupsGivesTheReciprocal(@ForAll("draws") Draw draw) {
    hold(Laws.RECIPROCITY, draw);
  }

  /** Rank only: see {@link Laws#RANK_ONLY}. */
  @Property(tries = TRIES)
  default void onlyTheOrderOfNeedMatters(@ForAll("draws") Draw draw) {
    hold(Laws.RANK_ONLY, draw);
  }

  /** One pass: see {@link Laws#ONE_PASS}. */
  @Property(tries = TRIES)
  default void mergedMomentsGiveTheSameBits(@ForAll("draws") Draw draw) {
    hold(Laws.ONE_PASS, draw);
  }

  /** Contributions add up: see {@link Laws#CONTRIBUTIONS_ADD_UP}. */
  @Property(tries = TRIES)
  default void contributionsAddUp(@ForAll("draws") Draw draw) {
    hold(Laws.CONTRIBUTIONS_ADD_UP, draw);
  }

  /** Influence: see {@link Laws#INFLUENCE}. */
  @Property(tries = TRIES)
  default void influenceIsTheDerivative(@ForAll("draws") Draw draw) {
    hold(Laws.INFLUENCE, draw);
  }

  /** Decomposition: see {@link Laws#DECOMPOSITION}. */
  @Property(tries = TRIES)
  default void betweenAndWithinAddUp(@ForAll("draws") Draw draw) {
    hold(Laws.DECOMPOSITION, draw);
  }

  /** Parts add up: see {@link Laws#PARTS_ADD_UP}. */
  @Property(tries = TRIES)
  default void partsAddUp(@ForAll("draws") Draw draw) {
    hold(Laws.PARTS_ADD_UP, draw);
  }

  /** Curve ascends: see {@link Laws#CURVE_ASCENDS}. */
  @Property(tries = TRIES)
  default void curvesAscend(@ForAll("draws") Draw draw) {
    hold(Laws.CURVE_ASCENDS, draw);
  }
}
