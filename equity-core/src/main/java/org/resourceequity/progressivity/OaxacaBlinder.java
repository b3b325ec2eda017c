package org.resourceequity.progressivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.HasCovariates;
import org.resourceequity.sample.HasLevel;
import org.resourceequity.sample.PairedSample;

/**
 * The gap between the means of two samples, split by regressions into what their characteristics
 * explain and what they do not: group A is the sample before, group B the sample after. The parts
 * add up to the gap. {@link #detailed} splits both parts by term; the coefficients of a level, such
 * as the state, are measured from their mean, so that no part depends on a base (Yun, M.-S. (2005),
 * doi:10.1093/ei/cbi053).
 */
public final class OaxacaBlinder implements Comparison<PairedSample, Parts> {

  /** Name of the part that characteristics explain. */
  public static final String EXPLAINED = "explained";

  /** Name of the part that they do not explain. */
  public static final String UNEXPLAINED = "unexplained";

  /** Which coefficients are taken as those without discrimination. */
  public enum Reference {
    /** Those of group A. */
    A,
    /** Those of group B. */
    B,
    /** Those of both groups together, with a dummy for the group; Jann, B. (2008). */
    POOLED,
    /** Those of both groups together; Neumark, D. (1988), doi:10.2307/145830. */
    NEUMARK,
    /** The mean by the weights of the groups; Cotton, J. (1988), doi:10.2307/1928307. */
    COTTON,
    /** The plain mean; Reimers, C. (1983), Review of Economics and Statistics 65. */
    REIMERS,
    /** None: endowments, coefficients and their interaction are three parts. */
    THREE_FOLD
  }

  static final String NAME = "oaxaca-blinder";
  private static final String DETAILED = "detailed";

  private final Reference reference;
  private final Controls characteristics;
  private final boolean detailed;
  private final MetricInfo info;

  private OaxacaBlinder(Reference reference, Controls characteristics, boolean detailed) {
    this.reference = reference;
    this.characteristics = characteristics;
    this.detailed = detailed;
    List<String> parts = new ArrayList<>();
    parts.add(reference.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (detailed) {
      parts.add(DETAILED);
    }
    if (!characteristics.id().isEmpty()) {
      parts.add(characteristics.id());
    }
    MetricInfo.Builder info =
        MetricInfo.of(
                NAME + ":" + String.join(",", parts),
                "GP-OB",
                "Oaxaca-Blinder decomposition",
                PairedSample.class)
            .requires(Condition.SOME_UNITS);
    if (!characteristics.covariates().isEmpty()) {
      info.requires(new HasCovariates(characteristics.covariates()));
    }
    characteristics.levels().forEach(level -> info.requires(new HasLevel(level)));
    this.info =
        info.requires(Condition.ENOUGH_UNITS, Condition.INDEPENDENT_COLUMNS)
            .claims(Axiom.ANONYMITY)
            .formula(
                reference == Reference.THREE_FOLD
                    ? "(\\bar X_A-\\bar X_B)'b_B + \\bar X_B'(b_A-b_B)"
                        + " + (\\bar X_A-\\bar X_B)'(b_A-b_B)"
                    : "(\\bar X_A-\\bar X_B)'b^* + [\\bar X_A'(b_A-b^*) + \\bar X_B'(b^*-b_B)]")
            .reading("Of the gap, the part is {value}.")
            .reference(
                "Oaxaca, R. (1973), Male-female wage differentials in urban labor markets,"
                    + " doi:10.2307/2525981; Blinder, A. (1973), Wage discrimination: reduced form"
                    + " and structural estimates, doi:10.2307/144855; Jann, B. (2008), The"
                    + " Blinder-Oaxaca decomposition for linear regression models,"
                    + " doi:10.1177/1536867X0800800401");
  }

  /**
   * Returns the decomposition.
   *
   * @param reference the coefficients without discrimination
   * @param characteristics covariates and levels that may explain the gap; the first covariate of
   *     the samples only if it is named
   */
  public static OaxacaBlinder of(Reference reference, Controls characteristics) {
    return new OaxacaBlinder(reference, characteristics, false);
  }

  /** Returns the decomposition with a part for each term, such as "explained: enrolment". */
  public OaxacaBlinder detailed() {
    return new OaxacaBlinder(reference, characteristics, true);
  }

  static OaxacaBlinder parse(MetricId id) {
    List<String> parts = new ArrayList<>(id.parameters());
    String first = parts.isEmpty() ? "" : parts.remove(0);
    for (Reference reference : Reference.values()) {
      if (reference.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(first)) {
        boolean detailed = parts.remove(DETAILED);
        return new OaxacaBlinder(reference, Controls.parse(parts), detailed);
      }
    }
    throw new IllegalArgumentException(
        "\""
            + id.text()
            + "\" has the reference \""
            + first
            + "\", expected a, b, pooled, neumark, cotton, reimers or three-fold");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Parts formula(Change<PairedSample> change) {
    return measure(change).get();
  }

  @Override
  public Outcome<Parts> measure(Change<PairedSample> change) {
    return Outcome.of(info, List.of(change.before(), change.after()), () -> decomposed(change));
  }

  private Outcome<Parts> decomposed(Change<PairedSample> change) {
    return Terms.of(change.before(), characteristics)
        .flatMap(
            a ->
                Terms.of(change.after(), characteristics)
                    .flatMap(
                        b -> a.names().equals(b.names()) ? between(change, a, b) : apart(a, b)));
  }

  private static Outcome<Parts> apart(Terms a, Terms b) {
    return Outcome.undefined(
        Condition.INDEPENDENT_COLUMNS,
        "the first sample has the terms " + a.names() + ", the second " + b.names());
  }

  private Outcome<Parts> between(Change<PairedSample> change, Terms a, Terms b) {
    if (reference == Reference.POOLED || reference == Reference.NEUMARK) {
      return Terms.pooled(change, characteristics, reference == Reference.POOLED)
          .map(star -> parts(change, a, b, star));
    }
    double weightA = change.before().totalWeight();
    double weightB = change.after().totalWeight();
    double share =
        switch (reference) {
          case A -> 1;
          case COTTON -> weightA / (weightA + weightB);
          case REIMERS -> 0.5;
          default -> 0;
        };
    return Outcome.of(parts(change, a, b, Terms.mixed(a, b, share)));
  }

  private Parts parts(Change<PairedSample> change, Terms a, Terms b, Terms star) {
    Map<String, Double> parts = new LinkedHashMap<>();
    for (int j = 0; j < a.names().size(); j++) {
      double difference = a.mean(j) - b.mean(j);
      if (reference == Reference.THREE_FOLD) {
        double change1 = a.coefficient(j) - b.coefficient(j);
        add(parts, "endowments", a.names().get(j), difference * b.coefficient(j));
        add(parts, "coefficients", a.names().get(j), b.mean(j) * change1);
        add(parts, "interaction", a.names().get(j), difference * change1);
      } else {
        double explained = difference * star.coefficient(j);
        double unexplained =
            a.mean(j) * (a.coefficient(j) - star.coefficient(j))
                + b.mean(j) * (star.coefficient(j) - b.coefficient(j));
        add(parts, EXPLAINED, a.names().get(j), explained);
        add(parts, UNEXPLAINED, a.names().get(j), unexplained);
      }
    }
    double gap = change.before().meanValue() - change.after().meanValue();
    return new Parts(Finite.of(gap), parts);
  }

  private void add(Map<String, Double> parts, String part, String term, double value) {
    parts.merge(detailed ? part + ": " + term : part, Finite.of(value), Double::sum);
  }

  @Override
  public String toString() {
    return info.id();
  }
}
