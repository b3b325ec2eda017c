package org.resourceequity.io.massachusetts;

import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;
import static org.resourceequity.model.Level.STATE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Format;
import org.resourceequity.io.FormatProvider;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;

/**
 * Exports of the Massachusetts education-to-career data hub: enrolment since 1993-94 and graduation
 * since 2005-06, of the state, of districts and of schools.
 *
 * <pre>
 * sy,dist_code,dist_name,org_code,org_name,org_type,total_cnt,...,baa_pct,...,el_cnt,el_pct,...
 * 2024,99010000,Exampleton,99010000,Exampleton,District,541,...,0.125,...,60,0.111,...
 *
 * sy,dist_code,dist_name,org_code,org_name,org_type,grad_rate_type,stu_grp,cohort_cnt,grad_pct
 * 2024,99010000,Exampleton,99010505,Oak High,School,4-Year Graduation Rate,All Students,120,0.9
 * </pre>
 *
 * <p>Shares are fractions. Need was measured by subsidised meals up to 2013-14 and by income again
 * from 2021-22 ("low income"), and between them by public assistance ("economically
 * disadvantaged"): two groups, of which each year has one. Graduation is published for cohorts of 6
 * or more; the school year is that in which the cohort should have graduated. The rates called
 * adjusted, without students who came later, are not read. 0999 0999, all collaboratives together,
 * is a second total and not read.
 */
public final class DataHub implements FormatProvider {

  private static final Map<String, Level> TYPES =
      Map.of(
          "State", STATE,
          "District", DISTRICT,
          "Collaborative", DISTRICT,
          "School", SCHOOL,
          "Public School", SCHOOL,
          "Charter School", SCHOOL);
  private static final Map<Group, String> RACES_AND_SEXES = racesAndSexes();
  private static final Map<Group, String> NEEDS = needs();

  private static final Format ENROLMENT =
      format("ma-enrolment", "enrolment by grade, race and selected populations", "1993-94 on")
          .layout(
              layout("enrolment")
                  .numbers(Field.number(Operands.ENROLMENT, "total_cnt").require())
                  .numbers(DataHub::enrolment))
          .then(Consequence.countsFromShares(), Consequence.nobodyWhereNoStudents())
          .build();

  private static final Format GRADUATION =
      format("ma-graduation", "high school graduation rates", "2005-06 on")
          .layout(
              layout("graduation")
                  .dimension(
                      Dimension.of(Field.text("grad_rate_type"))
                          .all("", "4-Year Graduation Rate")
                          .variables(
                              Map.of(
                                  OutcomeOperands.graduationCohort(Group.STUDENTS).what(),
                                  OutcomeOperands.graduationCohort(Group.STUDENTS, 5).what(),
                                  OutcomeOperands.graduationRate(Group.STUDENTS).what(),
                                  OutcomeOperands.graduationRate(Group.STUDENTS, 5).what()),
                              "5-Year Graduation Rate")
                          .skip(
                              "4-Year Adjusted Cohort Graduation Rate",
                              "5-Year Adjusted Cohort Graduation Rate"))
                  .dimension(
                      Dimension.of("stu_grp")
                          .all("All Students", "All")
                          .code(Groups.NATIVE_AMERICAN, "American Indian or Alaska Native")
                          .code(Groups.ASIAN, "Asian")
                          .code(Groups.BLACK, "Black or African American")
                          .code(Groups.HISPANIC, "Hispanic or Latino")
                          .code(
                              Groups.MULTIRACIAL,
                              "Multi-Race, Not Hispanic or Latino",
                              "Multi-Race, Non-Hispanic")
                          .code(
                              Groups.PACIFIC_ISLANDER, "Native Hawaiian or Other Pacific Islander")
                          .code(Groups.WHITE, "White")
                          .code(Groups.FEMALE, "Female")
                          .code(Groups.MALE, "Male")
                          .code(Groups.LOW_INCOME, "Low Income")
                          .code(Groups.PUBLIC_ASSISTANCE, "Economically Disadvantaged")
                          .code(Groups.ENGLISH_LEARNERS, "English Learners")
                          .code(Groups.WITH_DISABILITIES, "Students with Disabilities")
                          .code(Groups.HIGH_NEED, "High Needs")
                          .code(Groups.HOMELESS, "Homeless")
                          .code(Groups.FOSTER_CARE, "Foster Care"))
                  .codes(Codes.none().hidden(0, 5, ""))
                  .numbers(
                      Field.number(OutcomeOperands.graduationCohort(Group.STUDENTS), "cohort_cnt"),
                      Field.number(OutcomeOperands.graduationRate(Group.STUDENTS), "grad_pct")
                          .require()))
          .build();

  /** Makes the provider. */
  public DataHub() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(ENROLMENT, GRADUATION);
  }

  private static Format.Builder format(String id, String dataSet, String years) {
    return Format.of(id, "MA-ORG")
        .published(
            "Massachusetts Department of Elementary and Secondary Education",
            dataSet,
            years,
            Format.Evidence.DOCUMENTATION);
  }

  private static Layout.Builder layout(String name) {
    Field type = Field.text("org_type").require();
    return Layout.of(name)
        .level(type, TYPES)
        .skip("org_code", "09990999", "9990999")
        .id(STATE, Id.always("MA"))
        .id(DISTRICT, Id.of(Field.text("dist_code").require()).width(8))
        .id(SCHOOL, Id.of(Field.text("org_code").require()).width(8))
        .name(DISTRICT, "dist_name")
        .name(SCHOOL, Field.text("org_name").require())
        .charter(new Coded<>(type, Map.of("Charter School", true, "*", false), false))
        .year(YearRule.column("sy"));
  }

  private static List<Field> enrolment() {
    List<Field> fields = new ArrayList<>();
    RACES_AND_SEXES.forEach((group, name) -> fields.add(share(group, name)));
    NEEDS.forEach(
        (group, name) -> {
          fields.add(Field.number(Operands.enrolment(group), name + "_cnt"));
          fields.add(share(group, name));
        });
    fields.add(grade("PK", "pk"));
    fields.add(grade("K", "k"));
    for (int grade = 1; grade <= 12; grade++) {
      fields.add(grade(String.valueOf(grade), "(?:g|gr|grade)_?0?" + grade));
    }
    return fields;
  }

  private static Field share(Group group, String name) {
    return Field.number(Operands.enrolmentShare(group), name + "_pct");
  }

  private static Field grade(String code, String regex) {
    return Field.like(
        Operands.enrolment(Group.STUDENTS.and(GRADE, code)), "grade " + code, regex + "_cnt");
  }

  private static Map<Group, String> racesAndSexes() {
    Map<Group, String> names = new LinkedHashMap<>();
    names.put(Groups.NATIVE_AMERICAN, "aian");
    names.put(Groups.ASIAN, "as");
    names.put(Groups.BLACK, "baa");
    names.put(Groups.HISPANIC, "hl");
    names.put(Groups.MULTIRACIAL, "mnh");
    names.put(Groups.PACIFIC_ISLANDER, "nhpi");
    names.put(Groups.WHITE, "wh");
    names.put(Groups.FEMALE, "fe");
    names.put(Groups.MALE, "ma");
    return names;
  }

  private static Map<Group, String> needs() {
    Map<Group, String> names = new LinkedHashMap<>();
    names.put(Groups.ENGLISH_LEARNERS, "el");
    names.put(Groups.HIGH_NEED, "hn");
    names.put(Groups.LOW_INCOME, "li");
    names.put(Groups.PUBLIC_ASSISTANCE, "ecd");
    names.put(Groups.WITH_DISABILITIES, "swd");
    return names;
  }
}
