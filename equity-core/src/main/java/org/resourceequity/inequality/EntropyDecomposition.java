package org.resourceequity.inequality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
}
