package org.resourceequity.sample;

import java.util.List;
import java.util.Optional;

/**
 * The requirement that a paired sample has covariates of these names.
 *
 * @param names the names
 */
public record HasCovariates(List<String> names) implements Requirement {

  /** Copies the list. */
  public HasCovariates {
    names = List.copyOf(names);
  }

  @Override
  public String name() {
    return "HAS_COVARIATES";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (!(sample instanceof PairedSample paired)) {
      return Optional.empty();
    }
    return names.stream()
        .filter(name -> !paired.covariates().contains(name))
        .findFirst()
        .map(name -> "no covariate \"" + name + "\" among " + paired.covariates());
  }
}
