package org.resourceequity.io.urban;

import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.List;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.OutcomeOperands;

/**
 * EDFacts in the portal: assessments and graduation rates, by one group of students in each row.
 * Shares of small groups are ranges, whose bounds are kept. Asian students include Pacific
 * Islanders, as in the files that the portal reads. Each state sets its own test and its own mark;
 * shares of two states cannot be compared.
 */
final class EdFacts {

  static final Format ASSESSMENTS =
      Portal.format("urban-assessments", "achievement in mathematics and reading (EDFacts)")
          .layout(assessments(schools()))
          .layout(assessments(districts()))
          .then(sexesMakeTotal("mathematics"), sexesMakeTotal("reading"))
          .build();

  static final Format GRADUATION =
      Portal.format("urban-graduation", "adjusted cohort graduation rate (EDFacts)")
          .layout(graduation(schools()))
          .layout(graduation(districts()))
          .build();

  private EdFacts() {}

  private static Layout.Builder schools() {
    return groups(Portal.schools("schools").name(SCHOOL, "school_name"));
  }

  private static Layout.Builder districts() {
    return groups(Portal.districts("districts"));
  }

  private static Layout.Builder groups(Layout.Builder layout) {
    return layout
        .name(DISTRICT, "lea_name")
        .dimension(Portal.races(Groups.ASIAN_OR_PACIFIC_ISLANDER))
        .dimension(Portal.disabilities())
        .dimension(Portal.members("lep", Groups.ENGLISH_LEARNERS))
        .dimension(Portal.members("econ_disadvantaged", Groups.LOW_INCOME))
        .dimension(Portal.members("homeless", Groups.HOMELESS))
        .dimension(Portal.members("foster_care", Groups.FOSTER_CARE));
  }

  private static Layout.Builder assessments(Layout.Builder layout) {
    Dimension grades = Dimension.of("grade_edfacts").code(GRADE, "high-school", "9").all("99");
    for (int g = 3; g <= 8; g++) {
      grades = grades.code(GRADE, String.valueOf(g), String.valueOf(g));
    }
    return layout
        .dimension(grades)
        .dimension(Portal.sexes())
        .dimension(Portal.members("migrant", Groups.MIGRANT))
        .dimension(Portal.members("military_connected", Groups.MILITARY_FAMILIES))
        .numbers(() -> assessed("math", "mathematics"))
        .numbers(() -> assessed("read", "reading"));
  }

  private static List<Field> assessed(String column, String subject) {
    return List.of(
        Field.number(OutcomeOperands.tested(subject, Group.STUDENTS), column + "_test_num_valid"),
        rate(OutcomeOperands.proficiencyRate(subject, Group.STUDENTS), column + "_test_pct_prof"));
  }

  private static Layout.Builder graduation(Layout.Builder layout) {
    return layout.numbers(
        Field.number(OutcomeOperands.graduationCohort(Group.STUDENTS), "cohort_num"),
        rate(OutcomeOperands.graduationRate(Group.STUDENTS), "grad_rate"));
  }

  private static Field rate(Operand operand, String column) {
    return Field.number(operand, column + "_midpt")
        .percent()
        .between(column + "_low", column + "_high")
        .require();
  }

  private static Consequence sexesMakeTotal(String subject) {
    return Consequence.partsMakeTotal(
        "students of both sexes tested",
        OutcomeOperands.tested(subject, Group.STUDENTS),
        0,
        OutcomeOperands.tested(subject, Groups.FEMALE),
        OutcomeOperands.tested(subject, Groups.MALE));
  }
}
