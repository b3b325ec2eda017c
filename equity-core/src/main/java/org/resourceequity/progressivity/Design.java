package org.resourceequity.progressivity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;

/**
 * What a {@link Regression} explains the values of a sample by. Immutable: each method returns a
 * design with one more term.
 *
 * <pre>{@code
 * Design.of(sample).with("poverty", "log-enrolment").withFactor("state").fit()
 * }</pre>
 */
public final class Design {

  private final PairedSample sample;
  private final boolean intercept;
  private final List<String> names;
  private final List<double[]> columns;
  private final List<Factor> factors;

  /** Parts of the units, each with a dummy but the base. */
  record Factor(String name, Partition levels, @Nullable String base) {}

  private Design(
      PairedSample sample,
      boolean intercept,
      List<String> names,
      List<double[]> columns,
      List<Factor> factors) {
    this.sample = sample;
    this.intercept = intercept;
    this.names = List.copyOf(names);
    this.columns = List.copyOf(columns);
    this.factors = List.copyOf(factors);
  }

  /** Returns the design that has an intercept only. */
  public static Design of(PairedSample sample) {
    return new Design(sample, true, List.of(), List.of(), List.of());
  }

  /** Returns the same design without an intercept. */
  public Design throughOrigin() {
    return new Design(sample, false, names, columns, factors);
  }

  /**
   * Returns the design with more covariates of the sample.
   *
   * @throws IllegalArgumentException if the sample has none of a name, or a term occurs twice
   */
  public Design with(String... covariates) {
    Design design = this;
    for (String covariate : covariates) {
      design = design.with(covariate, sample.covariate(covariate));
    }
    return design;
  }

  /** Returns the design with one more column, such as a logarithm, a square or a product. */
  public Design with(String term, double[] column) {
    Checks.sameLength(column.length, sample.size(), term);
    if (names.contains(Checks.notBlank(term, "term"))) {
      throw new IllegalArgumentException("the term \"" + term + "\" occurs twice");
    }
    List<String> moreNames = new ArrayList<>(names);
    List<double[]> moreColumns = new ArrayList<>(columns);
    moreNames.add(term);
    moreColumns.add(Checks.allFinite(column, term));
    return new Design(sample, intercept, moreNames, moreColumns, factors);
  }

  /**
   * Returns the design with a dummy for each unit at a level above the units, such as each state,
   * but the first, which is the base.
   *
   * @throws IllegalArgumentException if the units have no such level
   */
  public Design withFactor(String level) {
    return withFactor(level, sample.units().by(level), null);
  }

  /**
   * Returns the design with a dummy for each part of a partition but the base. Parts without weight
   * have none. The terms are named "state=Ohio".
   *
   * @param name name of the factor
   * @param levels the part of each unit
   * @param base label of the part that the others are compared with; null for the first
   */
  public Design withFactor(String name, Partition levels, @Nullable String base) {
    Checks.sameLength(levels.size(), sample.size(), name);
    if (base != null && !levels.labels().contains(base)) {
      throw new IllegalArgumentException(
          "base \"" + base + "\" of " + name + " is not among " + levels.labels());
    }
    List<Factor> more = new ArrayList<>(factors);
    more.add(new Factor(name, levels, base));
    return new Design(sample, intercept, names, columns, more);
  }

  /**
   * Fits the model by least squares with the weights of the sample. Undefined if no unit has a
   * weight (SOME_UNITS), or if a term follows from the others (INDEPENDENT_COLUMNS), as one does
   * with fewer units than terms. O(n k²) with k covariates and factors; the same bits for any order
   * of the units.
   */
  public Outcome<Regression> fit() {
    double all = sample.totalWeight();
    if (!(all > 0)) {
      return Outcome.undefined(Condition.SOME_UNITS, "no unit has a positive weight");
    }
    double[] weights = sample.weights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= all;
    }
    try {
      return Regression.fit(
          new ModelMatrix(intercept, names, columns, factors, weights),
          sample,
          weights,
          intercept ? ExactSum.ofProducts(sample.values(), weights) : 0);
    } catch (ArithmeticException e) {
      return Outcome.undefined(Condition.REPRESENTABLE, String.valueOf(e.getMessage()));
    }
  }
}
