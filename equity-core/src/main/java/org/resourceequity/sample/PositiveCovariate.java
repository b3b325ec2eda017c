package org.resourceequity.sample;

import java.util.List;
import java.util.Optional;

/**
 * The requirement that a paired sample has a covariate of this name, and that it is positive in
 * each unit that counts: a target, a price index, a tax rate.
 *
 * @param covariate its name
 */
public record PositiveCovariate(String covariate) implements Requirement {

  @Override
  public String name() {
    return "POSITIVE_COVARIATE";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (!(sample instanceof PairedSample paired)) {
      return Optional.empty();
    }
    return new HasCovariates(List.of(covariate))
        .unmet(sample)
        .or(() -> paired.notPositive(paired.covariate(covariate), covariate));
  }
}
