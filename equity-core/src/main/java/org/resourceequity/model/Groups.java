package org.resourceequity.model;

import java.util.List;
import java.util.Map;

/** The usual groups, with the project's vocabulary for their codes. */
public final class Groups {

  /** Students eligible for subsidised meals. */
  public static final Group SUBSIDISED_MEALS =
      Group.STUDENTS.and(Attribute.NEED, "subsidised-meals");

  /** Students eligible for free meals. */
  public static final Group FREE_MEALS = Group.STUDENTS.and(Attribute.NEED, "free-meals");

  /** Students eligible for meals at a reduced price. */
  public static final Group REDUCED_PRICE_MEALS =
      Group.STUDENTS.and(Attribute.NEED, "reduced-price-meals");

  /** Students certified for free meals by the records of other programmes. */
  public static final Group DIRECTLY_CERTIFIED =
      Group.STUDENTS.and(Attribute.NEED, "directly-certified");

  /** Students from low-income families, by the state's own definition. */
  public static final Group LOW_INCOME = Group.STUDENTS.and(Attribute.NEED, "low-income");

  /** Students with high needs: low income, learning English, or with a disability. */
  public static final Group HIGH_NEED = Group.STUDENTS.and(Attribute.NEED, "high-need");

  /** Students in families that receive public assistance. */
  public static final Group PUBLIC_ASSISTANCE =
      Group.STUDENTS.and(Attribute.NEED, "public-assistance");

  /** Students without a fixed home. */
  public static final Group HOMELESS = Group.STUDENTS.and(Attribute.NEED, "homeless");

  /** Students in foster care. */
  public static final Group FOSTER_CARE = Group.STUDENTS.and(Attribute.NEED, "foster-care");

  /** Students who move with the seasonal work of their families. */
  public static final Group MIGRANT = Group.STUDENTS.and(Attribute.NEED, "migrant");

  /** Students learning English. */
  public static final Group ENGLISH_LEARNERS =
      Group.STUDENTS.and(Attribute.LANGUAGE, "english-learner");

  /** Students with disabilities. */
  public static final Group WITH_DISABILITIES =
      Group.STUDENTS.and(Attribute.DISABILITY, "with-disability");

  /** Students without disabilities. */
  public static final Group WITHOUT_DISABILITIES =
      Group.STUDENTS.and(Attribute.DISABILITY, "without-disability");

  /** Students with a plan under Section 504 of the Rehabilitation Act. */
  public static final Group SECTION_504 = Group.STUDENTS.and(Attribute.DISABILITY, "section-504");

  /** Students with dyslexia. */
  public static final Group DYSLEXIA = Group.STUDENTS.and(Attribute.DISABILITY, "dyslexia");

  /** Students at risk of dropping out, by the state's own definition. */
  public static final Group AT_RISK = Group.STUDENTS.and(Attribute.NEED, "at-risk");

  /** Students whose needs bring their district money by the state's funding formula. */
  public static final Group FUNDED_NEED = Group.STUDENTS.and(Attribute.NEED, "funded-need");

  /** Students who were reclassified since the last count: they do not learn English any more. */
  public static final Group RECLASSIFIED = Group.STUDENTS.and(Attribute.LANGUAGE, "reclassified");

  /** Students with another first language who are fluent in English. */
  public static final Group FLUENT_IN_ENGLISH =
      Group.STUDENTS.and(Attribute.LANGUAGE, "fluent-in-english");

  /** Students in a programme for the gifted. */
  public static final Group GIFTED = Group.STUDENTS.and(Attribute.PROGRAM, "gifted");

  /** Students served by Title I. */
  public static final Group TITLE_I = Group.STUDENTS.and(Attribute.PROGRAM, "title-i");

  /** Students with a parent in the armed forces. */
  public static final Group MILITARY_FAMILIES =
      Group.STUDENTS.and(Attribute.PROGRAM, "military-family");

  /** Female students. */
  public static final Group FEMALE = Group.STUDENTS.and(Attribute.SEX, "female");

  /** Male students. */
  public static final Group MALE = Group.STUDENTS.and(Attribute.SEX, "male");

  /** Students of another gender than female and male. */
  public static final Group NON_BINARY = Group.STUDENTS.and(Attribute.SEX, "non-binary");

  /** American Indian or Alaska Native students. */
  public static final Group NATIVE_AMERICAN = race("native-american");

  /** Asian students. */
  public static final Group ASIAN = race("asian");

  /** Black students. */
  public static final Group BLACK = race("black");

  /** Filipino students, where they are not counted as Asian. */
  public static final Group FILIPINO = race("filipino");

  /** Hispanic students of any race. */
  public static final Group HISPANIC = race("hispanic");

  /** Native Hawaiian or Pacific Islander students. */
  public static final Group PACIFIC_ISLANDER = race("pacific-islander");

  /** Asian or Pacific Islander students, where a source counts them together. */
  public static final Group ASIAN_OR_PACIFIC_ISLANDER = race("asian-or-pacific-islander");

  /** Students of two or more races. */
  public static final Group MULTIRACIAL = race("multiracial");

  /** White students. */
  public static final Group WHITE = race("white");

