package org.resourceequity.io.edfi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.GradeSpan;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Population;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.StudentEvents;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.Variable;

/** What values of descriptors mean; a state's own are matched by their words. */
final class Codes {

  private record Rule<T>(Pattern words, T meaning) {}

  private static final Map<String, String> GRADES =
      Map.ofEntries(
          Map.entry("infant/toddler", "PK"),
          Map.entry("early education", "PK"),
          Map.entry("preschool", "PK"),
          Map.entry("prekindergarten", "PK"),
          Map.entry("pre-kindergarten", "PK"),
          Map.entry("preschool/prekindergarten", "PK"),
          Map.entry("ee", "PK"),
          Map.entry("pk", "PK"),
          Map.entry("prek", "PK"),
          Map.entry("pre-k", "PK"),
          Map.entry("transitional kindergarten", "K"),
          Map.entry("kindergarten", "K"),
          Map.entry("tk", "K"),
          Map.entry("kg", "K"),
          Map.entry("k", "K"),
          Map.entry("first grade", "1"),
          Map.entry("second grade", "2"),
          Map.entry("third grade", "3"),
          Map.entry("fourth grade", "4"),
          Map.entry("fifth grade", "5"),
          Map.entry("sixth grade", "6"),
          Map.entry("seventh grade", "7"),
          Map.entry("eighth grade", "8"),
          Map.entry("ninth grade", "9"),
          Map.entry("tenth grade", "10"),
          Map.entry("eleventh grade", "11"),
          Map.entry("twelfth grade", "12"));

  /** Grades of some states: 9, 09, Grade 9, 9th grade. */
  private static final Pattern NUMBERED =
      words("^(?:grade )?0*([1-9]|1[0-2])(?:st|nd|rd|th)?(?: grade)?$");

  /** What is said of students in no grade from preschool to 12. */
  private static final Pattern UNGRADED =
      words("^$|ungraded|^other$|post-?secondary|adult|13|no grade|out of school|graduate");

  private static final List<Rule<Population>> STAFF =
      List.of(
          rule("substitute|aide|assistant teacher|teach\\w* assistant", Population.STAFF),
          rule("teacher", Population.TEACHERS),
          rule("counselor", Population.COUNSELORS),
          rule("psychologist", Population.PSYCHOLOGISTS),
          rule("nurse", Population.NURSES),
          rule("social worker", Population.SOCIAL_WORKERS),
          rule("principal|school leader|school administrator", Population.LEADERS));

  private static final Pattern AIDE = words("instructional aide|paraprofessional|teacher aide");

  /** Which needs a characteristic, a programme or an economic disadvantage stands for. */
  private static final List<Rule<Group>> NEEDS =
      List.of(
          rule("^not |^unknown$|^did not ", Group.STUDENTS),
          rule("free (?:and|or) reduced|free/reduced", Groups.LOW_INCOME),
          rule("free meal|free lunch", Groups.FREE_MEALS),
          rule("reduced[ -]price", Groups.REDUCED_PRICE_MEALS),
          rule("economic\\w* disadvantage|low income", Groups.LOW_INCOME),
          rule("homeless", Groups.HOMELESS),
          rule("foster care", Groups.FOSTER_CARE),
          rule("migrant(?! monitored)", Groups.MIGRANT),
          rule("military", Groups.MILITARY_FAMILIES),
          rule("section 504", Groups.SECTION_504),
          rule("special education|individuals with disabilities", Groups.WITH_DISABILITIES),
          rule("bilingual|english as a second language|english learner", Groups.ENGLISH_LEARNERS),
          rule("gifted", Groups.GIFTED),
          rule("title i,? part a", Groups.TITLE_I));

  private static final Pattern IN_SCHOOL = words("\\bin[- ]school");
  private static final Pattern OUT_OF_SCHOOL = words("\\bout[- ]of[- ]school");

  private static final List<Rule<TitleI>> TITLE_I =
      List.of(
          rule("not a title i", TitleI.NOT_ELIGIBLE),
          rule("no program", TitleI.ELIGIBLE),
          rule("target", TitleI.TARGETED),
          rule("schoolwide", TitleI.SCHOOLWIDE));

  private static final List<Rule<SchoolLevel>> LEVELS =
      List.of(
          rule("elementary/secondary|all levels", SchoolLevel.COMBINED),
          rule("preschool", SchoolLevel.PRESCHOOL),
          rule("elementary|primary", SchoolLevel.ELEMENTARY),
          rule("middle|junior", SchoolLevel.MIDDLE),
          rule("high school", SchoolLevel.HIGH));

  private Codes() {}

  private static Pattern words(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  private static <T> Rule<T> rule(String words, T meaning) {
    return new Rule<>(words(words), meaning);
  }

  private static <T> T first(List<Rule<T>> rules, String text, T otherwise) {
    for (Rule<T> rule : rules) {
      if (rule.words().matcher(text).find()) {
        return rule.meaning();
      }
    }
    return otherwise;
  }

  /** Returns a grade as groups call it; empty if it is none from preschool to 12. */
  static String grade(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    return numbered.matches()
        ? numbered.group(1)
        : GRADES.getOrDefault(text.toLowerCase(Locale.ROOT), "");
  }

  /** Tells whether a text is a grade or says that there is none. */
  static boolean isGrade(String text) {
    return !grade(text).isEmpty() || UNGRADED.matcher(text).find();
  }

  static @Nullable GradeSpan span(List<String> grades) {
    String codes = grades.stream().map(Codes::grade).collect(Collectors.joining(" "));
    return GradeSpan.parse(codes).orElse(null);
  }

  /** Returns whom a classification of staff counts among, beside all staff. */
  static Population staff(String classification) {
    return AIDE.matcher(classification).find()
        ? Population.INSTRUCTIONAL_AIDES
        : first(STAFF, classification, Population.STAFF);
  }

  /** Returns the group that has a need; null if what is said is none that is counted. */
  static @Nullable Group need(String text) {
    Group need = first(NEEDS, text, Group.STUDENTS);
    return need.equals(Group.STUDENTS) ? null : need;
  }

  static TitleI titleI(String designation) {
    return first(TITLE_I, designation, TitleI.UNKNOWN);
  }

  static SchoolLevel schoolLevel(String category) {
    return first(LEVELS, category, SchoolLevel.UNKNOWN);
  }

  static DistrictType districtType(String category) {
    return words("charter|agency|^supervisory union|specialized").matcher(category).find()
        ? DistrictType.OTHER
        : DistrictType.UNKNOWN;
  }

  static boolean isCharter(String status, String category) {
    return words("charter|open enrollment").matcher(status + ' ' + category).find()
        && !words("^not").matcher(status).find();
  }

  /** Returns what a discipline is counted as. */
  static List<Variable> discipline(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("expulsion")) {
      return lower.contains("with services")
          ? List.of(StudentEvents.EXPULSION)
          : List.of(StudentEvents.EXPULSION, StudentEvents.EXPULSION_WITHOUT_SERVICES);
    }
    if (lower.contains("suspension")) {
      return IN_SCHOOL.matcher(text).find()
          ? List.of(StudentEvents.IN_SCHOOL_SUSPENSION)
          : OUT_OF_SCHOOL.matcher(text).find() ? List.of(StudentEvents.SUSPENSION) : List.of();
    }
    return List.of();
  }
}
