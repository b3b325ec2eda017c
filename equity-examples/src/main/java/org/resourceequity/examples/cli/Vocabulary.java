package org.resourceequity.examples.cli;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resourceequity.io.northcarolina.NorthCarolina;
import org.resourceequity.model.Category;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.CostLayer;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Level;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;
import org.resourceequity.model.Population;
import org.resourceequity.model.Ratio;
import org.resourceequity.model.Ratios;
import org.resourceequity.model.Variable;

/** The names that the command line has for resources, groups and events. */
final class Vocabulary {

  private static final Map<String, List<Ratio>> RESOURCES = new LinkedHashMap<>();
  private static final Map<String, Group> GROUPS = new LinkedHashMap<>();

  /** So many names of the data are listed in a message. */
  private static final int SHOWN = 30;

  /** Sources of money. */
  static final Map<String, Fund> FUNDS =
      Map.of(
          "federal", Fund.FEDERAL,
          "state", Fund.STATE,
          "local", Fund.LOCAL,
          "state-local", Fund.STATE_LOCAL,
          "title-i", Fund.TITLE_I);

  private static final Map<String, Operand> EVENTS = new LinkedHashMap<>();

  /** How many students there are is no resource. */
  private static final Set<Variable> STUDENTS =
      Set.of(
          Operands.ENROLMENT.what(),
          Operands.STUDENT_FTE.what(),
          Operands.enrolmentShare(Group.STUDENTS).what());

  /** Other counts of all students than enrolment, which no question sees. */
  private static final Set<Variable> OTHER_COUNTS =
      Set.of(
          Operands.fundingCount(Group.STUDENTS).what(),
          Operands.cumulativeEnrolment(Group.STUDENTS).what(),
          Operands.ENROLMENT_OF_SCHOOLS.what(),
          Operands.AVERAGE_DAILY_ATTENDANCE.what(),
          Operands.AVERAGE_DAILY_MEMBERSHIP.what(),
          NorthCarolina.SPRING_ENROLMENT.what());

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

    EVENTS.put("ap-test-takers", OutcomeOperands.AP_TEST_TAKERS);
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

  /**
   * Returns the ratios that a name may mean: a resource, the share of a group of students, or a
   * number that the data have, per student if it adds up.
   */
  static List<Ratio> ratios(String name, EquityData data) throws Trouble {
    List<Ratio> resource = RESOURCES.get(name);
    if (resource != null) {
      return resource;
    }
    Group group = GROUPS.get(name);
    if (group != null && !group.isAll()) {
      return List.of(Ratios.publishedShare(group), Ratios.share(group));
    }
    for (Operand operand : operands(data)) {
      if (name(operand).equals(name)) {
        return List.of(perStudent(operand));
      }
    }
    throw Trouble.usage(
        "no resource \""
            + name
            + "\"; known are "
            + resourceNames()
            + "; as a share of all students, "
            + groupNames()
            + ofTheData(data));
  }

  /** Returns the names that only these data have, as the rest of a sentence. */
  private static String ofTheData(EquityData data) {
    List<String> names =
        operands(data).stream()
            .filter(operand -> isOfEverybody(operand) && !OTHER_COUNTS.contains(operand.what()))
            .map(Vocabulary::name)
            .distinct()
            .toList();
    return listed("; and in these data, ", names);
  }

  /** Returns what can be asked of the data, as the rest of a sentence. */
  static String instead(EquityData data) {
    List<String> resources = everywhere(level -> resources(data, level));
    List<String> groups = everywhere(level -> groups(data, level));
    List<String> events = everywhere(level -> events(data, level));
    return listed("; resources of these data are ", resources)
        + listed("; groups, ", groups)
        + listed("; events, ", events);
  }

  private static List<String> everywhere(Function<Level, List<String>> names) {
    return Stream.of(Level.SCHOOL, Level.DISTRICT)
        .flatMap(level -> names.apply(level).stream())
        .distinct()
        .toList();
  }

  private static String listed(String what, List<String> names) {
    return names.isEmpty() ? "" : what + some(names);
  }

  /** Returns the first names of many, and how many more there are. */
  private static String some(List<String> names) {
    String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
  }

  /** Returns the names of the resources that the data have at a level, the usual ones first. */
  static List<String> resources(EquityData data, Level level) {
    Set<String> names = new LinkedHashSet<>();
    Set<Operand> covered = new HashSet<>();
    RESOURCES.forEach(
        (name, ratios) -> {
          for (Ratio ratio : ratios) {
            if (isThere(ratio, data, level)) {
              names.add(name);
              covered.addAll(parts(ratio));
            }
          }
        });
    for (Operand operand : operands(data)) {
      if (isOfEverybody(operand)
          && isResource(operand)
          && !covered.contains(operand)
          && isThere(perStudent(operand), data, level)) {
        names.add(name(operand));
      }
    }
    return List.copyOf(names);
  }

  private static boolean isOfEverybody(Operand operand) {
    return operand.group().isAll() || operand.group().of() != Population.STUDENTS;
  }

