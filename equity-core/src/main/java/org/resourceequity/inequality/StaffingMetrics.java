package org.resourceequity.inequality;

import org.resourceequity.internal.Checks;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;

/**
 * Staff and rooms by students. For staff, such as teachers, counselors, psychologists and nurses,
 * the value of a unit is its full-time staff per student, which exists where there is none; the
 * weight is its students.
 *
 * <ul>
 *   <li>{@link #STUDENTS_PER_STAFF}: all students over all staff, not the mean of the units' ratios
 *   <li>{@link #STAFF_PER_100}: the same turned round
 *   <li>{@link #WITHOUT_STAFF}: share of the students in units without staff
 *   <li>{@link #within}: share of the students in units that keep a recommended ratio
 *   <li>{@link #overcrowding}: enrolment beyond capacity
 * </ul>
 */
public final class StaffingMetrics {

  private static final String RATIO =
      "American School Counselor Association, student-to-school-counselor ratios";

  /** Students per full-time member of staff, pooled. */
  public static final Metric<Distribution> STUDENTS_PER_STAFF =
      Metric.of(
          info("students-per-staff", "Students per full-time staff")
              .range(0, Double.MAX_VALUE)
              .unit("students")
              .requires(Condition.POSITIVE_TOTAL)
              .formula("\\sum_i n_i / \\sum_i s_i")
              .reading("There is one member of staff for {value} students.")
              .reference(RATIO),
          d -> 1 / d.mean());

  /** Full-time staff per 100 students, pooled. */
  public static final Metric<Distribution> STAFF_PER_100 =
      Metric.of(
          info("staff-per-100", "Full-time staff per 100 students")
              .range(0, Double.MAX_VALUE)
              .unit("staff")
              .claims(Axiom.SCALE_EQUIVARIANCE)
              .formula("100 \\sum_i s_i / \\sum_i n_i")
              .reading("There are {value} members of staff for 100 students.")
              .reference(RATIO),
          d -> 100 * d.mean());

  /** Share of the students in units without such staff. */
  public static final Metric<Distribution> WITHOUT_STAFF =
      Metric.of(
          info("share-without-staff", "Share of students without staff")
              .range(0, 1)
              .claims(Axiom.SCALE_INVARIANCE)
              .formula("\\sum_{s_i=0} n_i / \\sum_i n_i")
              .reading("{value} of the students are in schools without such staff.")
              .reference(RATIO),
          d -> 1 - shareFrom(d, Double.MIN_VALUE));

  private StaffingMetrics() {}

  /**
   * Returns the share of the students in units with at most so many students per member of staff.
   *
   * @param students the recommended ratio, such as 250 for counselors
   */
  public static Metric<Distribution> within(double students) {
    Checks.within(students, Double.MIN_NORMAL, Double.MAX_VALUE, "students");
    return Metric.of(
        info("share-within-ratio:" + MetricId.write(students), "Share of students within the ratio")
            .range(0, 1)
            .formula("\\sum_{n_i\\le r s_i} n_i / \\sum_i n_i")
            .reading("{value} of the students are in schools that keep the recommended ratio.")
            .reference(RATIO),
        d -> shareFrom(d, 1 / students));
  }

  /**
   * Returns how far schools are beyond their capacity, as the student meets it. The value of a unit
   * is its enrolment over its capacity.
   *
   * @param alpha 0 for the share of the students in such schools, 1 for the mean excess
   */
  public static Metric<Distribution> overcrowding(double alpha) {
    Checks.within(alpha, 0, 100, "alpha");
    return Metric.of(
        MetricInfo.of(
                "overcrowding:" + MetricId.write(alpha),
                "AC-CAP",
                "Overcrowding",
                Distribution.class)
            .range(0, alpha == 0 ? 1 : Double.MAX_VALUE)
            .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES, Condition.REPRESENTABLE)
            .claims(Axiom.ANONYMITY, Axiom.REPLICATION_INVARIANCE, Axiom.WEIGHT_SCALE_INVARIANCE)
            .formula("\\sum_{x_i>1} w_i (x_i-1)^\\alpha,\\quad x_i = n_i/\\kappa_i")
            .reading("Students are in schools that are too full: {value}, where 0 is none.")
            .reference(
                "After Foster, J., Greer, J. and Thorbecke, E. (1984), A class of decomposable"
                    + " poverty measures, doi:10.2307/1913475"),
        d -> Deviations.mean(d, x -> x > 1 ? Math.pow(x - 1, alpha) : 0));
  }

  private static MetricInfo.Builder info(String id, String name) {
    return MetricInfo.of(id, "AC-PTR", name, Distribution.class)
        .requires(Condition.SOME_UNITS, Condition.NO_NEGATIVES)
        .claims(Axiom.ANONYMITY, Axiom.REPLICATION_INVARIANCE, Axiom.WEIGHT_SCALE_INVARIANCE);
  }

  /** Share of the weight with at least so much. */
  private static double shareFrom(Distribution sample, double least) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < sample.size(); i++) {
      if (sample.value(i) >= least) {
        sum.add(sample.weight(i));
      }
    }
    return sum.value() / sample.totalWeight();
  }
}
