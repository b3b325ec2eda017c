package org.resourceequity.sample;

import java.util.Optional;

/**
 * The requirement that weights are whole numbers, so that a weight of 3 stands for three students
 * with the same value and the data can be counted out one by one.
 */
public record WholeWeights() implements Requirement {

  @Override
  public String name() {
    return "WHOLE_WEIGHTS";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (sample instanceof Distribution distribution) {
      for (int i = 0; i < distribution.size(); i++) {
        double weight = distribution.weight(i);
        if (weight != Math.rint(weight)) {
          return Optional.of("unit " + sample.units().key(i) + " has the weight " + weight);
        }
      }
    }
    return Optional.empty();
  }

  static boolean hold(Distribution distribution) {
    return new WholeWeights().unmet(distribution).isEmpty();
  }
}