  /** Tells whether a number is of money, staff, classes or courses; others are no resources. */
  private static boolean isResource(Operand operand) {
    return switch (operand.group().of()) {
      case RESIDENTS -> false;
      case STUDENTS ->
          switch (operand.what().unit()) {
            case DOLLARS,
                DOLLARS_PER_STUDENT,
                DOLLARS_PER_FTE,
                FTE,
                FTE_PER_STUDENT,
                CLASSES,
                STUDENTS_PER_CLASS,
                STUDENTS_PER_FTE ->
                true;
            default -> false;
          };
      default -> true;
    };
  }

  /**
   * Returns how the data count students other than by enrolment, as sentences with the definition
   * of each count.
   */
  static List<String> otherCounts(EquityData data) {
    return operands(data).stream()
        .filter(operand -> OTHER_COUNTS.contains(operand.what()))
        .map(Operand::what)
        .distinct()
        .map(what -> what.id() + " (" + what.definition() + ")")
        .toList();
  }

  /** Returns the names of the groups that are counted at a level, everybody left out. */
  static List<String> groups(EquityData data, Level level) {
    return GROUPS.entrySet().stream()
        .filter(group -> !group.getValue().isAll())
        .filter(group -> isThere(Operands.enrolment(group.getValue()), data, level))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the names of the events that the data count for all students. */
  static List<String> events(EquityData data, Level level) {
    return operands(data).stream()
        .filter(operand -> isEvent(operand) && isThere(operand, data, level))
        .map(Vocabulary::name)
        .toList();
  }

  private static boolean isEvent(Operand operand) {
    return operand.what().kind() == Kind.COUNT
        && operand.what().unit() == Measurement.STUDENTS
        && !OTHER_COUNTS.contains(operand.what())
        && operand.group().equals(Group.STUDENTS);
  }

  /** Returns what the data have, but for the students themselves, in the order of the columns. */
  private static Set<Operand> operands(EquityData data) {
    Set<Operand> operands = new LinkedHashSet<>();
    for (ColumnKey key : data.columns().keySet()) {
      if (!STUDENTS.contains(key.what())) {
        operands.add(key.operand());
      }
    }
    return operands;
  }

  /**
   * Returns what a number of the data is called: "revenue-from-local", "staff-fte-of-counselors".
   */
  static String name(Operand operand) {
    Group group = operand.group();
    boolean natural = group.of() == Population.STUDENTS || group.of() == Population.CLASSES;
    String of =
        !group.isAll()
            ? String.join("-", group.is().stream().map(Category::code).toList())
            : natural ? "" : group.of().words();
    return kebab(
        operand.what().id()
            + (of.isEmpty() ? "" : "-of-" + of)
            + (operand.fund() == Fund.ALL ? "" : "-from-" + operand.fund().words())
            + (operand.layer() == CostLayer.ALL ? "" : "-" + operand.layer().words()));
  }

  private static String kebab(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static Ratio perStudent(Operand operand) {
    if (!operand.what().kind().adds()) {
      return new Ratio.Published(operand, Operands.ENROLMENT);
    }
    Group group = operand.group();
    return new Ratio.Pooled(
        operand, Operands.enrolment(group.of() == Population.STUDENTS ? group : Group.STUDENTS));
  }

  static Group group(String name) throws Trouble {
    return known("group", name, GROUPS);
  }

  /** Returns the event of a name: a usual one, or a number of students that the data have. */
  static Operand event(String name, EquityData data) throws Trouble {
    for (Operand operand : operands(data)) {
      if (isEvent(operand) && name(operand).equals(name)) {
        return operand;
      }
    }
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

  /** Returns the level at which a question is asked: schools where the data have them. */
  static Level level(List<Ratio> ratios, EquityData data) {
    boolean schools = ratios.stream().anyMatch(ratio -> isThere(ratio, data, Level.SCHOOL));
    boolean districts = ratios.stream().anyMatch(ratio -> isThere(ratio, data, Level.DISTRICT));
    return schools || !districts ? Level.SCHOOL : Level.DISTRICT;
  }

  /** Returns the level at which a count is asked for, by the same rule. */
  static Level level(Operand counted, EquityData data) {
    return isThere(counted, data, Level.SCHOOL) || !isThere(counted, data, Level.DISTRICT)
        ? Level.SCHOOL
        : Level.DISTRICT;
  }

  /** Tells whether any unit of the level has what the ratio is made of. */
  static boolean isThere(Ratio ratio, EquityData data, Level level) {
    return parts(ratio).stream().allMatch(part -> isThere(part, data, level));
  }

  private static List<Operand> parts(Ratio ratio) {
    return ratio instanceof Ratio.Pooled pooled
        ? List.of(pooled.numerator(), pooled.denominator())
        : List.of(((Ratio.Published) ratio).rate());
  }

  static boolean isThere(Operand operand, EquityData data, Level level) {
    return data.years(level, operand).stream()
        .anyMatch(
            year -> data.column(operand.at(level, year)).filter(c -> c.known() > 0).isPresent());
  }
}
