package org.resourceequity.io.ohio;

import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Format;
import org.resourceequity.io.FormatProvider;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operands;

/**
 * Ohio's headcount of October, by building and by district.
 *
 * <pre>
 * DIST_IRN,DIST_NAME,BLDG_IRN,BLDG_NAME,COUNTY,GRADE_KG,GRADE_1,...,STUDENT_BLACK,...,STUDENT_FEMALE,STUDENT_MALE
 * 099901,Example City,999001,Oak School,Example,60,62,...,&lt; 10,...,180,190
 * </pre>
 *
 * <p>The year is in the name of the sheet, "fy24_hdcnt_bldg". There is no total: it is the sum of
 * female and male students. Below 10 a count is hidden.
 */
public final class Ohio implements FormatProvider {

  private static final Id DISTRICT_IRN =
      Id.of(Field.text("DIST_IRN", "District IRN").require()).width(6);

  private static final Format HEADCOUNT =
      Format.of("oh-headcount", "OH-IRN")
          .published(
              "Ohio Department of Education and Workforce",
              "October headcount",
              "2015-16 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              layout("buildings")
                  .level(SCHOOL)
                  .id(SCHOOL, Id.of(Field.text("BLDG_IRN", "Building IRN").require()).width(6))
                  .name(SCHOOL, "BLDG_NAME", "Building Name"))
          .layout(layout("districts").level(DISTRICT).without("BLDG_IRN", "Building IRN"))
          .then(
              Consequence.sum(
                  Operands.ENROLMENT,
                  Operands.enrolment(Groups.FEMALE),
                  Operands.enrolment(Groups.MALE)))
          .build();

  /** Makes the provider. */
  public Ohio() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(HEADCOUNT);
  }

  private static Layout.Builder layout(String name) {
    Pattern year = Pattern.compile("fy(\\d\\d)(?!\\d)", Pattern.CASE_INSENSITIVE);
    return Layout.of(name)
        .id(DISTRICT, DISTRICT_IRN)
        .state(Id.always("OH"))
        .name(DISTRICT, "DIST_NAME", "District Name")
        .year(
            new YearRule.Named(YearRule.Where.SHEET, year, YearRule.Style.ENDING),
            new YearRule.Named(YearRule.Where.FILE, year, YearRule.Style.ENDING))
        .codes(Codes.none().missing("NC").ranges())
        .numbers(Ohio::numbers);
  }

  private static List<Field> numbers() {
    List<Field> fields = new ArrayList<>();
    fields.add(group(Groups.FEMALE, "FEMALE", "female").require());
    fields.add(group(Groups.MALE, "MALE", "male").require());
    fields.add(group(Groups.ASIAN, "ASIAN", "asian"));
    fields.add(group(Groups.BLACK, "BLACK", "black"));
    fields.add(group(Groups.WHITE, "WHITE", "white"));
    fields.add(group(Groups.NATIVE_AMERICAN, "NATIVEAM", "(?:native_?am|am_?ind|indian)\\w*"));
    fields.add(group(Groups.PACIFIC_ISLANDER, "PACIFIC", "(?:pac|hawai)\\w*"));
    fields.add(group(Groups.MULTIRACIAL, "MULTI", "multi\\w*"));
    fields.add(group(Groups.HISPANIC, "LATINO", "(?:latino|hispanic)"));
    fields.add(group(Groups.LOW_INCOME, "ECONDIS", "econ_?dis\\w*"));
    fields.add(group(Groups.WITH_DISABILITIES, "W_DISABILITY", "(?:w_)?disab\\w*"));
    fields.add(group(Groups.ENGLISH_LEARNERS, "LEP", "(?:lep|el|ell)"));
    fields.add(grade("PK", "(?:pk|pre_?k\\w*)"));
    fields.add(grade("K", "(?:kg?|kindergarten)"));
    for (int grade = 1; grade <= 12; grade++) {
      fields.add(grade(String.valueOf(grade), "0?" + grade));
    }
    return fields;
  }

  private static Field group(Group group, String name, String regex) {
    return Field.like(Operands.enrolment(group), "STUDENT_" + name, "students?_" + regex);
  }

  private static Field grade(String code, String regex) {
    return Field.like(
        Operands.enrolment(Group.STUDENTS.and(GRADE, code)), "GRADE_" + code, "grade_" + regex);
  }
}
