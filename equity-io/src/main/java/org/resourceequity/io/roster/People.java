package org.resourceequity.io.roster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;

/**
 * What is known of the people of a roster, while it is read. Each is a number; nothing here is ever
 * handed out but how many belong to a group.
 */
final class People {

  private static final String NOT_SPECIFIED = "not-specified";

  private static final List<Group> RACES =
      List.of(
          Group.STUDENTS.and(Attribute.RACE, NOT_SPECIFIED),
          Groups.NATIVE_AMERICAN,
          Groups.ASIAN,
          Groups.BLACK,
          Groups.HISPANIC,
          Groups.PACIFIC_ISLANDER,
          Groups.MULTIRACIAL,
          Groups.WHITE);
  private static final List<Group> SEXES =
      List.of(
          Group.STUDENTS.and(Attribute.SEX, NOT_SPECIFIED),
          Groups.FEMALE,
          Groups.MALE,
          Groups.NON_BINARY);
  private static final List<Group> NEEDS =
      List.of(
          Groups.WITH_DISABILITIES,
          Groups.SECTION_504,
          Groups.FREE_MEALS,
          Groups.REDUCED_PRICE_MEALS,
          Groups.ENGLISH_LEARNERS,
          Groups.GIFTED);

  /** Spellings in lower case, with the place in the list above. */
  private static final Map<String, Integer> RACE_NAMES =
      Map.of(
          "americanindianoralaskanative", 1,
          "asian", 2,
          "blackorafricanamerican", 3,
          "hispanicorlatinoethnicity", 4,
          "nativehawaiianorotherpacificislander", 5,
          "demographicracetwoormoreraces", 6,
          "white", 7);

  private static final Map<String, Integer> SEX_NAMES =
      Map.of(
          "",
          0,
          "unknown",
          0,
          "unspecified",
          0,
          "female",
          1,
          "f",
          1,
          "male",
          2,
          "m",
          2,
          "other",
          3,
          "x",
          3);
  private static final Map<String, Integer> FLAG_NAMES =
      Map.of(
          "iep", 0,
          "504", 1,
          "freelunch", 2,
          "reducedlunch", 3,
          "ell", 4,
          "giftedortalented", 5);

  private static final int HISPANIC = 4;
  private static final int MULTIRACIAL = 6;
  private static final int GRADES = 15;
  private static final int FIRST_SEX = 1 + RACES.size();
  private static final int FIRST_BOTH = FIRST_SEX + SEXES.size();
  private static final int FIRST_NEED = FIRST_BOTH + RACES.size() * SEXES.size();
  private static final int FIRST_GRADE = FIRST_NEED + NEEDS.size();

  /** The groups that are counted: all, races, sexes, both, needs, grades. */
  static final List<Group> COUNTED = counted();

  private final Map<String, Integer> numbers = new HashMap<>();
  private byte[] races = new byte[64];
  private byte[] sexes = new byte[64];
  private byte[] needs = new byte[64];
  private byte[] grades = new byte[64];
  private boolean demographics;
  private boolean flags;

  private static List<Group> counted() {
    return Stream.of(
            Stream.of(Group.STUDENTS),
            RACES.stream(),
            SEXES.stream(),
            RACES.stream()
                .flatMap(
                    race ->
                        SEXES.stream().map(sex -> race.and(Attribute.SEX, sex.is().get(0).code()))),
            NEEDS.stream(),
            IntStream.range(0, GRADES)
                .mapToObj(grade -> Group.STUDENTS.and(Attribute.GRADE, gradeCode(grade))))
        .flatMap(groups -> groups)
        .toList();
  }

  private static String gradeCode(int grade) {
    return grade == 0 ? NOT_SPECIFIED : grade == 1 ? "PK" : grade == 2 ? "K" : "" + (grade - 2);
  }

  /** Returns the number of a person. */
  int number(String id) {
    Integer number = numbers.get(id);
    if (number == null) {
      number = numbers.size();
      numbers.put(id, number);
      if (number == races.length) {
        races = Arrays.copyOf(races, number * 2);
        sexes = Arrays.copyOf(sexes, number * 2);
        needs = Arrays.copyOf(needs, number * 2);
        grades = Arrays.copyOf(grades, number * 2);
      }
    }
    return number;
  }

  /** Notes the sex of a person; returns whether the text is known. */
  boolean sex(int person, String text) {
    demographics = true;
    Integer sex = SEX_NAMES.get(text.toLowerCase(Locale.ROOT));
    if (sex != null) {
      sexes[person] = sex.byteValue();
    }
    return sex != null;
  }

  /** Notes the races of a person, by their names; returns whether all are known. */
  boolean races(int person, Set<String> names) {
    demographics = true;
    boolean known = true;
    int found = 0;
    int race = 0;
    boolean hispanic = false;
    for (String name : names) {
      int number = RACE_NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), -1);
      known &= number >= 0;
      hispanic |= number == HISPANIC;
      if (number >= 0) {
        found++;
        race = number;
      }
    }
    races[person] = (byte) (hispanic ? HISPANIC : found > 1 ? MULTIRACIAL : race);
    return known;
  }

  /** Notes a flag of a person; flags that are no group are left out. */
  void flag(int person, String text) {
    flags = true;
    Integer flag = FLAG_NAMES.get(text.toLowerCase(Locale.ROOT));
    if (flag != null) {
      needs[person] |= (byte) (1 << flag);
    }
  }

  /** Notes the grade of a person: the lowest, if several are named. */
  void grade(int person, String texts) {
    for (String text : texts.split(",", -1)) {
      int grade = grade(text.strip().toUpperCase(Locale.ROOT));
      if (grade > 0 && (grades[person] == 0 || grade < grades[person])) {
        grades[person] = (byte) grade;
      }
    }
  }

  private static int grade(String text) {
    return switch (text) {
      case "IT", "PR", "PK" -> 1;
      case "TK", "KG", "K" -> 2;
      default -> text.matches("0?[1-9]|1[0-2]") ? Integer.parseInt(text) + 2 : 0;
    };
  }

  /** Visits the groups that a student is in, by their places in {@link #COUNTED}. */
  void groups(int person, IntConsumer visitor) {
    visitor.accept(0);
    if (demographics) {
      visitor.accept(1 + races[person]);
      visitor.accept(FIRST_SEX + sexes[person]);
      visitor.accept(FIRST_BOTH + races[person] * SEXES.size() + sexes[person]);
    }
    for (int need = 0; flags && need < NEEDS.size(); need++) {
      if ((needs[person] >> need & 1) != 0) {
        visitor.accept(FIRST_NEED + need);
      }
    }
    visitor.accept(FIRST_GRADE + grades[person]);
  }

  /** Tells whether a group is a grade. */
  static boolean isGrade(int group) {
    return group >= FIRST_GRADE;
  }
}
