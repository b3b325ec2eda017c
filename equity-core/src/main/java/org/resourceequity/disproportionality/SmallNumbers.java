package org.resourceequity.disproportionality;

import java.util.function.ToDoubleFunction;
import org.resourceequity.internal.Checks;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.RiskCounts;

/**
 * Which groups are too small: a flag for each, 1 if it is and 0 if not. More people never set a
 * flag. The two are apart, since a rule may set a minimum for either; what has to be withheld for
 * privacy is decided elsewhere. {@link org.resourceequity.sample.MinimumCounts} makes of both a
 * requirement.
 *
 * <ul>
 *   <li>{@link #cells}: too few events
 *   <li>{@link #groups}: too few people
 * </ul>
 */
public final class SmallNumbers {

  private static final String RULE = "34 CFR 300.647(b)(1)(iv)";

  private SmallNumbers() {}

  /**
   * Returns the groups with fewer events than a minimum cell size.
   *
   * @param least such as 10, the largest that is presumed reasonable
   */
  public static Profile<RiskCounts> cells(double least) {
    return new Flags(
        "small-cell", "Small cell", "a_g < c", "events", least, RiskCounts.Risk::events);
  }

  /**
   * Returns the groups with fewer people than a minimum size.
   *
   * @param least such as 30, the largest that is presumed reasonable
   */
  public static Profile<RiskCounts> groups(double least) {
    return new Flags(
        "small-group", "Small group", "n_g < k", "members", least, RiskCounts.Risk::population);
  }

  private static final class Flags implements Profile<RiskCounts> {
    private final MetricInfo info;
    private final double least;
    private final ToDoubleFunction<RiskCounts.Risk> count;

    Flags(
        String id,
        String name,
        String formula,
        String what,
        double least,
        ToDoubleFunction<RiskCounts.Risk> count) {
      this.least = Checks.within(least, 0, Double.MAX_VALUE, "least");
      this.count = count;
      this.info =
          MetricInfo.of(id + ":" + MetricId.write(least), "DP-CELL", name, RiskCounts.class)
              .range(0, 1)
              .formula("[" + formula + "]")
              .reading("1 for a group with too few " + what + ", else 0.")
              .reference(RULE);
    }

    @Override
    public MetricInfo info() {
      return info;
    }

    @Override
    public UnitValues formula(RiskCounts sample) {
      double[] flags = new double[sample.groups().size()];
      for (int g = 0; g < flags.length; g++) {
        flags[g] = count.applyAsDouble(sample.risk(g)) < least ? 1 : 0;
      }
      return UnitValues.of(sample.groups(), flags);
    }

    @Override
    public String toString() {
      return info.id();
    }
  }
}
