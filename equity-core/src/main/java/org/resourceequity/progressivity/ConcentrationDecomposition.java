package org.resourceequity.progressivity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.HasCovariates;
import org.resourceequity.sample.PairedSample;

/**
 * What the concentration index is made of: determinants, by a regression of the value on them, or
 * sources that add up to the value. The parts add up to the index; what is left has a part too.
 */
public final class ConcentrationDecomposition implements Split<PairedSample> {

  /** Name of the part that the determinants leave. */
  public static final String RESIDUAL = "residual";

  /** Name of the part of what is in no source. */
  public static final String OTHER = "other";

  private final boolean regression;
  private final List<String> names;
  private final MetricInfo info;

  private ConcentrationDecomposition(boolean regression, List<String> names) {
    this.regression = regression;
    this.names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no covariate named, expected at least one");
    }
    MetricInfo.Builder info =
        MetricInfo.of(
                (regression ? "concentration-by-determinant:" : "concentration-by-source:")
                    + String.join(",", names),
                "CC-DEC",
                regression ? "Concentration index by determinant" : "Concentration index by source",
                PairedSample.class)
            .range(-1, 1)
            .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES, Condition.POSITIVE_TOTAL)
            .requires(new HasCovariates(this.names));
    if (regression) {
      info.requires(Condition.ENOUGH_UNITS, Condition.INDEPENDENT_COLUMNS);
    }
    this.info =
        info.claims(Axiom.ANONYMITY, Axiom.WEIGHT_SCALE_INVARIANCE, Axiom.REPLICATION_INVARIANCE)
            .formula(
                regression
                    ? "C = \\sum_k \\frac{\\beta_k\\bar x_k}{\\mu} C_k + \\frac{GC_e}{\\mu}"
                    : "C = \\sum_k \\frac{\\bar x_k}{\\mu} C_k")
            .reading("What each part adds to the concentration.")
            .reference(
                "Wagstaff, A., van Doorslaer, E. and Watanabe, N. (2003), On decomposing the causes"
                    + " of health sector inequalities, doi:10.1016/S0304-4076(02)00161-6");
  }

  /**
   * Returns the decomposition by determinants of a regression.
   *
   * @param determinants names of covariates
   */
  public static ConcentrationDecomposition byDeterminant(List<String> determinants) {
    return new ConcentrationDecomposition(true, determinants);
  }

  /**
   * Returns the decomposition by sources of the value.
   *
   * @param sources names of covariates that are parts of the value
   */
  public static ConcentrationDecomposition bySource(List<String> sources) {
    return new ConcentrationDecomposition(false, sources);
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(PairedSample sample) {
    return measure(sample).get();
  }

  @Override
  public Outcome<Parts> measure(PairedSample sample) {
    return Outcome.of(
        info,
        List.of(sample),
        () -> regression ? byDeterminant(sample) : Outcome.of(bySource(sample)));
  }

  private Outcome<Parts> byDeterminant(PairedSample sample) {
    return Design.of(sample)
        .with(names.toArray(String[]::new))
        .fit()
        .map(
            fit -> {
              Map<String, double[]> parts = new LinkedHashMap<>();
              for (String name : names) {
                double[] part = sample.covariate(name);
                for (int i = 0; i < part.length; i++) {
                  part[i] *= fit.coefficient(name);
                }
                parts.put(name, part);
              }
              parts.put(RESIDUAL, fit.residuals());
              return parts(sample, parts);
            });
  }

  private Parts bySource(PairedSample sample) {
    Map<String, double[]> parts = new LinkedHashMap<>();
    double[] other = sample.values();
    for (String name : names) {
      double[] part = sample.covariate(name);
      for (int i = 0; i < part.length; i++) {
        other[i] -= part[i];
      }
      parts.put(name, part);
    }
    parts.put(OTHER, other);
    return parts(sample, parts);
  }

  private static Parts parts(PairedSample sample, Map<String, double[]> quantities) {
    double[] ranks = sample.ranks();
    double mean = sample.meanValue();
    Map<String, Double> parts = new LinkedHashMap<>();
    quantities.forEach(
        (name, quantity) ->
            parts.put(name, Finite.of(2 * sample.covariance(quantity, ranks) / mean)));
    return new Parts(Finite.of(2 * sample.covarianceWith(ranks) / mean), parts);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
