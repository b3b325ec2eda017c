package org.resourceequity.disproportionality;

import java.util.LinkedHashMap;
import java.util.Map;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.RiskCounts;

/**
 * The gap in participation, split into different offer and different uptake. Events in units that
 * do not offer them, such as courses taken online, are a part of their own, "elsewhere". Where
 * nobody of a side has access, its uptake is the other side's.
 */
final class OfferAndUptake implements Split<RiskCounts> {

  private static final MetricInfo INFO =
      MetricInfo.of("offer-and-uptake", "AC-2STAGE", "Offer and uptake", RiskCounts.class)
          .range(-1, 1)
          .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP)
          .formula("(o_g-o_h)\\bar u + \\bar o(u_g-u_h) + (v_g-v_h)")
          .reading("How much of the gap is due to where it is offered and how much to who enrols.")
          .reference(
              "Kitagawa, E. M. (1955), Components of a difference between two rates,"
                  + " doi:10.1080/01621459.1955.10501299");

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public Parts formula(RiskCounts sample) {
    Offer group = Offer.ofFocus(sample);
    Offer other = Offer.ofCompared(sample);
    double uptake = uptake(group, other);
    double otherUptake = uptake(other, group);
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("offer", (group.access() - other.access()) * (uptake + otherUptake) / 2);
    parts.put("uptake", (group.access() + other.access()) / 2 * (uptake - otherUptake));
    parts.put("elsewhere", group.elsewhere() / group.people() - other.elsewhere() / other.people());
    return new Parts(sample.focus().value() - sample.compared().value(), parts);
  }

  private static double uptake(Offer side, Offer instead) {
    if (side.withAccess() > 0) {
      return side.uptake();
    }
    return instead.withAccess() > 0 ? instead.uptake() : 0;
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
