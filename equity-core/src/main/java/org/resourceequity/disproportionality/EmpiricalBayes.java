package org.resourceequity.disproportionality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;

/**
 * Risk ratios of many small units, such as districts, each drawn towards what all of them have: the
 * more, the fewer events a unit would have if its group had the risk compared with, such as the
 * State's. They stand beside the raw ratios, never instead. Events are Poisson, and the true ratios
 * follow a gamma distribution that is fitted by maximum likelihood; where events vary no more than
 * by chance, every unit has the ratio of all. O(n) per step of the fit.
 */
public final class EmpiricalBayes implements Profile<RiskCounts> {

  static final String NAME = "empirical-bayes-risk-ratio";

  private static final double MOST_EVENTS = 1e7;

  /** Beyond this dispersion the likelihood does not fall, and there is no fit. */
  private static final double MOST_DISPERSED = 1e12;

  /** Of each unit the mean of what its true ratio may be. */
  public static final EmpiricalBayes MEAN = new EmpiricalBayes(NAME, -1, "mean");

  private final MetricInfo info;
  private final double share;

  private EmpiricalBayes(String id, double share, String what) {
    this.share = share;
    this.info =
        MetricInfo.of(id, "DP-EB", "Empirical Bayes risk ratio, " + what, RiskCounts.class)
            .range(0, Double.MAX_VALUE)
            .requires(
                Condition.SOME_UNITS,
                Condition.EVERY_GROUP,
                Condition.COMPARISON_EVENTS,
                new WholeEvents(),
                Condition.CONVERGENCE)
            .formula(
                "\\frac{\\alpha+a_{ig}}{\\beta+E_i},\\quad E_i = n_{ig}R_h,\\quad a_{ig}\\sim"
                    + " Poisson(\\lambda_iE_i),\\ \\lambda_i\\sim Gamma(\\alpha,\\beta)")
            .reading("The risk ratio of each unit, drawn towards that of all where events are few.")
            .reference(
                "Clayton, D. and Kaldor, J. (1987), Empirical Bayes estimates of age-standardized"
                    + " relative risks for use in disease mapping, doi:10.2307/2532003; DuMouchel,"
                    + " W. (1999), Bayesian data mining in large frequency tables,"
                    + " doi:10.1080/00031305.1999.10474456");
  }

