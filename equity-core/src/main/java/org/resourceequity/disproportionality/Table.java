package org.resourceequity.disproportionality;

import java.util.Arrays;
import java.util.Optional;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.RiskComparison;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;

/**
 * People with and without the event on each side of a comparison: two sides, or every group with
 * members.
 */
final class Table {

  private static final double MOST_PEOPLE = 1e9;

  private final double[] with;
  private final double[] without;

  private Table(double[] with, double[] without) {
    this.with = with;
    this.without = without;
  }

  /** The group in focus and the side it is compared with. */
  static Table ofPair(RiskCounts sample) {
    return of(sample.focus(), sample.compared());
  }

  /** All groups with members. */
  static Table ofGroups(RiskCounts sample) {
    RiskCounts.Risk[] risks = new RiskCounts.Risk[sample.groups().size()];
    Arrays.setAll(risks, sample::risk);
    return of(Arrays.stream(risks).filter(r -> r.population() > 0).toArray(RiskCounts.Risk[]::new));
  }

  private static Table of(RiskCounts.Risk... sides) {
    return new Table(
        Arrays.stream(sides).mapToDouble(RiskCounts.Risk::events).toArray(),
        Arrays.stream(sides).mapToDouble(r -> r.population() - r.events()).toArray());
  }

  int sides() {
    return with.length;
  }

  double events(int side) {
    return with[side];
  }

  double others(int side) {
    return without[side];
  }

  double people(int side) {
    return with[side] + without[side];
  }

  double events() {
    return Arrays.stream(with).sum();
  }

  double people() {
    return events() + Arrays.stream(without).sum();
  }

  /** Pearson's statistic; {@code correction} is taken off each absolute difference. */
  double chiSquared(double correction) {
    double rate = events() / people();
    double sum = 0;
    for (int side = 0; side < sides(); side++) {
      double expected = people(side) * rate;
      double off = Math.abs(with[side] - expected);
      off -= Math.min(off, correction);
      sum += off * off / expected + off * off / (people(side) - expected);
    }
    return sum;
  }

  /** What a table needs beyond the conditions that every sample knows. */
  enum Needs implements Requirement {
    /** The group in focus has events. */
    FOCUS_EVENTS {
      @Override
      String lack(RiskCounts sample) {
        return sample.focus().events() > 0 ? "" : "no events in " + sample.focusGroup();
      }
    },
    /** Nobody is on both sides, as the group would be if it were compared with everybody. */
    SEPARATE_SIDES {
      @Override
      String lack(RiskCounts sample) {
        return sample.comparison() instanceof RiskComparison.Total
            ? sample.focusGroup() + " is compared with everybody, itself included"
            : "";
      }
    },
    /** On both sides together some have the event and some have not. */
    PAIR_VARIATION {
      @Override
      String lack(RiskCounts sample) {
        return constant(ofPair(sample));
      }
    },
    /** At least two groups have members; some people have the event and some have not. */
    GROUP_VARIATION {
      @Override
      String lack(RiskCounts sample) {
        Table table = ofGroups(sample);
        return table.sides() < 2 ? "fewer than two groups have members" : constant(table);
      }
    },
    /** No cell of the two-by-two table is empty. */
    NO_EMPTY_CELL {
      @Override
      String lack(RiskCounts sample) {
        Table table = ofPair(sample);
        for (int side = 0; side < 2; side++) {
          String who = side == 0 ? sample.focusGroup() : sample.comparison().words();
          if (!(table.with[side] > 0)) {
            return "no events among " + who;
          }
          if (!(table.without[side] > 0)) {
            return "nobody without the event among " + who;
          }
        }
        return "";
      }
    },
    /** The cells of the two-by-two table are whole numbers, and few enough to be walked through. */
    WHOLE_COUNTS {
      @Override
      String lack(RiskCounts sample) {
        Table table = ofPair(sample);
        if (table.people() > MOST_PEOPLE) {
          return table.people() + " people, expected at most " + MOST_PEOPLE;
        }
        for (int side = 0; side < 2; side++) {
          for (double cell : new double[] {table.with[side], table.without[side]}) {
            if (cell != Math.rint(cell)) {
              return "a count is " + cell + ", not a whole number";
            }
          }
        }
        return "";
      }
    };

    /** Returns what is wrong; empty if nothing is. */
    abstract String lack(RiskCounts sample);

    private static String constant(Table table) {
      double events = table.events();
      return events > 0 && events < table.people()
          ? ""
          : events > 0 ? "everybody has the event" : "nobody has the event";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      return sample instanceof RiskCounts counts
          ? Optional.of(lack(counts)).filter(words -> !words.isEmpty())
          : Optional.empty();
    }
  }
}
