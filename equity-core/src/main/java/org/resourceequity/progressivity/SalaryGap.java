package org.resourceequity.progressivity;

import java.util.Arrays;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.HasLevel;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.PositiveCovariate;

/**
 * What budgeting by average salaries hides: dollars per student that a school's teachers are paid
 * above the mean of their district. The value of a unit is the mean pay of its teachers, the weight
 * their number, the covariate "students" its students. Times students, the gaps of a district add
 * up to 0.
 */
final class SalaryGap implements Profile<PairedSample> {

  static final String NAME = "salary-gap";

  private static final String STUDENTS = "students";

  private final String level;
  private final MetricInfo info;

  SalaryGap(String level) {
    this.level = level;
    this.info =
        MetricInfo.of(NAME + ":" + level, "AC-SALGAP", "Salary gap", PairedSample.class)
            .unit("dollars per student")
            .requires(new HasLevel(level), Condition.SOME_UNITS, new PositiveCovariate(STUDENTS))
            .claims(Axiom.SCALE_EQUIVARIANCE)
            .formula(
                "t_i(y_i-\\bar y_d)/n_i,\\quad \\bar y_d = \\sum_{j\\in d} t_jy_j / \\sum_{j\\in d}"
                    + " t_j")
            .reading("The school's teachers are paid so much more per student than budgeted.")
            .reference(
                "Roza, M. and Hill, P. T. (2004), How within-district spending inequities help some"
                    + " schools to fail, Brookings Papers on Education Policy 2004");
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public UnitValues formula(PairedSample sample) {
    double[] students = sample.covariate(STUDENTS);
    String[] keys = new String[sample.size()];
    double[] gaps = new double[sample.size()];
    int counted = 0;
    for (int[] district : sample.units().by(level).units()) {
      double mean = mean(sample, district);
      for (int unit : district) {
        if (sample.counts(unit)) {
          keys[counted] = sample.units().key(unit);
          gaps[counted++] = sample.weight(unit) / students[unit] * (sample.value(unit) - mean);
        }
      }
    }
    return UnitValues.of(
        Arrays.asList(keys).subList(0, counted), Finite.all(Arrays.copyOf(gaps, counted)));
  }

  private static double mean(PairedSample sample, int[] units) {
    ExactSum paid = new ExactSum();
    ExactSum teachers = new ExactSum();
    for (int unit : units) {
      paid.addProduct(sample.weight(unit), sample.value(unit));
      teachers.add(sample.weight(unit));
    }
    return paid.value() / teachers.value();
  }

  @Override
  public String toString() {
    return info.id();
  }
}
