package org.resourceequity;

import java.util.Arrays;
import java.util.List;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Units;

/** The worked district of the project's domain guide, section 10.2: eight elementary schools. */
final class EightSchools {

  static final double[] ENROLMENT = {400, 500, 300, 600, 450, 350, 200, 700};
  private static final double[] POOR = {360, 400, 180, 240, 135, 70, 30, 70};
  private static final double[] DOLLARS = {
    5_600_000, 6_500_000, 3_900_000, 6_900_000, 5_175_000, 4_200_000, 2_900_000, 7_700_000
  };
  private static final double[] TEACHERS = {25, 30, 18, 36, 28, 21, 13, 42};
  private static final double[] NOVICES = {7, 6, 3, 4, 2, 1.5, 0.5, 2};
  private static final Units SCHOOLS = Units.of(List.of("A", "B", "C", "D", "E", "F", "G", "H"));

  private EightSchools() {}

  /** Dollars per pupil. */
  static double[] perPupil() {
    return ratio(DOLLARS, ENROLMENT);
  }

  /** Share of teachers in their first years. */
  static double[] noviceShare() {
    return ratio(NOVICES, TEACHERS);
  }

  /** Dollars per pupil, weighted by pupils. */
  static Distribution distribution() {
    return Distribution.of(SCHOOLS, perPupil(), ENROLMENT);
  }

  /** What students from low-income families and others meet. */
  static GroupedValues groups(double[] values) {
    double[] rest = ENROLMENT.clone();
    Arrays.setAll(rest, i -> ENROLMENT[i] - POOR[i]);
    return GroupedValues.of(SCHOOLS, values, List.of("poor", "other"), new double[][] {POOR, rest});
  }

  /** Students from low-income families and all others by school. */
  static CrossTab table() {
    return CrossTab.againstRest(SCHOOLS, "poor", POOR, ENROLMENT);
  }

  /** Dollars per pupil by the share of students from low-income families. */
  static PairedSample paired() {
    return PairedSample.of(perPupil(), ENROLMENT, ratio(POOR, ENROLMENT));
  }

  /** Section 10.3, "Risk (S9)": 24 of 200 in the group, 30 of 800 others. */
  static RiskCounts risks() {
    return RiskCounts.of(
        Units.of(List.of("district")),
        List.of("group", "others"),
        new double[][] {{24}, {30}},
        new double[][] {{200}, {800}});
  }

  private static double[] ratio(double[] numerators, double[] denominators) {
    double[] ratios = new double[numerators.length];
    Arrays.setAll(ratios, i -> numerators[i] / denominators[i]);
    return ratios;
  }
}
