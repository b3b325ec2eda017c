package org.resourceequity.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.CounterRandom;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Sample;

/**
 * The Shapley value: each player's mean contribution to a number, over all orders in which players
 * can join. The contributions add up to the number of all players less the number of none. Shapley,
 * L. S. (1953), A value for n-person games, doi:10.1515/9781400881970-018.
 *
 * <p>Exact up to {@value #MOST_EXACT} players, with 2^K evaluations. Beyond, orders are drawn in
 * opposite pairs from a fixed seed, and {@link #error} tells how far off a value may be.
 */
public final class Shapley {

  /** Up to so many players all subsets are evaluated. */
  public static final int MOST_EXACT = 15;

  private static final int PAIRS = 1_000;
  private static final long SEED = 1;

  private final double[] values;
  private final double[] errors;
  private final long evaluations;

  private Shapley(double[] values, double[] errors, long evaluations) {
    this.values = values;
    this.errors = errors;
    this.evaluations = evaluations;
  }

  /**
   * Returns the values of players whose subsets have a number each.
   *
   * @param players how many there are
   * @param game the number of a subset: for each player whether it is in; finite
   */
  public static Shapley of(int players, ToDoubleFunction<boolean[]> game) {
    Checks.within(players, 1, 1_000_000, "players");
    return players <= MOST_EXACT ? exact(players, game) : sampled(players, game);
  }

  /**
   * Returns what each cluster of units adds to a metric: the districts of a state, when they join
   * in all orders. Where a subset of clusters has no value, it counts as 0.
   */
  public static <S extends Sample<S>> UnitValues ofClusters(
      Metric<S> metric, S sample, Partition clusters) {
    int[][] units = clusters.units();
    Shapley shapley =
        of(
            clusters.parts(),
            in ->
                metric
                    .measure(
                        sample.select(
                            IntStream.range(0, sample.size())
                                .filter(i -> in[clusters.part(i)])
                                .toArray()))
                    .find()
                    .orElse(0.0));
    return UnitValues.of(clusters.labels(), Arrays.copyOf(shapley.values, units.length));
  }

  /**
   * Returns the Owen values: players belong to unions that join as a whole, such as the sources of
   * federal money. Owen, G. (1977), Values of games with a priori unions,
   * doi:10.1007/978-3-642-45494-3_7. Exact: 2^(unions + members of the largest union) evaluations.
   *
   * @param unions the players of each union; together all players from 0 on, each once
   * @throws IllegalArgumentException if there are more than 15 unions, or members of one
   */
  public static Shapley ofUnions(List<int[]> unions, ToDoubleFunction<boolean[]> game) {
    int players = unions.stream().mapToInt(u -> u.length).sum();
    boolean[] seen = new boolean[players];
    for (int[] union : unions) {
      Checks.within(union.length, 1, MOST_EXACT, "members of a union");
      for (int player : union) {
        if (player < 0 || player >= players || seen[player]) {
          throw new IllegalArgumentException(
              "player " + player + " is not one of " + players + ", or stands in two unions");
        }
        seen[player] = true;
      }
    }
    Checks.within(unions.size(), 1, MOST_EXACT, "unions");
    double[] values = new double[players];
    long evaluations = 0;
    double[] outer = shares(unions.size());
    for (int u = 0; u < unions.size(); u++) {
      int[] members = unions.get(u);
      double[] inner = shares(members.length);
      ExactSum[] sums = new ExactSum[members.length];
      Arrays.setAll(sums, i -> new ExactSum());
      for (int others = 0; others < 1 << unions.size(); others++) {
        if ((others >> u & 1) == 1) {
          continue;
        }
        boolean[] in = new boolean[players];
        for (int o = 0; o < unions.size(); o++) {
          if ((others >> o & 1) == 1) {
            for (int player : unions.get(o)) {
              in[player] = true;
            }
          }
        }
        double[] numbers = new double[1 << members.length];
        for (int subset = 0; subset < numbers.length; subset++) {
          boolean[] with = in.clone();
          for (int m = 0; m < members.length; m++) {
            with[members[m]] = (subset >> m & 1) == 1;
          }
          numbers[subset] = game.applyAsDouble(with);
          evaluations++;
        }
        double share = outer[Integer.bitCount(others)];
        for (int m = 0; m < members.length; m++) {
          for (int subset = 0; subset < numbers.length; subset++) {
            if ((subset >> m & 1) == 0) {
              double weight = share * inner[Integer.bitCount(subset)];
              sums[m].addProduct(weight, numbers[subset | 1 << m]);
              sums[m].addProduct(-weight, numbers[subset]);
            }
          }
        }
      }
      for (int m = 0; m < members.length; m++) {
        values[members[m]] = sums[m].value();
      }
    }
    return new Shapley(values, new double[players], evaluations);
  }

  private static Shapley exact(int players, ToDoubleFunction<boolean[]> game) {
    List<int[]> one = new ArrayList<>();
    one.add(IntStream.range(0, players).toArray());
    return ofUnions(one, game);
  }

  /**
   * Returns the share of the orders in which exactly the members of a subset of a size go first.
   */
  private static double[] shares(int players) {
    double[] shares = new double[players];
    double share = 1.0 / players;
    for (int size = 0; size < players; size++) {
      shares[size] = share;
      share *= (size + 1.0) / Math.max(1, players - size - 1);
    }
    return shares;
  }

  private static Shapley sampled(int players, ToDoubleFunction<boolean[]> game) {
    double[][] pairs = new double[PAIRS][];
    double none = game.applyAsDouble(new boolean[players]);
    IntStream.range(0, PAIRS)
        .parallel()
        .forEach(
            pair -> {
              int[] order = IntStream.range(0, players).toArray();
              new CounterRandom(SEED, pair).shuffle(order);
              double[] mean = new double[players];
              for (int turn = 0; turn < 2; turn++) {
                boolean[] in = new boolean[players];
                double before = none;
                for (int k = 0; k < players; k++) {
                  int player = order[turn == 0 ? k : players - 1 - k];
                  in[player] = true;
                  double number = game.applyAsDouble(in.clone());
                  mean[player] += (number - before) / 2;
                  before = number;
                }
              }
              pairs[pair] = mean;
            });
    double[] values = new double[players];
    double[] errors = new double[players];
    for (int player = 0; player < players; player++) {
      int which = player;
      double[] draws = Arrays.stream(pairs).mapToDouble(mean -> mean[which]).toArray();
      values[player] = ExactSum.of(draws) / PAIRS;
      ExactSum squares = new ExactSum();
      for (double draw : draws) {
        squares.add((draw - values[player]) * (draw - values[player]));
      }
      errors[player] = Math.sqrt(squares.value() / (PAIRS - 1) / PAIRS);
    }
    return new Shapley(values, errors, 2L * PAIRS * players + 1);
  }

  /** Returns the number of players. */
  public int players() {
    return values.length;
  }

  /** Returns a player's value. */
  public double value(int player) {
    return values[player];
  }

  /** Returns the standard error that the drawing of orders leaves; 0 if the value is exact. */
  public double error(int player) {
    return errors[player];
  }

  /** Returns how many subsets were evaluated. */
  public long evaluations() {
    return evaluations;
  }
}
