package org.resourceequity.disproportionality;

/**
 * The number of events on the first side of a two-by-two table, if the margins are given and both
 * sides have the same risk.
 *
 * <p>Weights are relative to the likeliest number and follow from its neighbour's, so nothing
 * overflows, and the walk ends where a weight underflows: after some 40 standard deviations.
 */
final class Hypergeometric {

  /** Numbers whose weights agree to this relative difference are as likely as each other. */
  private static final double SAME = 1e-7;

  private final double people;
  private final double events;
  private final double all;
  private final double observed;

  private Hypergeometric(double people, double events, double all, double observed) {
    this.people = people;
    this.events = events;
    this.all = all;
    this.observed = observed;
  }

  static Hypergeometric of(Table table) {
    return new Hypergeometric(table.people(0), table.events(), table.people(), table.events(0));
  }

  private double mode() {
    return Math.floor((people + 1) / (all + 2) * (events + 1));
  }

  /** Weight of {@code k + 1} over the weight of {@code k}. */
  private double step(double k) {
    return (people - k) / (k + 1) * ((events - k) / (all - people - events + k + 1));
  }

  /**
   * Returns the probability of the numbers that are less likely than the observed one, and of those
   * as likely as it times {@code ties}.
   */
  double tail(double ties) {
    double lowest = Math.max(0, people + events - all);
    double highest = Math.min(people, events);
    double mode = Math.min(highest, Math.max(lowest, mode()));
    double limit = weightOfObserved(mode);
    Sums sums = new Sums(limit, ties);
    sums.add(1);
    double weight = 1;
    for (double k = mode; k < highest && weight > 0; k++) {
      weight *= step(k);
      sums.add(weight);
    }
    weight = 1;
    for (double k = mode; k > lowest && weight > 0; k--) {
      weight /= step(k - 1);
      sums.add(weight);
    }
    return sums.tail / sums.whole;
  }

  private double weightOfObserved(double mode) {
    double weight = 1;
    for (double k = mode; k < observed && weight > 0; k++) {
      weight *= step(k);
    }
    for (double k = mode; k > observed && weight > 0; k--) {
      weight /= step(k - 1);
    }
    return weight;
  }

  private static final class Sums {
    private final double limit;
    private final double ties;
    private double whole;
    private double tail;

    Sums(double limit, double ties) {
      this.limit = limit;
      this.ties = ties;
    }

    void add(double weight) {
      whole += weight;
      if (weight < limit * (1 - SAME)) {
        tail += weight;
      } else if (weight <= limit * (1 + SAME)) {
        tail += ties * weight;
      }
    }
  }
}
