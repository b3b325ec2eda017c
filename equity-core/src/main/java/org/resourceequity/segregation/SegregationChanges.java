package org.resourceequity.segregation;

import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.CrossTab;

/**
 * What a change of segregation between two periods, or a difference between two places, is made of.
 *
 * <ul>
 *   <li>{@link #MUTUAL_INFORMATION} and {@link #THEIL_H}: sizes of groups, sizes of units and
 *       structure, which tells whether separation itself changed; with each unit's contribution
 *   <li>{@link #counterfactual}: the mix of the groups, and the units; for places without common
 *       units
 *   <li>{@link #KARMEL_MACLACHLAN} and {@link #MORA_RUIZ_CASTILLO}: older ways to split M
 * </ul>
 */
public final class SegregationChanges {

  /** Change of M by sizes and structure. */
  public static final InformationChange MUTUAL_INFORMATION = new InformationChange(false);

  /** Change of H by sizes and structure. */
  public static final InformationChange THEIL_H = new InformationChange(true);

  /** Change of M by Karmel and Maclachlan. */
  public static final Comparison<CrossTab, Parts> KARMEL_MACLACHLAN = new KarmelMaclachlanChange();

  /** Change of M by Mora and Ruiz-Castillo. */
  public static final Comparison<CrossTab, Parts> MORA_RUIZ_CASTILLO = new MoraRuizCastilloChange();

  private SegregationChanges() {}

  /**
   * Returns the change of an index of two groups by the mix of the groups and by the units over
   * which it is laid. Unlike the others it needs no common units.
   *
   * @param counterfactual how a place gets the mix of the other
   */
  public static Comparison<CrossTab, Parts> counterfactual(
      Counterfactual counterfactual, Metric<CrossTab> index) {
    return new CounterfactualChange(counterfactual, index);
  }
}
