package org.resourceequity.io.washington;

import java.util.Map;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.model.Group;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Quality;
import org.resourceequity.model.Reason;
import org.resourceequity.model.Variable;

/**
 * Graduation within four to seven years, by group.
 *
 * <pre>
 * SchoolYear,OrganizationLevel,...,StudentGroup,Suppression,Cohort,...,FinalCohort,Graduate,...,GraduationRate
 * 2019,School,...,All Students,No Suppression,Four Year,...,366,342,...,0.9344
 * 2019,School,...,Asian,N&lt;10,Four Year,...,NA,NA,...,NA
 * 2019,School,...,White,&gt;95%,Four Year,...,NA,NA,...,NA
 * 2019,School,...,Male,Cross Group,Four Year,...,NA,NA,...,0.9377
 * </pre>
 *
 * <p>The column Suppression says why numbers are hidden, and bounds those that are. A row is about
 * the school year in which its cohort was followed for so many years; its numbers are kept under
 * the year in which the cohort should have graduated, so that a year has one cohort.
 */
final class WashingtonGraduation {

  private static final Codes COUNTS = flags(Codes.none().missing("NA", "NULL")).ranges();
  private static final Codes RATES = flags(Codes.none().notApplicable("", "NA", "NULL")).ranges();

  static final Format FORMAT =
      ReportCard.format("wa-graduation", "graduation", "2013-14 on", Format.Evidence.FILE)
          .layout(
              ReportCard.layout("graduation")
                  .dimension(groups())
                  .dimension(
                      Dimension.of("Cohort")
                          .all("Four Year")
                          .variables(within(5), 1, "Five Year")
                          .variables(within(6), 2, "Six Year")
                          .variables(within(7), 3, "Seven Year"))
                  .numbers(
                      number(
                          Field.number(
                              OutcomeOperands.graduationCohort(Group.STUDENTS),
                              "FinalCohort",
                              "Final Cohort",
                              "final_cohort"),
                          COUNTS),
                      number(
                          Field.number(
                              OutcomeOperands.graduates(Group.STUDENTS, 4),
                              "Graduate",
                              "Graduates"),
                          COUNTS),
                      number(
                              Field.number(
                                  OutcomeOperands.graduationRate(Group.STUDENTS),
                                  "GraduationRate",
                                  "Graduation Rate",
                                  "graduation_rate"),
                              RATES)
                          .require()))
          .then(
              Consequence.atMost(
                  OutcomeOperands.graduates(Group.STUDENTS, 4),
                  OutcomeOperands.graduationCohort(Group.STUDENTS)))
          .build();

  private WashingtonGraduation() {}

  private static Codes flags(Codes codes) {
    return codes
        .flag("No Suppression", Quality.REPORTED)
        .flag("No DAT", Quality.REPORTED)
        .flag("No Students", Quality.REPORTED)
        .flagZero("Cross Group", Reason.SUPPRESSED_PRIVACY);
  }

  private static Field number(Field field, Codes codes) {
    return field.flag("Suppression", "DAT").codes(codes);
  }

  private static Map<Variable, Variable> within(int years) {
    Group all = Group.STUDENTS;
    return Map.of(
        OutcomeOperands.graduationCohort(all).what(),
            OutcomeOperands.graduationCohort(all, years).what(),
        OutcomeOperands.graduates(all, 4).what(), OutcomeOperands.graduates(all, years).what(),
        OutcomeOperands.graduationRate(all).what(),
            OutcomeOperands.graduationRate(all, years).what());
  }

  private static Dimension groups() {
    Dimension groups =
        Dimension.of(ReportCard.column("StudentGroup", "student_group").require())
            .skip(
                "Non Section 504",
                "Non-Section 504",
                "Non-Homeless",
                "Non Migrant",
                "Non-Migrant",
                "Non-English Language Learners",
                "Non-Foster Care",
                "Non-Low Income",
                "Non Military Parent",
                "Non-Military Parent",
                "Non-Highly Capable",
                "Students without Disabilities");
    for (var group : ReportCard.GROUPS.entrySet()) {
      groups = groups.code(group.getKey(), group.getValue().toArray(String[]::new));
    }
    return groups;
  }
}