  /**
   * Returns of each unit a quantile of what its true ratio may be: 0.05 and 0.95 are the ends of an
   * interval.
   *
   * @param share between 0 and 1
   */
  public static EmpiricalBayes quantile(double share) {
    Checks.within(share, Double.MIN_NORMAL, Math.nextDown(1.0), "share");
    return new EmpiricalBayes(
        NAME + ":" + MetricId.write(share), share, "quantile " + MetricId.write(share));
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public UnitValues formula(RiskCounts sample) {
    return measure(sample).get();
  }

  @Override
  public Outcome<UnitValues> measure(RiskCounts sample) {
    return Outcome.of(info, List.of(sample), () -> fitted(sample));
  }

  /** Units without members of the group have no value. */
  private Outcome<UnitValues> fitted(RiskCounts sample) {
    int group = sample.groups().indexOf(sample.focusGroup());
    double risk = sample.compared().value();
    List<String> keys = new ArrayList<>();
    double[] events = new double[sample.size()];
    double[] expected = new double[sample.size()];
    for (int i = 0; i < sample.size(); i++) {
      double e = sample.population(group, i) * risk;
      if (e > 0) {
        events[keys.size()] = sample.events(group, i);
        expected[keys.size()] = e;
        keys.add(sample.units().key(i));
      }
    }
    Fit fit = new Fit(Arrays.copyOf(events, keys.size()), Arrays.copyOf(expected, keys.size()));
    double dispersion = fit.dispersion();
    if (!(dispersion < MOST_DISPERSED)) {
      return Outcome.undefined(
          Condition.CONVERGENCE, "the ratios of the units have no finite dispersion");
    }
    double mean = fit.mean(dispersion);
    double[] ratios = new double[keys.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = posterior(events[i], expected[i], mean, dispersion);
    }
    return Outcome.of(UnitValues.of(keys, ratios));
  }

  /** Alpha is 1 over the dispersion, beta is alpha over the mean. */
  private double posterior(double events, double expected, double mean, double dispersion) {
    if (dispersion == 0 || mean == 0) {
      return mean;
    }
    double shape = 1 / dispersion + events;
    double rate = 1 / (dispersion * mean) + expected;
    return share < 0
        ? shape / rate
        : new GammaDistribution(null, shape, 1 / rate).inverseCumulativeProbability(share);
  }

  @Override
  public String toString() {
    return info.id();
  }

  /** The likelihood of negative binomial events, with dispersion φ and mean m. */
  private static final class Fit {
    private static final int STEPS = 200;
    private static final double SMALLEST_STEP = 1e-15;

    /** Below this, the difference of a logarithm and its bound is summed as a series. */
    private static final double SMALL = 1e-2;

    private final double[] events;
    private final double[] expected;

    /** How many units have more than k events. */
    private final double[] more;

    Fit(double[] events, double[] expected) {
      this.events = events;
      this.expected = expected;
      this.more = new double[(int) Arrays.stream(events).max().orElse(0)];
      for (double count : events) {
        if (count > 0) {
          more[(int) count - 1]++;
        }
      }
      for (int k = more.length - 2; k >= 0; k--) {
        more[k] += more[k + 1];
      }
    }

    /**
     * The best mean for a dispersion solves \(\sum (a_i-mE_i)/(1+\varphi mE_i) = 0\). The sum is
     * convex and falls in m, so Newton's steps from 0 go up to the solution and never beyond.
     */
    double mean(double dispersion) {
      double mean = 0;
      for (int step = 0; step < STEPS; step++) {
        ExactSum value = new ExactSum();
        ExactSum slope = new ExactSum();
        for (int i = 0; i < events.length; i++) {
          double spread = 1 + dispersion * mean * expected[i];
          value.add((events[i] - mean * expected[i]) / spread);
          slope.add(expected[i] / spread * ((1 + dispersion * events[i]) / spread));
        }
        double up = value.value() / slope.value();
        mean += up;
        if (up <= SMALLEST_STEP * mean) {
          break;
        }
      }
      return mean;
    }

    /** The best dispersion; 0 if events vary no more than by chance. */
    double dispersion() {
      double most = Math.ulp(1.0);
      if (more.length == 0 || derivative(0) <= 0) {
        return 0;
      }
      while (derivative(most) > 0 && most < MOST_DISPERSED) {
        most *= 8;
      }
      if (most >= MOST_DISPERSED) {
        return MOST_DISPERSED;
      }
      double least = most / 8;
      while (true) {
        double middle = (least + most) / 2;
        if (middle <= least || middle >= most) {
          return middle;
        }
        if (derivative(middle) > 0) {
          least = middle;
        } else {
          most = middle;
        }
      }
    }

    /** The derivative of the logarithm of the likelihood by the dispersion, at the best mean. */
    private double derivative(double dispersion) {
      double mean = mean(dispersion);
      ExactSum sum = new ExactSum();
      for (int k = 1; k < more.length; k++) {
        sum.add(more[k] * k / (1 + dispersion * k));
      }
      for (int i = 0; i < events.length; i++) {
        double m = mean * expected[i];
        double t = dispersion * m;
        sum.add(m * m * excess(t));
        sum.add(-events[i] * m / (1 + t));
      }
      return sum.value();
    }

    /** \((\ln(1+t) - t/(1+t)) / t^2\), which is 1/2 at 0. */
    private static double excess(double t) {
      if (t > SMALL) {
        return (Math.log1p(t) - t / (1 + t)) / (t * t);
      }
      double sum = 0;
      double power = 1;
      for (int j = 2; j <= 10; j++) {
        sum += power * (j - 1) / j;
        power *= -t;
      }
      return sum;
    }
  }

  /** The events of the group are whole numbers. */
  private record WholeEvents() implements Requirement {
    @Override
    public String name() {
      return "WHOLE_COUNTS";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      if (!(sample instanceof RiskCounts counts)) {
        return Optional.empty();
      }
      int group = counts.groups().indexOf(counts.focusGroup());
      for (int i = 0; i < counts.size(); i++) {
        double events = counts.events(group, i);
        if (events != Math.rint(events) || events > MOST_EVENTS) {
          return Optional.of(
              counts.units().key(i) + " has " + events + " events, not a whole number to 1e7");
        }
      }
      return Optional.empty();
    }
  }
}
