package org.resourceequity.examples.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Ratio;
import org.resourceequity.model.Ratios;

/** The names that the command line has for resources, groups and events. */
final class Vocabulary {

  private static final Map<String, List<Ratio>> RESOURCES = new LinkedHashMap<>();
  private static final Map<String, Group> GROUPS = new LinkedHashMap<>();

  /** Sources of money. */
  static final Map<String, Fund> FUNDS =
      Map.of(
          "federal", Fund.FEDERAL,
          "state", Fund.STATE,
          "local", Fund.LOCAL,
          "state-local", Fund.STATE_LOCAL,
          "title-i", Fund.TITLE_I);

  private static final Map<String, Operand> EVENTS = new LinkedHashMap<>();

  static {
    // Where there are several, the first that the data have is taken.
    RESOURCES.put(
        "spending-per-student",
        List.of(Ratios.SPENDING_PER_PUPIL, Ratios.PUBLISHED_SPENDING_PER_PUPIL));
    RESOURCES.put("spending-per-student-fte", List.of(Ratios.SPENDING_PER_STUDENT_FTE));
    RESOURCES.put("students-per-teacher", List.of(Ratios.STUDENTS_PER_TEACHER));
    RESOURCES.put("novice-teacher-share", List.of(Ratios.NOVICE_SHARE));
    RESOURCES.put("emergency-credential-share", List.of(Ratios.EMERGENCY_SHARE));
    RESOURCES.put(
        "full-credential-share",
        List.of(
            new Ratio.Published(Operands.staffShare(Groups.FULL_CREDENTIAL), Operands.ENROLMENT)));
    RESOURCES.put("average-salary", List.of(Ratios.AVERAGE_SALARY));
    RESOURCES.put("class-size", List.of(Ratios.CLASS_SIZE));
    RESOURCES.put("class-size-k3", List.of(Ratios.CLASS_SIZE_K3));
    RESOURCES.put("class-size-4-6", List.of(Ratios.CLASS_SIZE_4_6));
    RESOURCES.put("class-size-core", List.of(Ratios.CLASS_SIZE_CORE));
    RESOURCES.put("ap-participation", List.of(Ratios.AP_PARTICIPATION));

    GROUPS.put("subsidised-meals", Groups.SUBSIDISED_MEALS);
    GROUPS.put("low-income", Groups.LOW_INCOME);
    GROUPS.put("high-need", Groups.HIGH_NEED);
    GROUPS.put("public-assistance", Groups.PUBLIC_ASSISTANCE);
    GROUPS.put("english-learners", Groups.ENGLISH_LEARNERS);
    GROUPS.put("with-disabilities", Groups.WITH_DISABILITIES);
    GROUPS.put("native-american", Groups.NATIVE_AMERICAN);
    GROUPS.put("asian", Groups.ASIAN);
    GROUPS.put("black", Groups.BLACK);
    GROUPS.put("hispanic", Groups.HISPANIC);
    GROUPS.put("pacific-islander", Groups.PACIFIC_ISLANDER);
    GROUPS.put("multiracial", Groups.MULTIRACIAL);
    GROUPS.put("white", Groups.WHITE);
    GROUPS.put("all-students", Group.STUDENTS);

    EVENTS.put("ap-test-takers", Operands.AP_TEST_TAKERS);
  }

  private Vocabulary() {}

  static String resourceNames() {
    return String.join(", ", RESOURCES.keySet());
  }

  static String groupNames() {
    return String.join(", ", GROUPS.keySet());
  }

  static String eventNames() {
    return String.join(", ", EVENTS.keySet());
  }

  /** Returns the ratios that a name may mean: a resource, or the share of a group of students. */
  static List<Ratio> ratios(String name) throws Trouble {
    List<Ratio> resource = RESOURCES.get(name);
    if (resource != null) {
      return resource;
    }
    Group group = GROUPS.get(name);
    if (group != null && !group.isAll()) {
      return List.of(Ratios.publishedShare(group), Ratios.share(group));
    }
    throw Trouble.usage(
        "no resource \""
            + name
            + "\"; known are "
            + resourceNames()
            + "; and, as a share of all students, "
            + groupNames());
  }

  static Group group(String name) throws Trouble {
    return known("group", name, GROUPS);
  }

  static Operand event(String name) throws Trouble {
    return known("event", name, EVENTS);
  }

  /** Returns what a word stands for; an unknown word lists the known ones. */
  static <T> T known(String what, String word, Map<String, T> words) throws Trouble {
    T meaning = words.get(word);
    if (meaning == null) {
      throw Trouble.usage(
          "no " + what + " \"" + word + "\"; known are " + String.join(", ", words.keySet()));
    }
    return meaning;
  }

  /** Returns the first of the ratios that the data have at the level, else the first. */
  static Ratio choose(List<Ratio> ratios, EquityData data, Level level) {
    return ratios.stream()
        .filter(ratio -> isThere(ratio, data, level))
        .findFirst()
        .orElse(ratios.get(0));
  }

  /** Tells whether any unit of the level has what the ratio is made of. */
  static boolean isThere(Ratio ratio, EquityData data, Level level) {
    List<Operand> parts = new ArrayList<>();
    if (ratio instanceof Ratio.Pooled pooled) {
      parts.add(pooled.numerator());
      parts.add(pooled.denominator());
    } else if (ratio instanceof Ratio.Published published) {
      parts.add(published.rate());
    }
    return parts.stream().allMatch(part -> isThere(part, data, level));
  }

  static boolean isThere(Operand operand, EquityData data, Level level) {
    return data.years(level, operand).stream()
        .anyMatch(
            year -> data.column(operand.at(level, year)).filter(c -> c.known() > 0).isPresent());
  }
}
