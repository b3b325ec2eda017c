package org.resourceequity.inference;

import java.util.Optional;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.resourceequity.internal.Checks;

/** Intervals at the 95% level for rates and for two rates compared, in closed form. */
public final class RateIntervals {

  private static final double LEVEL = 0.95;
  private static final double TAIL = 0.025;
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
    checkRate(events, people);
    double p = events / people;
    double z2 = Z * Z;
    double centre = (p + z2 / (2 * people)) / (1 + z2 / people);
    double half =
        Z / (1 + z2 / people) * Math.sqrt(p * (1 - p) / people + z2 / (4 * people * people));
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half), LEVEL, "Wilson");
  }

  /**
   * Returns the textbook interval of the rate {@code events / people}, cut at 0 and 1. It is too
   * narrow where events are few, and a point where there are none. Wald, A. (1943),
   * doi:10.1090/S0002-9947-1943-0012401-3.
   *
   * @param events from 0 to {@code people}
   * @param people positive
   */
  public static Interval wald(double events, double people) {
    checkRate(events, people);
    double p = events / people;
    double half = Z * Math.sqrt(p * (1 - p) / people);
    return new Interval(Math.max(0, p - half), Math.min(1, p + half), LEVEL, "Wald");
  }

  /**
   * Returns the one-sided exact interval of a rate of which no event was seen: up to the rate at
   * which that has the probability 5%, about 3 over the people. Hanley, J. A. and Lippman-Hand, A.
   * (1983), If nothing goes wrong, is everything all right?, doi:10.1001/jama.1983.03330370053031.
   *
   * @param people positive
   */
  public static Interval withoutEvents(double people) {
    checkRate(0, people);
    return new Interval(0, -Math.expm1(Math.log(1 - LEVEL) / people), LEVEL, "exact, one-sided");
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

  /**
   * Returns Woolf's log interval of a ratio of two odds; empty if one of the four cells is empty.
   * Woolf, B. (1955), doi:10.1111/j.1469-1809.1955.tb01348.x.
   */
  public static Optional<Interval> woolf(
      double events, double people, double otherEvents, double otherPeople) {
    Checks.within(events, 0, people, "events");
    Checks.within(otherEvents, 0, otherPeople, "other events");
    double rest = people - events;
    double otherRest = otherPeople - otherEvents;
    if (!(events > 0 && rest > 0 && otherEvents > 0 && otherRest > 0)) {
      return Optional.empty();
    }
    double log = Math.log(events / rest / (otherEvents / otherRest));
    double half = Z * Math.sqrt(1 / events + 1 / rest + 1 / otherEvents + 1 / otherRest);
    return Optional.of(new Interval(Math.exp(log - half), Math.exp(log + half), LEVEL, "Woolf"));
  }

  /**
   * Returns the exact interval of the rate {@code events / people}: each end is the rate at which
   * the number of events, or one further out, has the probability 2.5%. Clopper, C. J. and Pearson,
   * E. S. (1934), doi:10.1093/biomet/26.4.404.
   *
   * @param events from 0 to {@code people}
   * @param people positive
   */
  public static Interval clopperPearson(double events, double people) {
    checkRate(events, people);
    return new Interval(
        events > 0 ? beta(events, people - events + 1, TAIL) : 0,
        events < people ? beta(events + 1, people - events, 1 - TAIL) : 1,
        LEVEL,
        "Clopper-Pearson");
  }

  /**
   * Returns Jeffreys's interval of the rate {@code events / people}, with the low end 0 if there
   * are no events and the high end 1 if all are. Brown, L. D., Cai, T. T. and DasGupta, A. (2001),
   * doi:10.1214/ss/1009213286.
   *
   * @param events from 0 to {@code people}
   * @param people positive
   */
  public static Interval jeffreys(double events, double people) {
    checkRate(events, people);
    double a = events + 0.5;
    double b = people - events + 0.5;
    return new Interval(
        events > 0 ? beta(a, b, TAIL) : 0,
        events < people ? beta(a, b, 1 - TAIL) : 1,
        LEVEL,
        "Jeffreys");
  }

  private static void checkRate(double events, double people) {
    Checks.within(people, Double.MIN_VALUE, Double.MAX_VALUE, "people");
    Checks.within(events, 0, people, "events");
  }

  /** Quantile of the beta distribution. */
  private static double beta(double a, double b, double probability) {
    return new BetaDistribution(a, b).inverseCumulativeProbability(probability);
  }
}
