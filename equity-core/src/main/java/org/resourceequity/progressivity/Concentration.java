package org.resourceequity.progressivity;

import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Influential;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.PairedSample;

/**
 * Twice the covariance of the value with the rank in the first covariate, times a norm of the mean
 * that makes it relative, absolute, or fit for a bounded value.
 */
public final class Concentration implements Explained<PairedSample>, Influential<PairedSample> {

  /** What the covariance is multiplied by. */
  interface Norm {
    /** Returns the factor. */
    double of(double mean);

    /** Returns the derivative of the factor by the mean. */
    double slope(double mean);
  }

  private final MetricInfo info;
  private final Norm norm;

  Concentration(MetricInfo info, Norm norm) {
    this.info = info;
    this.norm = norm;
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(PairedSample sample) {
    return generalised(sample) * norm.of(sample.meanValue());
  }

  private static double generalised(PairedSample sample) {
    return 2 * sample.covarianceWith(sample.ranks());
  }

  /** A unit contributes what it holds above the mean, times how far its rank is from the middle. */
  @Override
  public UnitValues contributions(PairedSample sample) {
    double mean = sample.meanValue();
    double factor = 2 * norm.of(mean) / sample.totalWeight();
    double[] ranks = sample.ranks();
    double[] contributions = new double[sample.size()];
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] = factor * sample.weight(i) * (sample.value(i) - mean) * (ranks[i] - 0.5);
    }
    return UnitValues.of(sample.units().keys(), contributions);
  }

  /**
   * With y the deviation from the mean and θ = Σ w y R, the influence on θ is y R + A − 2θ, where A
   * is what units ranked above hold, and half of what those of equal rank hold.
   */
  @Override
  public double[] influence(PairedSample sample) {
    double mean = sample.meanValue();
    double all = sample.totalWeight();
    double generalised = generalised(sample);
    double[] deviations = sample.values();
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] -= mean;
    }
    RankedBlocks blocks = RankedBlocks.of(sample.needs(), deviations, sample.weights());
    double[] ranks = sample.ranks();
    double[] influence = new double[sample.size()];
    for (int i = 0; i < influence.length; i++) {
      int block = blocks.blockOf(i);
      double above =
          (2 * blocks.totalHeld() - blocks.heldThrough(block) - blocks.heldThrough(block - 1))
              / (2 * all);
      double y = deviations[i];
      double ofGeneralised = 2 * (y * ranks[i] + above - generalised) - y;
      influence[i] =
          sample.weight(i)
              / all
              * (norm.of(mean) * ofGeneralised + generalised * norm.slope(mean) * y);
    }
    return influence;
  }

  @Override
  public String toString() {
    return info.id();
  }
}
