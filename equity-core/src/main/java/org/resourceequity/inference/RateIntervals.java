package org.resourceequity.inference;

import java.util.Optional;
import org.resourceequity.internal.Checks;

/** Intervals at the 95% level for rates and for two rates compared, in closed form. */
public final class RateIntervals {

  private static final double LEVEL = 0.95;
  private static final double Z = 1.959963984540054;

  private RateIntervals() {}

  /**
   * Returns the Wilson score interval of the rate {@code events / people}. Wilson, E. B. (1927),
   * doi:10.1080/01621459.1927.10502953.
   *
   * @param events from 0 to {@code people}
   * @param people positive
   */
  public static Interval wilson(double events, double people) {
    Checks.within(people, Double.MIN_VALUE, Double.MAX_VALUE, "people");
    Checks.within(events, 0, people, "events");
    double p = events / people;
    double z2 = Z * Z;
    double centre = (p + z2 / (2 * people)) / (1 + z2 / people);
    double half =
        Z / (1 + z2 / people) * Math.sqrt(p * (1 - p) / people + z2 / (4 * people * people));
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half), LEVEL, "Wilson");
  }

  /**
   * Returns Newcombe's hybrid score interval of a difference of two rates. Newcombe, R. G. (1998),
   * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I.
   */
  public static Interval newcombe(
      double events, double people, double otherEvents, double otherPeople) {
    double p = events / people;
    double q = otherEvents / otherPeople;
    Interval first = wilson(events, people);
    Interval second = wilson(otherEvents, otherPeople);
    double down = Math.hypot(p - first.low(), second.high() - q);
    double up = Math.hypot(first.high() - p, q - second.low());
    return new Interval(p - q - down, p - q + up, LEVEL, "Newcombe");
  }

  /**
   * Returns Katz's log interval of a ratio of two rates; empty if either has no events. Katz, D. et
   * al. (1978), doi:10.2307/2530610.
   */
  public static Optional<Interval> katz(
      double events, double people, double otherEvents, double otherPeople) {
    Checks.within(events, 0, people, "events");
    Checks.within(otherEvents, 0, otherPeople, "other events");
    if (!(events > 0 && otherEvents > 0)) {
      return Optional.empty();
    }
    double log = Math.log(events / people / (otherEvents / otherPeople));
    double half = Z * Math.sqrt(1 / events - 1 / people + 1 / otherEvents - 1 / otherPeople);
    return Optional.of(new Interval(Math.exp(log - half), Math.exp(log + half), LEVEL, "Katz"));
  }
}
