package org.resourceequity.io.florida;

import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Format;
import org.resourceequity.io.FormatProvider;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.RowKind;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;

/**
 * Florida's membership by school, grade and race; the file is named after its school year,
 * "2324MembBySchoolByGradeByRace.xlsx".
 *
 * <pre>
 * District #,District,School #,School,Grade,White,Black or African American,Hispanic/Latino,...
 * 01,EXAMPLE,0021,OAK SCHOOL,PK,12,*,11,...
 * 01,EXAMPLE,0021,OAK SCHOOL,KG,30,14,25,...
 * </pre>
 *
 * <p>Grades add up to the school, so that a total has bounds where a grade is hidden: a star stands
 * for fewer than 10 students. Rows of totals are not read. Schools and districts have sheets of
 * their own; the sheet of the state names no unit and is not read.
 */
public final class Florida implements FormatProvider {

  private static final List<Field> RACES =
      List.of(
          race(Groups.WHITE, "White", "white"),
          race(Groups.BLACK, "Black or African American", "black(?: or african american)?"),
          race(Groups.HISPANIC, "Hispanic/Latino", "hispanic(?: ?/ ?latino| or latino)?"),
          race(Groups.ASIAN, "Asian", "asian"),
          race(
              Groups.PACIFIC_ISLANDER,
              "Native Hawaiian or Other Pacific Islander",
              "(?:native hawaiian .*)?pacific(?: islander)?"),
          race(
              Groups.NATIVE_AMERICAN,
              "American Indian or Alaska Native",
              "american indian(?: .*)?"),
          race(Groups.MULTIRACIAL, "Two or More Races", "two or more(?: races)?|multi-?racial"));

  private static final Field GRADE_COLUMN =
      Field.text("Grade", "Grade Level", "Grd", "Gr").require();
  private static final Id DISTRICT_NUMBER =
      Id.of(Field.textLike("District #", "dist(?:rict)?\\.? ?(?:#|no\\.?|number)").require())
          .width(2);
  private static final Field SCHOOL_NUMBER =
      Field.textLike("School #", "sch(?:oo)?l\\.? ?(?:#|no\\.?|number)");

  private static final Format MEMBERSHIP =
      Format.of("fl-membership", "FL-DOE")
          .published(
              "Florida Department of Education",
              "membership by school, grade and race",
              "2013-14 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              layout("schools")
                  .level(SCHOOL)
                  .id(SCHOOL, Id.joined(DISTRICT_NUMBER, Id.of(SCHOOL_NUMBER.require()).width(4)))
                  .name(SCHOOL, Field.text("School", "School Name", "Schl Name")))
          .layout(layout("districts").level(DISTRICT).without("School #", "Schl #"))
          .then(
              Consequence.sum(
                  Operands.ENROLMENT,
                  RACES.stream()
                      .map(field -> field.operand().orElseThrow())
                      .toArray(Operand[]::new)))
          .build();

  /** Makes the provider. */
  public Florida() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(MEMBERSHIP);
  }

  private static Field race(Group group, String name, String regex) {
    Field field = Field.like(Operands.enrolment(group), name, regex);
    return group.equals(Groups.WHITE) ? field.require() : field;
  }

  private static Layout.Builder layout(String name) {
    List<String> texts = new ArrayList<>();
    Dimension grades = Dimension.of(GRADE_COLUMN).skip("Total", "Totals", "All", "");
    List<List<String>> spellings = grades();
    for (List<String> grade : spellings) {
      texts.addAll(grade);
      grades = grades.code(GRADE, grade.get(0), grade.toArray(String[]::new));
    }
    return Layout.of(name)
        .id(DISTRICT, DISTRICT_NUMBER)
        .state(Id.always("FL"))
        .name(DISTRICT, Field.text("District", "District Name", "Dist Name"))
        .year(YearRule.inFile(YearRule.Style.COMPACT, "^(\\d{4})memb"), YearRule.inFile())
        .kinds(
            GRADE_COLUMN,
            RowKind.of(texts.toArray(String[]::new)).fills().fills(GRADE),
            RowKind.skip("Total", "Totals", "All", ""))
        .dimension(grades)
        .codes(Codes.none().hidden(0, 9, "*"))
        .numbers(RACES);
  }

  /** Returns the spellings of each grade, first its code. */
  private static List<List<String>> grades() {
    List<List<String>> grades = new ArrayList<>();
    grades.add(List.of("PK", "Pre-Kindergarten", "PreK"));
    grades.add(List.of("K", "KG", "Kindergarten"));
    for (int grade = 1; grade <= 12; grade++) {
      List<String> texts = new ArrayList<>(List.of(String.valueOf(grade), "Grade " + grade));
      if (grade < 10) {
        texts.add("0" + grade);
      }
      grades.add(List.copyOf(texts));
    }
    return grades;
  }
}
