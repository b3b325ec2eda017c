package org.resourceequity.inequality;

import java.util.List;
import java.util.Optional;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/** What squared deviations, or the pairs of the Gini coefficient, are divided by. */
public enum Denominator {
  /** All weight: the whole population is known. */
  POPULATION(""),
  /** All weight less one: weights are frequencies of a sample. */
  N_MINUS_1("n-1"),
  /** One less the sum of squared shares of the weight: weights say how reliable a unit is. */
  RELIABILITY("reliability");

  private final String id;

  Denominator(String id) {
    this.id = id;
  }

  /** Returns {@code name} with the option as ids write it: "cv", "cv:n-1". */
  String id(String name) {
    return this == POPULATION ? name : name + ":" + id;
  }

  /** Returns the denominator with an id. */
  static Denominator of(String id) {
    for (Denominator denominator : values()) {
      if (denominator.id.equals(id)) {
        return denominator;
      }
    }
    throw new IllegalArgumentException(
        "denominator is \"" + id + "\", expected n-1 or reliability");
  }

  /** Returns what the population form is multiplied by. */
  double factor(Distribution sample) {
    double all = sample.totalWeight();
    return switch (this) {
      case POPULATION -> 1;
      case N_MINUS_1 -> all / (all - 1);
      case RELIABILITY -> {
        ExactSum others = new ExactSum();
        for (int i = 0; i < sample.size(); i++) {
          double share = sample.weight(i) / all;
          others.add(share * (1 - share));
        }
        yield 1 / others.value();
      }
    };
  }

  /** Returns {@link #factor} in LaTeX, "" for 1. */
  String latex() {
    return switch (this) {
      case POPULATION -> "";
      case N_MINUS_1 -> "\\tfrac{N}{N-1}\\,";
      case RELIABILITY -> "\\tfrac{1}{1-\\sum_i w_i^2}\\,";
    };
  }

  List<Requirement> requires() {
    return switch (this) {
      case POPULATION -> List.of(Condition.SOME_UNITS);
      case N_MINUS_1 -> List.of(Condition.SOME_UNITS, new WeightAboveOne());
      case RELIABILITY -> List.of(Condition.SOME_UNITS, Condition.TWO_UNITS);
    };
  }

  /** The requirement that the weights, read as frequencies, count more than one. */
  private record WeightAboveOne() implements Requirement {
    @Override
    public String name() {
      return "ENOUGH_UNITS";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      double all = sample instanceof Distribution d ? d.totalWeight() : 2;
      return all > 1 ? Optional.empty() : Optional.of("the weights add up to " + all);
    }
  }
}
