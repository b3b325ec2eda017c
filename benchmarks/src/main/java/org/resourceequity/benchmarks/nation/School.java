package org.resourceequity.benchmarks.nation;

import java.util.SplittableRandom;

/** A made-up school: who it is and, year by year, how many attend, teach and are paid for. */
final class School {

  /** The races, as the membership files name them. */
  static final String[] RACES = {
    "American Indian or Alaska Native",
    "Asian",
    "Black or African American",
    "Hispanic/Latino",
    "Native Hawaiian or Other Pacific Islander",
    "Two or more races",
    "White"
  };

  /** The sexes, as the membership files name them. */
  static final String[] SEXES = {"Female", "Male"};

  /** The grades as the membership files name them, pre-kindergarten first. */
  static final String[] GRADES = {
    "Pre-Kindergarten",
    "Kindergarten",
    "Grade 1",
    "Grade 2",
    "Grade 3",
    "Grade 4",
    "Grade 5",
    "Grade 6",
    "Grade 7",
    "Grade 8",
    "Grade 9",
    "Grade 10",
    "Grade 11",
    "Grade 12",
    "Ungraded"
  };

  /** The number that stands for a number that was not reported. */
  static final int NOT_REPORTED = -1;

  private static final String[] WORDS = {
    "Lincoln", "Oak Grove", "Riverside", "Central", "Martin Luther King Jr.", "Lakeview", "Cedar",
    "Harriet Tubman", "Northside", "Prairie View", "San José", "Peña Blanca", "Hillcrest",
        "West End"
  };

  private static final double SILENT_SCHOOLS = 0.015;
  private static final double SILENT_CELLS = 0.005;
  private static final double SILENT_TEACHERS = 0.01;
  private static final double SILENT_MEALS = 0.02;

  /** A kind of school: how common it is, its grades and its usual number of students. */
  private enum Kind {
    ELEMENTARY(0.52, 1, 6, 430, "Elementary School", "Elementary"),
    WITH_PRESCHOOL(0.10, 0, 6, 460, "Elementary", "Elementary"),
    TO_GRADE_8(0.05, 0, 9, 560, "K-8 School", "Elementary"),
    MIDDLE(0.15, 7, 9, 620, "Middle School", "Middle"),
    HIGH(0.15, 10, 13, 850, "High School", "High"),
    ALL(0.03, 0, 14, 180, "School", "Other");

    private final double share;
    private final int first;
    private final int last;
    private final double students;
    private final String suffix;
    private final String level;

    Kind(double share, int first, int last, double students, String suffix, String level) {
      this.share = share;
      this.first = first;
      this.last = last;
      this.students = students;
      this.suffix = suffix;
      this.level = level;
    }

    static Kind draw(SplittableRandom random) {
      double left = random.nextDouble();
      for (Kind kind : values()) {
        left -= kind.share;
        if (left < 0) {
          return kind;
        }
      }
      return ELEMENTARY;
    }
  }

  private final State state;
  private final int district;
  private final int inDistrict;
  private final int number;
  private final double[] races;
  private final Kind kind;
  private final String name;
  private final double size;
  private final double poverty;
  private final boolean charter;
  private final SplittableRandom years;

  School(
      State state,
      int district,
      int inDistrict,
      int number,
      double[] races,
      double povertyOfDistrict,
      SplittableRandom random) {
    this.state = state;
    this.district = district;
    this.inDistrict = inDistrict;
    this.number = number;
    this.races = races;
    kind = Kind.draw(random);
    size = kind.students * StrictMath.exp(0.65 * Draws.normal(random) - 0.21);
    poverty = Math.min(0.98, Math.max(0.02, povertyOfDistrict + 0.15 * Draws.normal(random)));
    charter = random.nextDouble() < 0.07;
    name = name(random);
    years = random.split();
  }

  /** Some names hold a comma, some a quotation mark, some letters beyond ASCII. */
  private String name(SplittableRandom random) {
    String word = WORDS[random.nextInt(WORDS.length)];
    double odd = random.nextDouble();
    int ordinal = random.nextInt(1, 400);
    if (odd < 0.04) {
      return "\"" + word + " " + kind.suffix + ", Campus " + ordinal % 10 + "\"";
    }
    if (odd < 0.043) {
      return "\"The \"\"" + word + "\"\" " + kind.suffix + "\"";
    }
    return word + " " + kind.suffix + " " + ordinal;
  }