  /** Teachers in their first year. */
  public static final Group FIRST_YEAR_TEACHERS =
      Group.TEACHERS.and(Attribute.EXPERIENCE, "year-1");

  /** Teachers in their second year. */
  public static final Group SECOND_YEAR_TEACHERS =
      Group.TEACHERS.and(Attribute.EXPERIENCE, "year-2");

  /** Teachers who do not meet all requirements of the state for a credential. */
  public static final Group WITHOUT_FULL_CREDENTIAL =
      Group.TEACHERS.and(Attribute.CREDENTIAL, "not-full");

  /** Teachers in their first three years. */
  public static final Group NOVICE_TEACHERS = Group.TEACHERS.and(Attribute.EXPERIENCE, "years-1-3");

  /** Teachers with an emergency credential. */
  public static final Group EMERGENCY_CREDENTIAL =
      Group.TEACHERS.and(Attribute.CREDENTIAL, "emergency");

  /** Teachers with a full credential. */
  public static final Group FULL_CREDENTIAL = Group.TEACHERS.and(Attribute.CREDENTIAL, "full");

  /** Children aged 5 to 17 who live in a district. */
  public static final Group CHILDREN =
      new Group(Population.RESIDENTS, List.of(new Category(Attribute.AGE, "5-to-17")));

  /** Children aged 5 to 17 in a family below the poverty line. */
  public static final Group CHILDREN_IN_POVERTY = CHILDREN.and(Attribute.NEED, "poverty");

  private static final Map<Group, String> NAMES =
      Map.ofEntries(
          Map.entry(SUBSIDISED_MEALS, "students eligible for subsidised meals"),
          Map.entry(LOW_INCOME, "students from low-income families"),
          Map.entry(HIGH_NEED, "students with high needs"),
          Map.entry(PUBLIC_ASSISTANCE, "students from families that receive public assistance"),
          Map.entry(ENGLISH_LEARNERS, "students learning English"),
          Map.entry(RECLASSIFIED, "students newly reclassified as fluent in English"),
          Map.entry(FLUENT_IN_ENGLISH, "students fluent in English as another language"),
          Map.entry(WITH_DISABILITIES, "students with disabilities"),
          Map.entry(SECTION_504, "students with a plan under Section 504"),
          Map.entry(DYSLEXIA, "students with dyslexia"),
          Map.entry(HOMELESS, "homeless students"),
          Map.entry(FOSTER_CARE, "students in foster care"),
          Map.entry(MIGRANT, "migrant students"),
          Map.entry(AT_RISK, "students at risk of dropping out"),
          Map.entry(FUNDED_NEED, "students in need by the funding formula"),
          Map.entry(TITLE_I, "students served by Title I"),
          Map.entry(MILITARY_FAMILIES, "students of military families"),
          Map.entry(GIFTED, "gifted students"),
          Map.entry(FIRST_YEAR_TEACHERS, "teachers in their first year"),
          Map.entry(NOVICE_TEACHERS, "teachers in their first three years"),
          Map.entry(CHILDREN, "children aged 5 to 17"),
          Map.entry(CHILDREN_IN_POVERTY, "children aged 5 to 17 in poverty"));

  private Groups() {}

  private static Group race(String code) {
    return Group.STUDENTS.and(Attribute.RACE, code);
  }

  /**
   * Returns how people are called in a sentence, as a bare plural: "Black students", "students from
   * low-income families".
   */
  public static String people(Group group) {
    String name = NAMES.get(group);
    if (name != null) {
      return name;
    }
    if (group.is().size() != 1) {
      return group.label();
    }
    String code = group.is().get(0).code();
    if (group.is().get(0).by() == Attribute.CREDENTIAL) {
      return group.of().words()
          + ("aeiou".indexOf(code.charAt(0)) >= 0 ? " with an " : " with a ")
          + code.replace('-', ' ')
          + " credential";
    }
    if (group.is().get(0).by() == Attribute.GRADE) {
      return group.of().words() + (code.contains("-") ? " in grades " : " in grade ") + code;
    }
    if (group.of() == Population.CLASSES) {
      return switch (code) {
        case "k-3" -> "classes in kindergarten to grade 3";
        case "4-6" -> "classes in grades 4 to 6";
        case "core" -> "classes of core courses";
        default -> group.label();
      };
    }
    if (group.is().get(0).by() == Attribute.SEX && group.of() == Population.STUDENTS) {
      return code + " students";
    }
    if (group.is().get(0).by() == Attribute.RACE) {
      String who = group.of().words();
      return switch (code) {
        case "native-american" -> "Native American " + who;
        case "asian" -> "Asian " + who;
        case "black" -> "Black " + who;
        case "filipino" -> "Filipino " + who;
        case "hispanic" -> "Hispanic " + who;
        case "pacific-islander" -> "Pacific Islander " + who;
        case "asian-or-pacific-islander" -> "Asian or Pacific Islander " + who;
        case "multiracial" -> who + " of two or more races";
        case "white" -> "White " + who;
        default -> group.label();
      };
    }
    return group.label();
  }

  /** Returns how one of these people is called: "Black student", "student learning English". */
  public static String person(Group group) {
    return people(group)
        .replaceFirst("\\bstudents\\b", "student")
        .replaceFirst("\\bteachers\\b", "teacher");
  }
}
