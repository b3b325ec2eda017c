package org.resourceequity.progressivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Units;

/**
 * The terms of a regression with their weighted means: intercept, covariates, and all parts of each
 * level. The coefficients of the parts of a level add up to 0, and the intercept takes their mean.
 */
final class Terms {

  private static final String GROUP = "group";

  private final List<String> names = new ArrayList<>();
  private final List<Double> coefficients = new ArrayList<>();
  private final List<Double> means = new ArrayList<>();

  private Terms() {}

  /** Fits the values of a sample. */
  static Outcome<Terms> of(PairedSample sample, Controls characteristics) {
    Design design = Design.of(sample).with(characteristics.covariates().toArray(String[]::new));
    for (String level : characteristics.levels()) {
      design = design.withFactor(level);
    }
    return design.fit().map(fit -> new Terms().fill(sample, fit, characteristics));
  }

  /** Fits the values of both samples, with or without a dummy for the first. */
  static Outcome<Terms> pooled(
      Change<PairedSample> change, Controls characteristics, boolean withGroup) {
    PairedSample both = both(change, characteristics);
    Design design = Design.of(both).with(characteristics.covariates().toArray(String[]::new));
    for (String level : characteristics.levels()) {
      design = design.withFactor(level);
    }
    if (withGroup) {
      design = design.with(GROUP + " A", first(change));
    }
    return design.fit().map(fit -> new Terms().fill(both, fit, characteristics));
  }

  private static double[] first(Change<PairedSample> change) {
    double[] group = new double[change.before().size() + change.after().size()];
    Arrays.fill(group, 0, change.before().size(), 1);
    return group;
  }

  /** The units of both samples under new keys, since a unit may be in both. */
  private static PairedSample both(Change<PairedSample> change, Controls characteristics) {
    PairedSample a = change.before();
    PairedSample b = change.after();
    Units units = Units.numbered(a.size() + b.size());
    for (String level : characteristics.levels()) {
      units = units.within(level, Stream.concat(labels(a, level), labels(b, level)).toList());
    }
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put(GROUP, first(change));
    for (String name : characteristics.covariates()) {
      columns.put(name, concat(a.covariate(name), b.covariate(name)));
    }
    return PairedSample.of(
        units, concat(a.values(), b.values()), concat(a.weights(), b.weights()), columns);
  }

  private static Stream<String> labels(PairedSample sample, String level) {
    Partition parts = sample.units().by(level);
    return IntStream.range(0, sample.size()).mapToObj(i -> parts.labels().get(parts.part(i)));
  }

  private static double[] concat(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** Returns the same terms with a mean of the coefficients of both. */
  static Terms mixed(Terms a, Terms b, double shareOfA) {
    Terms mixed = new Terms();
    for (int j = 0; j < a.names.size(); j++) {
      mixed.add(
          a.names.get(j),
          shareOfA * a.coefficient(j) + (1 - shareOfA) * b.coefficient(j),
          a.mean(j));
    }
    return mixed;
  }

  private void add(String name, double coefficient, double mean) {
    names.add(name);
    coefficients.add(coefficient);
    means.add(mean);
  }

  private Terms fill(PairedSample sample, Regression fit, Controls characteristics) {
    add(Regression.INTERCEPT, fit.coefficient(Regression.INTERCEPT), 1);
    for (String name : characteristics.covariates()) {
      add(name, fit.coefficient(name), sample.mean(sample.covariate(name)));
    }
    for (String level : characteristics.levels()) {
      addParts(sample, fit, level);
    }
    return this;
  }

  private void addParts(PairedSample sample, Regression fit, String level) {
    Partition parts = sample.units().by(level);
    double[] held = new double[parts.parts()];
    for (int i = 0; i < sample.size(); i++) {
      held[parts.part(i)] += sample.weight(i);
    }
    int counted = (int) Arrays.stream(held).filter(weight -> weight > 0).count();
    double mean = 0;
    for (String label : parts.labels()) {
      mean += coefficient(fit, level, label) / counted;
    }
    for (int part = 0; part < held.length; part++) {
      if (held[part] > 0) {
        String label = parts.labels().get(part);
        add(
            level + "=" + label,
            coefficient(fit, level, label) - mean,
            held[part] / sample.totalWeight());
      }
    }
    coefficients.set(0, coefficients.get(0) + mean);
  }

  /** The base has no dummy; its coefficient is 0. */
  private static double coefficient(Regression fit, String level, String label) {
    String term = level + "=" + label;
    return fit.terms().contains(term) ? fit.coefficient(term) : 0;
  }

  List<String> names() {
    return names;
  }

  double coefficient(int term) {
    return coefficients.get(term);
  }

  double mean(int term) {
    return means.get(term);
  }
}
