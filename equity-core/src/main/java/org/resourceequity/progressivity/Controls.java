package org.resourceequity.progressivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.resourceequity.sample.HasCovariates;
import org.resourceequity.sample.HasLevel;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Requirement;

/**
 * What a model holds constant beside need: covariates of the sample by name, such as the logarithm
 * of enrolment, a wage index or a product of two, and effects of levels above the units, such as
 * the state. Names are kebab case, since they stand in the ids of metrics.
 *
 * @param covariates names of covariates
 * @param levels names of levels whose units each have an effect of their own
 */
public record Controls(List<String> covariates, List<String> levels) {

  private static final String LEVEL = "level=";

  /** Checks the names. */
  public Controls {
    covariates = List.copyOf(covariates);
    levels = List.copyOf(levels);
    for (List<String> names : List.of(covariates, levels)) {
      for (String name : names) {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
          throw new IllegalArgumentException(
              "name is \"" + name + "\", expected kebab case such as \"log-enrolment\"");
        }
      }
    }
  }

  /** Returns the controls that hold nothing constant. */
  public static Controls none() {
    return new Controls(List.of(), List.of());
  }

  /** Returns the controls for covariates. */
  public static Controls of(String... covariates) {
    return new Controls(Arrays.asList(covariates), List.of());
  }

  /** Returns the controls with one more level. */
  public Controls withLevel(String level) {
    List<String> more = new ArrayList<>(levels);
    more.add(level);
    return new Controls(covariates, more);
  }

  /** Returns the part of an id: names, and "level=" before those of levels. */
  String id() {
    List<String> parts = new ArrayList<>(covariates);
    levels.forEach(level -> parts.add(LEVEL + level));
    return String.join(",", parts);
  }

  /** Reads parts of an id. */
  static Controls parse(List<String> parts) {
    return new Controls(
        parts.stream().filter(part -> !part.startsWith(LEVEL)).toList(),
        parts.stream()
            .filter(part -> part.startsWith(LEVEL))
            .map(part -> part.substring(LEVEL.length()))
            .toList());
  }

  /** Returns that the sample has what is named. */
  Requirement[] requirements() {
    List<Requirement> requirements = new ArrayList<>();
    if (!covariates.isEmpty()) {
      requirements.add(new HasCovariates(covariates));
    }
    levels.forEach(level -> requirements.add(new HasLevel(level)));
    return requirements.toArray(Requirement[]::new);
  }

  /** Returns the design of the values by the first covariate and what is held constant. */
  Design design(PairedSample sample) {
    Design design =
        Design.of(sample).with(sample.covariates().get(0)).with(covariates.toArray(String[]::new));
    for (String level : levels) {
      design = design.withFactor(level);
    }
    return design;
  }
}
