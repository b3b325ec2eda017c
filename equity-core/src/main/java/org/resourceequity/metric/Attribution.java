package org.resourceequity.metric;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.CounterRandom;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Sample;

/**
 * What each of several players adds to a number that they make together: districts to a gap,
 * sources of revenue to an inequality. A player's share is the average, over all orders in which
 * the players may join, of what changes when it does; the shares add up to the whole.
 *
 * <p>Players in groups join group by group (Owen value). With one group, or with each player in a
 * group of its own, that is the Shapley value.
 *
 * <p>Sources: Shapley, L. S. (1953), A value for n-person games; Owen, G. (1977), Values of games
 * with a priori unions, doi:10.1007/978-3-642-45494-3_7; Shorrocks, A. F. (2013), Decomposition
 * procedures for distributional analysis, doi:10.1007/s10888-011-9214-z.
 *
 * @param nobody the number without any player
 * @param everybody the number with all of them; the shares add up to the difference
 * @param shares each player's share
 * @param errors standard error of each share; 0 where all orders were counted
 * @param orders number of orders drawn; 0 where all were counted
 */
public record Attribution(
    double nobody, double everybody, UnitValues shares, UnitValues errors, int orders)
    implements Serializable {

  /** Up to this many coalitions all orders are counted: 15 players in one group. */
  public static final int LARGEST_EXACT = 1 << 15;

  /** The number that some of the players make together. */
  @FunctionalInterface
  public interface Game {
    /** Returns the number with the players for whom {@code joined} is true. */
    Outcome<Double> worth(boolean[] joined);
  }

  /**
   * How many orders are drawn where there are too many to count all.
   *
   * @param pairs pairs of an order and its reverse, at least 2; the error falls with their root
   * @param seed of the generator; the same seed gives the same bits
   */
  public record Sampling(int pairs, long seed) implements Serializable {

    /** 500 pairs. */
    public static final Sampling USUAL = new Sampling(500, 1);

    /** Checks the number of pairs. */
    public Sampling {
      Checks.atLeast(pairs, 2, "pairs");
    }
  }

  /** Returns the Shapley value; the first coalition without a number is why there is none. */
  public static Outcome<Attribution> shapley(List<String> players, Game game, Sampling sampling) {
    return owen(players, Partition.of(Collections.nCopies(players.size(), "all")), game, sampling);
  }

  /**
   * Returns the Owen value. It takes \(2^{g-1}\sum_k 2^{n_k}\) coalitions of g groups with \(n_k\)
   * players if these are at most {@value #LARGEST_EXACT}, else one per player and order drawn.
   *
   * @param players names of the players
   * @param groups the group of each player
   */
  public static Outcome<Attribution> owen(
      List<String> players, Partition groups, Game game, Sampling sampling) {
    Checks.sameLength(groups.size(), players.size(), "groups");
    Averaging averaging = new Averaging(players, game);
    return coalitions(groups) <= LARGEST_EXACT
        ? averaging.overAllOrders(groups.units())
        : averaging.overSomeOrders(groups.units(), sampling);
  }

  /**
   * Returns what each unit of a level contributes to a metric: its Shapley value, where a coalition
   * is the sample of the units that belong to it. Units of the level stand in groups if {@code
   * above} names a higher level. A coalition without a value of the metric counts as 0.
   *
   * @param level level of the players, such as "district"
   * @param above level of their groups, such as "state"; {@code level} itself for no groups
   */
  public static <S extends Sample<S>> Outcome<Attribution> toLevel(
      Metric<S> metric, S sample, String level, String above, Sampling sampling) {
    Outcome<Double> whole = metric.measure(sample);
    if (whole instanceof Outcome.Undefined<Double> undefined) {
      return Outcome.undefined(undefined.requirement(), undefined.detail());
    }
    Partition players = sample.units().by(level);
    Partition groups = sample.units().by(above);
    String[] groupOf = new String[players.parts()];
    for (int i = 0; i < players.size(); i++) {
      groupOf[players.part(i)] = groups.labels().get(groups.part(i));
    }
    Game game =
        joined ->
            Outcome.of(metric.measure(sample.select(members(players, joined))).find().orElse(0.0));
    return owen(players.labels(), Partition.of(List.of(groupOf)), game, sampling);
  }

  private static int[] members(Partition players, boolean[] joined) {
    int[] members = new int[players.size()];
    int count = 0;
    for (int i = 0; i < members.length; i++) {
      if (joined[players.part(i)]) {
        members[count++] = i;
      }
    }
    return Arrays.copyOf(members, count);
  }

  private static double coalitions(Partition groups) {
    double sum = 0;
    for (int[] group : groups.units()) {
      sum += Math.scalb(1.0, group.length);
    }
    return Math.scalb(sum, groups.parts() - 1);
  }

  /** Averages what the players add. */
  private static final class Averaging {
    private final List<String> players;
    private final Game game;
    private final ExactSum[] sums;
    private final ExactSum[] squares;
    private Optional<Outcome<Attribution>> missing = Optional.empty();

    Averaging(List<String> players, Game game) {
      this.players = players;
      this.game = game;
      this.sums = zeros(players.size());
      this.squares = zeros(players.size());
    }

    private static ExactSum[] zeros(int count) {
      ExactSum[] zeros = new ExactSum[count];
      for (int i = 0; i < count; i++) {
        zeros[i] = new ExactSum();
      }
      return zeros;
    }

    private double worth(boolean[] joined) {
      if (missing.isPresent()) {
        return 0;
      }
      Outcome<Double> worth = game.worth(joined);
      if (worth instanceof Outcome.Undefined<Double> undefined) {
        missing = Optional.of(Outcome.undefined(undefined.requirement(), undefined.detail()));
      }
      return worth.find().orElse(0.0);
    }

    /** For each group, all sets of other groups times all sets of its own players. */
    Outcome<Attribution> overAllOrders(int[][] groups) {
      for (int g = 0; g < groups.length; g++) {
        int[] own = groups[g];
        for (int others = 0; others < 1 << (groups.length - 1); others++) {
          boolean[] joined = new boolean[players.size()];
          for (int h = 0, bit = 0; h < groups.length; h++) {
            if (h != g && (others >> bit++ & 1) == 1) {
              for (int player : groups[h]) {
                joined[player] = true;
              }
            }
          }
          addGroup(own, joined, share(Integer.bitCount(others), groups.length));
        }
      }
      double[] none = new double[players.size()];
      return attribution(averages(1), none, 0);
    }

    private void addGroup(int[] own, boolean[] joined, double probability) {
      double[] worth = new double[1 << own.length];
      for (int set = 0; set < worth.length; set++) {
        for (int i = 0; i < own.length; i++) {
          joined[own[i]] = (set >> i & 1) == 1;
        }
        worth[set] = worth(joined);
      }
      for (int set = 0; set < worth.length; set++) {
        double weight = probability * share(Integer.bitCount(set), own.length);
        for (int i = 0; i < own.length; i++) {
          if ((set >> i & 1) == 0) {
            sums[own[i]].addProduct(weight, worth[set | 1 << i] - worth[set]);
          }
        }
      }
    }

    /** Returns the probability that just these {@code before} of n - 1 others join earlier. */
    private static double share(int before, int n) {
      double share = 1.0 / n;
      for (int i = 1; i <= before; i++) {
        share *= (double) i / (n - i);
      }
      return share;
    }

    /** An order and its reverse are averaged first; the error is that of these averages. */
    Outcome<Attribution> overSomeOrders(int[][] groups, Sampling sampling) {
      double nobody = worth(new boolean[players.size()]);
      for (int pair = 0; pair < sampling.pairs(); pair++) {
        int[] order = order(groups, new CounterRandom(sampling.seed(), pair));
        double[] added = new double[players.size()];
        addOrder(order, nobody, added);
        for (int i = 0, j = order.length - 1; i < j; i++, j--) {
          int swap = order[i];
          order[i] = order[j];
          order[j] = swap;
        }
        addOrder(order, nobody, added);
        for (int i = 0; i < added.length; i++) {
          sums[i].add(added[i]);
          squares[i].addProduct(added[i], added[i]);
        }
      }
      int pairs = sampling.pairs();
      double[] average = averages(pairs);
      double[] error = new double[average.length];
      for (int i = 0; i < error.length; i++) {
        double variance = squares[i].value() / pairs - average[i] * average[i];
        error[i] = Math.sqrt(Math.max(0, variance) / (pairs - 1));
      }
      return attribution(average, error, 2 * pairs);
    }

    private static int[] order(int[][] groups, CounterRandom random) {
      int[] groupOrder = new int[groups.length];
      int size = 0;
      for (int g = 0; g < groups.length; g++) {
        groupOrder[g] = g;
        size += groups[g].length;
      }
      random.shuffle(groupOrder);
      int[] order = new int[size];
      int at = 0;
      for (int g : groupOrder) {
        int[] own = groups[g].clone();
        random.shuffle(own);
        for (int player : own) {
          order[at++] = player;
        }
      }
      return order;
    }

    private void addOrder(int[] order, double nobody, double[] added) {
      boolean[] joined = new boolean[order.length];
      double before = nobody;
      for (int player : order) {
        joined[player] = true;
        double after = worth(joined);
        added[player] += (after - before) / 2;
        before = after;
      }
    }

    private double[] averages(int count) {
      double[] averages = new double[sums.length];
      for (int i = 0; i < averages.length; i++) {
        averages[i] = sums[i].value() / count;
      }
      return averages;
    }

    private Outcome<Attribution> attribution(double[] shares, double[] errors, int orders) {
      boolean[] all = new boolean[players.size()];
      double nobody = worth(all);
      Arrays.fill(all, true);
      double everybody = worth(all);
      return missing.orElseGet(
          () ->
              Outcome.of(
                  new Attribution(
                      nobody,
                      everybody,
                      UnitValues.of(players, shares),
                      UnitValues.of(players, errors),
                      orders)));
    }
  }
}
