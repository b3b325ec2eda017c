package org.resourceequity.inequality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Moments;
import org.resourceequity.sample.Partition;

/**
 * Generalised entropy within and between parts: \(GE = \sum_k v_k\lambda_k^\alpha GE_k + GE(\mu_1,
 * \ldots)\), with v the parts' shares of the weight and λ their means relative to the overall mean.
 * Both from their own formulas. A part with mean 0 contributes nothing within.
 */
final class EntropyDecomposition {

  private EntropyDecomposition() {}

  /** Returns the two parts of an index, which is GE(alpha). */
  static Parts decompose(
      Metric<Distribution> index, double alpha, Distribution sample, Partition partition) {
    Map<String, Double> named = new LinkedHashMap<>();
    named.put(Decomposable.BETWEEN, index.formula(Smoothing.means(sample, partition)));
    named.put(Decomposable.WITHIN, within(index, alpha, sample, partition).sum());
    return new Parts(index.formula(sample), named);
  }

  /** Returns what each part with a weight contributes to the part within. */
  static UnitValues within(
      Metric<Distribution> index, double alpha, Distribution sample, Partition partition) {
    Moments all = sample.moments();
    int[][] units = partition.units();
    List<String> labels = new ArrayList<>();
    double[] within = new double[units.length];
    for (int p = 0; p < units.length; p++) {
      Distribution part = sample.select(units[p]);
      Moments moments = part.moments();
      if (moments.units() == 0) {
        continue;
      }
      if (moments.total() > 0) {
        double share = moments.weight() / all.weight();
        within[labels.size()] =
            share * Math.pow(moments.mean() / all.mean(), alpha) * index.formula(part);
      }
      labels.add(partition.labels().get(p));
    }
    return UnitValues.of(labels, Arrays.copyOf(within, labels.size()));
  }

  /** Returns what each unit contributes to GE(alpha), not negative. */
  static UnitValues contributions(double alpha, Distribution sample) {
    double mean = sample.moments().mean();
    return UnitValues.of(
        sample.units().keys(),
        Deviations.influence(sample, x -> GeneralisedEntropy.term(alpha, x, mean)));
  }

  /**
   * Returns a function of GE(alpha) without each unit. With the terms relative to the mean of all,
   * \(\bar B\) their mean over the others, q the others' mean relative to it and b the term of q,
   * it is \((\bar B - b)q^{-\alpha}\). O(n).
   */
  static UnitValues leaveOneOut(
      Metric<Distribution> metric, double alpha, Distribution sample, DoubleUnaryOperator of) {
    double mean = sample.moments().mean();
    double all = sample.totalWeight();
    double[] terms = Deviations.influence(sample, x -> GeneralisedEntropy.term(alpha, x, mean));
    double sum = ExactSum.of(terms);
    return LeavingOut.of(
        metric,
        sample,
        LeavingOut.shares(terms),
        (unit, weight, rest) -> {
          double left = (sum - terms[unit]) * all / weight;
          double entropy =
              (left - GeneralisedEntropy.term(alpha, rest, mean)) * Math.pow(mean / rest, alpha);
          return of.applyAsDouble(Math.max(0, entropy));
        });
  }
}
