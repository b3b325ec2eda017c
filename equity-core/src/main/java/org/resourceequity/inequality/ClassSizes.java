package org.resourceequity.inequality;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/**
 * Class sizes in two views. The sample is one of sections: the value is the number of students in a
 * section, the weight how many such sections there are.
 *
 * <ul>
 *   <li>{@link #OF_SECTIONS}: the teacher's view
 *   <li>{@link #MET_BY_STUDENTS}: the student's view, larger by the factor \(1+CV^2\)
 * </ul>
 */
public final class ClassSizes {

  private static final String FELD_GROFMAN =
      "Feld, S. L. and Grofman, B. (1977), Variation in class size, the class size paradox, and"
          + " some consequences for students, Research in Higher Education 6";

  /** The average size of the sections. */
  public static final Metric<Distribution> OF_SECTIONS =
      Metric.of(
          info("class-size", "AC-CLASS-A", "Average class size")
              .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES)
              .formula("\\sum_s \\sigma_s / \\#s")
              .reading("The average class has {value} students.")
              .reference(FELD_GROFMAN),
          Distribution::mean);

  /** The size of the section that the average student sits in. */
  public static final Metric<Distribution> MET_BY_STUDENTS =
      Metric.of(
          info("class-size-met", "AC-CLASS-P", "Class size met by the average student")
              .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES, Condition.POSITIVE_TOTAL)
              .formula("\\sum_s \\sigma_s^2 / \\sum_s \\sigma_s")
              .reading("The average student sits in a class of {value}.")
              .reference(FELD_GROFMAN),
          ClassSizes::met);

  private ClassSizes() {}

  private static MetricInfo.Builder info(String id, String key, String name) {
    return MetricInfo.of(id, key, name, Distribution.class)
        .range(0, Double.MAX_VALUE)
        .unit("students")
        .claims(
            Axiom.ANONYMITY,
            Axiom.SCALE_EQUIVARIANCE,
            Axiom.REPLICATION_INVARIANCE,
            Axiom.WEIGHT_SCALE_INVARIANCE);
  }

  private static double met(Distribution sections) {
    double mean = sections.mean();
    ExactSum sum = new ExactSum();
    for (int i = 0; i < sections.size(); i++) {
      // Relative to the mean, so that no square of a large size overflows.
      sum.add(sections.weight(i) * (sections.value(i) / mean) * (sections.value(i) / mean));
    }
    return mean * (sum.value() / sections.totalWeight());
  }
}