  State state() {
    return state;
  }

  String districtId() {
    return "%02d%05d".formatted(state.fips(), district + 4);
  }

  String id() {
    return districtId() + "%05d".formatted(number);
  }

  String shortId() {
    return "%02d%05d".formatted(state.fips(), number);
  }

  String stateDistrictId() {
    return "%s-%05d".formatted(state.postal(), district * 3 + 100);
  }

  String stateId() {
    return "%s-%04d".formatted(stateDistrictId(), inDistrict * 10);
  }

  /** Returns the name as a field of a csv file. */
  String name() {
    return name;
  }

  String districtName() {
    return "District " + district + " of " + state.name();
  }

  String level() {
    return kind.level;
  }

  int firstGrade() {
    return kind.first;
  }

  int lastGrade() {
    return kind.last;
  }

  boolean isCharter() {
    return charter;
  }

  /** What a school reports for one year; numbers that are not reported are -1. */
  static final class Year {
    private final boolean reported;
    private final int[][][] students;
    private final int free;
    private final int reduced;
    private final int teachers;
    private final long federal;
    private final long stateAndLocal;

    private Year(
        boolean reported,
        int[][][] students,
        int free,
        int reduced,
        int teachers,
        long federal,
        long stateAndLocal) {
      this.reported = reported;
      this.students = students;
      this.free = free;
      this.reduced = reduced;
      this.teachers = teachers;
      this.federal = federal;
      this.stateAndLocal = stateAndLocal;
    }

    /** Tells whether anything is reported of the students. */
    boolean reported() {
      return reported;
    }

    int grades() {
      return students.length;
    }

    /** Returns the students of a grade (counted from the school's first), race and sex. */
    int students(int grade, int race, int sex) {
      return students[grade][race][sex];
    }

    /** Returns the students with free meals. */
    int free() {
      return free;
    }

    /** Returns the students with meals at a reduced price. */
    int reduced() {
      return reduced;
    }

    /** Returns the full-time teachers in hundredths. */
    int teachers() {
      return teachers;
    }

    /** Returns dollars from the federal government. */
    long federal() {
      return federal;
    }

    /** Returns dollars from the state and the district. */
    long stateAndLocal() {
      return stateAndLocal;
    }
  }

  /** Draws the next year. */
  Year next() {
    SplittableRandom random = years.split();
    boolean silent = random.nextDouble() < SILENT_SCHOOLS;
    int grades = kind.last - kind.first + 1;
    int[][][] students = new int[grades][RACES.length][SEXES.length];
    int present = 0;
    for (int g = 0; g < grades; g++) {
      double of = size / grades * (kind.first + g == GRADES.length - 1 ? 0.05 : 1);
      of *= 0.9 + 0.2 * random.nextDouble();
      for (int r = 0; r < RACES.length; r++) {
        for (int s = 0; s < SEXES.length; s++) {
          int count = Draws.poisson(of * races[r] * (s == 0 ? 0.487 : 0.513), random);
          boolean unknown = silent || random.nextDouble() < SILENT_CELLS;
          students[g][r][s] = unknown ? NOT_REPORTED : count;
          present += unknown && !silent ? 0 : count;
        }
      }
    }
    boolean noMeals = silent || random.nextDouble() < SILENT_MEALS;
    int free = (int) Math.rint(present * poverty * 0.85);
    int reduced = (int) Math.rint(present * poverty * 0.15);
    double perTeacher = 16 * StrictMath.exp(0.15 * Draws.normal(random) - 0.1 * (poverty - 0.5));
    int teachers = (int) Math.max(100, Math.rint(present / perTeacher * 20) * 5);
    double perStudent =
        13_000 * StrictMath.exp(0.25 * Draws.normal(random) + 0.2 * (poverty - 0.5));
    double federal = 900 * poverty / perStudent + 0.04;
    long all = Math.round(perStudent * present);
    long ofFederal = Math.round((double) all * federal);
    return new Year(
        !silent,
        students,
        noMeals ? NOT_REPORTED : free,
        noMeals ? NOT_REPORTED : reduced,
        random.nextDouble() < SILENT_TEACHERS ? NOT_REPORTED : teachers,
        ofFederal,
        all - ofFederal);
  }
}
