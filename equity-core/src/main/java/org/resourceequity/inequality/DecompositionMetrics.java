package org.resourceequity.inequality;

import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.Split;
import org.resourceequity.metric.Verdict;
import org.resourceequity.sample.Distribution;

/**
 * What is an inequality made of, what changed it, and is it beyond doubt?
 *
 * <ul>
 *   <li>{@link #nested}: any index by the levels above the units; {@link #nestedProduct} as a
 *       product
 *   <li>{@link #atkinsonDecomposition} and {@link #giniDecomposition}: within and between; for
 *       generalised entropy see {@link org.resourceequity.metric.Decomposable} and {@link
 *       #entropyWithin}
 *   <li>{@link #shareOfMaximum}: between, relative to the most there could be
 *   <li>{@link #bySource} and {@link #shapley}: by source of the resource
 *   <li>{@link #theilLChange}, {@link #theilTChange} and {@link #change}: from one year to another
 *   <li>{@link #GENERALISED_LORENZ_DOMINANCE}, {@link #ABSOLUTE_LORENZ_DOMINANCE} and {@link
 *       #FIRST_ORDER_DOMINANCE}: what all indices agree on
 * </ul>
 */
public final class DecompositionMetrics {

  /** Name of the lowest part of a nested index: between units with the same parents. */
  public static final String UNIT = "unit";

  /** Which of two distributions is better by every rising and equality-loving welfare function. */
  public static final Comparison<Distribution, Verdict> GENERALISED_LORENZ_DOMINANCE =
      CurveDominance.GENERALISED_LORENZ;

  /** Which of two distributions is more equal by every index of absolute differences. */
  public static final Comparison<Distribution, Verdict> ABSOLUTE_LORENZ_DOMINANCE =
      CurveDominance.ABSOLUTE_LORENZ;

  /** Which of two distributions has more at every rank. */
  public static final Comparison<Distribution, Verdict> FIRST_ORDER_DOMINANCE =
      CurveDominance.FIRST_ORDER;

  private DecompositionMetrics() {}

  /**
   * Returns an index split by all levels above the units.
   *
   * @param index 0 at equality, and never raised by a transfer to a poorer unit
   */
  public static Split<Distribution> nested(Metric<Distribution> index) {
    return new NestedInequality(index);
  }

  /** Returns the Atkinson index split by all levels above the units, as a product of losses. */
  public static Profile<Distribution> nestedProduct(double epsilon) {
    return new NestedProduct(epsilon);
  }

  /** Returns what each parent at a level adds to the generalised entropy within parents. */
  public static Profile<Distribution> entropyWithin(double alpha, String level) {
    return new WithinByParent(InequalityMetrics.generalisedEntropy(alpha), alpha, level);
  }

  /** Returns the Atkinson index within and between the parents of the units. */
  public static AtkinsonDecomposition atkinsonDecomposition(
      double epsilon, AtkinsonDecomposition.Order order) {
    return new AtkinsonDecomposition(epsilon, order);
  }

  /** Returns the Gini coefficient within and between the parents of the units. */
  public static GiniDecomposition giniDecomposition(GiniDecomposition.Method method) {
    return new GiniDecomposition(method);
  }

  /** Returns an index between parents as a share of the most that there could be. */
  public static Metric<Distribution> shareOfMaximum(Metric<Distribution> index) {
    return new ShareOfMaximum(index);
  }

  /** Returns inequality by source of the resource. */
  public static Split<Distribution> bySource(SourceDecomposition.Method method) {
    return new SourceDecomposition(method);
  }

  /** Returns an index by source of the resource, as Shapley value. */
  public static FactorShapley shapley(Metric<Distribution> index, FactorShapley.Removal removal) {
    return new FactorShapley(index, removal);
  }

  /** Returns the change of Theil's L by the units of a level, exactly. */
  public static Comparison<Distribution, Parts> theilLChange(String level) {
    return new TheilChange(TheilChange.Form.L, level);
  }

  /** Returns the change of Theil's L in the form in which it was published. */
  public static Comparison<Distribution, Parts> theilLChangeApproximate(String level) {
    return new TheilChange(TheilChange.Form.L_APPROXIMATE, level);
  }

  /** Returns the change of Theil's T by the units of a level, exactly. */
  public static Comparison<Distribution, Parts> theilTChange(String level) {
    return new TheilChange(TheilChange.Form.T, level);
  }

  /** Returns the change of any index by the units of a level, as Shapley value. */
  public static Comparison<Distribution, Parts> change(Metric<Distribution> index, String level) {
    return new ShapleyChange(index, level);
  }
}
