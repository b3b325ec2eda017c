package org.resourceequity.io.persons;

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
 * What is known of persons while files about them are read. Each is a number; nothing here is ever
 * handed out but how many belong to a group.
 */
public final class People {

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
          Groups.GIFTED,
          Groups.LOW_INCOME,
          Groups.HOMELESS,
          Groups.FOSTER_CARE,
          Groups.MIGRANT,
          Groups.MILITARY_FAMILIES,
          Groups.TITLE_I);

  /** Spellings in lower case, with the place in the list above. */
  private static final Map<String, Integer> RACE_NAMES =
      Map.ofEntries(
          Map.entry("choosenottorespond", 0),
          Map.entry("other", 0),
          Map.entry("missing", 0),
          Map.entry("unknown", 0),
          Map.entry("americanindianoralaskanative", 1),
          Map.entry("americanindianalaskanative", 1),
          Map.entry("asian", 2),
          Map.entry("black", 3),
          Map.entry("blackorafricanamerican", 3),
          Map.entry("blackafricanamerican", 3),
          Map.entry("hispanic", 4),
          Map.entry("hispanicorlatino", 4),
          Map.entry("hispaniclatino", 4),
          Map.entry("hispanicorlatinoethnicity", 4),
          Map.entry("nativehawaiianpacificislander", 5),
          Map.entry("nativehawaiianorpacificislander", 5),
          Map.entry("nativehawaiianorotherpacificislander", 5),
          Map.entry("demographicracetwoormoreraces", 6),
          Map.entry("twoormoreraces", 6),
          Map.entry("white", 7));

  private static final Map<String, Integer> SEX_NAMES =
      Map.ofEntries(
          Map.entry("", 0),
          Map.entry("unknown", 0),
          Map.entry("unspecified", 0),
          Map.entry("not selected", 0),
          Map.entry("female", 1),
          Map.entry("f", 1),
          Map.entry("male", 2),
          Map.entry("m", 2),
          Map.entry("other", 3),
          Map.entry("non-binary", 3),
          Map.entry("nonbinary", 3),
          Map.entry("x", 3));
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
  private short[] needs = new short[64];
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
  public int number(String id) {
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
  public boolean sex(int person, String text) {
    demographics = true;
    Integer sex = SEX_NAMES.get(text.toLowerCase(Locale.ROOT));
    if (sex != null) {
      sexes[person] = sex.byteValue();
    }
    return sex != null;
  }

  /** Notes the races of a person, by their names; returns whether all are known. */
  public boolean races(int person, Set<String> names) {
    demographics = true;
    boolean known = true;
    int found = 0;
    int race = 0;
    boolean hispanic = false;
    for (String name : names) {
      int number = RACE_NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), -1);
      known &= number >= 0;
      hispanic |= number == HISPANIC;
      if (number > 0) {
        found++;
        race = number;
      }
    }
    races[person] = (byte) (hispanic ? HISPANIC : found > 1 ? MULTIRACIAL : race);
    return known;
  }

  /** Notes a flag of a person; flags that are no group are left out. */
  public void flag(int person, String text) {
    flags = true;
    Integer flag = FLAG_NAMES.get(text.toLowerCase(Locale.ROOT));
    if (flag != null) {
      needs[person] |= (short) (1 << flag);
    }
  }

  /**
   * Notes that a person is in a group by need, language, disability or programme.
   *
   * @throws IllegalArgumentException if no such group is counted
   */
  public void need(int person, Group group) {
    flags = true;
    int need = NEEDS.indexOf(group);
    if (need < 0) {
      throw new IllegalArgumentException(group + " is not counted, expected one of " + NEEDS);
    }
    needs[person] |= (short) (1 << need);
  }

  /** Notes that needs are recorded, also where nobody has one. */
  public void recordsNeeds() {
    flags = true;
  }

  /** Notes the grade of a person: the lowest, if several are named. */
  public void grade(int person, String texts) {
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
