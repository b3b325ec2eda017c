package org.resourceequity.io;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.ColumnProfile.Content;
import org.resourceequity.io.ColumnProfile.Guess;
import org.resourceequity.model.SchoolYear;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Drafts a mapping file from what the columns of a table look like. */
final class MappingDraft {

  /** Words beside those of a group that say nothing but that its students are counted. */
  private static final Pattern STUDENTS =
      Pattern.compile(
          "(?:\\b(?:enroll?ed|enroll?ments?|enrol|membership|students?|pupils?|head"
              + " ?count|total|tot|all|number|num|no|count|counts|of|the|or|and|eligible|native|other|fall|k"
              + " 12|n|%|percent|percentage|pct|share|race|ethnicity)\\b| |%)*");

  private static final Pattern COUNTED =
      Pattern.compile("\\b(enroll?ed|enroll?ments?|enrol|membership|students?|pupils?)\\b");
  private static final Pattern TEACHERS = Pattern.compile("\\bteachers?\\b");
  private static final Pattern PER_PUPIL = Pattern.compile("\\bper (pupil|student)\\b|\\bppe\\b");
  private static final Pattern ALL =
      Pattern.compile("(all|total|both|district|school)( .*)?|all[- ].*", Pattern.CASE_INSENSITIVE);
  private static final Pattern BELOW = Pattern.compile("([<≤]=?) ?(\\d+(?:\\.\\d+)?) ?%?");
  private static final Pattern ABOVE = Pattern.compile("[>≥]=? ?(\\d+(?:\\.\\d+)?) ?%");
  private static final Pattern HIDING = Pattern.compile("[*†‡#xs]+|ds|ps|.*[<>≤≥].*");

  private final TableProfile table;
  private final Set<String> taken = new HashSet<>();

  private MappingDraft(TableProfile table) {
    this.table = table;
  }

  static String of(TableProfile table, @Nullable SchoolYear year) {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(new MappingDraft(table).mapping(year))
        + "\n";
  }

  private Map<String, Object> mapping(@Nullable SchoolYear known) {
    ColumnProfile id = id();
    boolean schools = id.guess() == Guess.SCHOOL_ID || first(Guess.SCHOOL_NAME) != null;
    Map<String, Object> mapping = new LinkedHashMap<>();
    mapping.put("publisher", "not named");
    mapping.put("title", table.file());
    mapping.put("scheme", kebab(table.file().replaceFirst("\\..*", "")).toUpperCase(Locale.ROOT));
    mapping.put("level", schools ? "school" : "district");
    ColumnProfile year = known == null ? first(Guess.YEAR) : null;
    if (year == null) {
      mapping.put("year", (known == null ? named() : known).toString());
    }
    String sheet = table.sheet();
    if (sheet != null) {
      mapping.put("sheet", sheet);
    }
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put(id.name(), id(id, "id"));
    name(columns, schools ? Guess.SCHOOL_NAME : Guess.DISTRICT_NAME, "name");
    if (schools) {
      ColumnProfile district = first(Guess.DISTRICT_ID);
      if (district != null) {
        columns.put(district.name(), id(district, "district-id"));
      }
      name(columns, Guess.DISTRICT_NAME, "district-name");
      if (district == null && first(Guess.DISTRICT_NAME) == null) {
        mapping.put("district", "not named");
      }
      name(columns, Guess.LEVEL, "level");
      name(columns, Guess.GRADES, "grades");
    }
    if (year != null) {
      columns.put(year.name(), "year");
    }
    Map<String, String> only = only(columns);
    if (!only.isEmpty()) {
      mapping.put("only", only);
    }
    marks(mapping);
    for (ColumnProfile column : table.columns()) {
      boolean quantity =
          column.guess() == Guess.COUNT
              || column.guess() == Guess.AMOUNT
              || column.guess() == Guess.RATE;
      if (quantity && !columns.containsKey(column.name())) {
        columns.put(column.name(), number(column));
      }
    }
    mapping.put("columns", columns);
    return mapping;
  }

  private @Nullable ColumnProfile first(Guess guess) {
    return table.columns().stream()
        .filter(column -> column.guess() == guess)
        .findFirst()
        .orElse(null);
  }

  /**
   * Returns the column of ids: one that says so, else the ids of anything that differ most, else
   * codes of one length of which no two are the same, else names.
   */
  private ColumnProfile id() {
    ColumnProfile school = first(Guess.SCHOOL_ID);
    ColumnProfile district = first(Guess.DISTRICT_ID);
    ColumnProfile name = first(Guess.SCHOOL_NAME);
    if (school != null) {
      return school;
    }
    if (district != null && name == null) {
      return district;
    }
    List<ColumnProfile> columns = table.columns();
    return columns.stream()
        .filter(column -> ColumnGuess.isId(ColumnGuess.words(column.name())) && isKey(column, 2))
        .max(Comparator.comparingInt(ColumnProfile::distinct))
        .or(() -> columns.stream().filter(c -> hasCodes(c) && isKey(c, 1)).findFirst())
        .or(() -> Optional.ofNullable(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no column of "
                        + table.file()
                        + " looks like the id of schools or districts; write a mapping that says"
                        + " which it is"));
  }

  /** Tells whether at most {@code rows} rows, taken on average, have the same text. */
  private boolean isKey(ColumnProfile column, int rows) {
    long most = Math.min(table.rows() - column.blanks(), ColumnProfile.MOST_DISTINCT);
    return column.distinct() > 1 && (long) column.distinct() * rows >= most;
  }

  private static boolean hasCodes(ColumnProfile column) {
    int length = column.examples().isEmpty() ? 0 : column.examples().get(0).length();
    boolean whole = column.content() == Content.WHOLE_NUMBERS && column.marks().isEmpty();
    return (whole || column.content() == Content.CODES)
        && length > 2
        && column.blanks() == 0
        && column.examples().stream().allMatch(text -> text.length() == length);
  }

  private SchoolYear named() {
    SchoolYear year = YearRule.find(table.sheet(), YearRule.ANYWHERE, YearRule.Style.ENDING);
    if (year == null) {
      year = YearRule.find(table.file(), YearRule.ANYWHERE, YearRule.Style.ENDING);
    }
    if (year == null) {
      throw new IllegalArgumentException(
          "no column of "
              + table.file()
              + " and no name of sheet or file has a school year; say which it is");
    }
    return year;
  }

  private static Object id(ColumnProfile column, String is) {
    // Ids of one length, some with zeros before, lose them in spreadsheets.
    int width = column.examples().get(0).length();
    boolean fixed = column.examples().stream().allMatch(text -> text.length() == width);
    return column.content() == Content.CODES && fixed ? Map.of("is", is, "width", width) : is;
  }

  private void name(Map<String, Object> columns, Guess guess, String is) {
    ColumnProfile column = first(guess);
    if (column != null) {
      columns.putIfAbsent(column.name(), is);
    }
  }

  /** Where rows are about several groups, those about all are read. */
  private Map<String, String> only(Map<String, Object> columns) {
    Map<String, String> only = new LinkedHashMap<>();
    for (ColumnProfile column : table.columns()) {
      if (column.guess() == Guess.GROUP && !columns.containsKey(column.name())) {
        column.examples().stream()
            .filter(text -> ALL.matcher(text).matches())
            .findFirst()
            .ifPresent(all -> only.put(column.name(), all));
      }
    }
    return only;
  }

  private void marks(Map<String, Object> mapping) {
    Set<String> missing = new java.util.TreeSet<>();
    Map<String, List<Double>> hidden = new java.util.TreeMap<>();
    for (ColumnProfile column : table.columns()) {
      for (String mark : column.marks()) {
        if (HIDING.matcher(mark.toLowerCase(Locale.ROOT)).matches()) {
          hidden.put(mark, bounds(mark));
        } else {
          missing.add(mark);
        }
      }
    }
    if (!missing.isEmpty()) {
      mapping.put("missing", missing);
    }
    if (!hidden.isEmpty()) {
      mapping.put("hidden", hidden);
    }
  }

  private static List<Double> bounds(String mark) {
    Matcher below = BELOW.matcher(mark);
    if (below.matches()) {
      double limit = Double.parseDouble(below.group(2));
      boolean whole = below.group(1).equals("<") && !mark.contains("%") && limit >= 1;
      return List.of(0.0, whole ? limit - 1 : limit);
    }
    Matcher above = ABOVE.matcher(mark);
    return above.matches() ? List.of(Double.parseDouble(above.group(1)), 100.0) : List.of();
  }

  private Object number(ColumnProfile column) {
    String words = ColumnGuess.words(column.name());
    String group = column.group();
    String rest = group == null ? words : ColumnGuess.without(words, group);
    boolean plain = STUDENTS.matcher(rest).matches();
    if (column.guess() == Guess.COUNT && plain && group != null && take("enrolment " + group)) {
      return Map.of("is", "enrolment", "group", group);
    }
    if (column.guess() == Guess.COUNT
        && plain
        && COUNTED.matcher(words).find()
        && take("enrolment")) {
      return "enrolment";
    }
    if (column.guess() == Guess.COUNT && TEACHERS.matcher(words).find() && take("teachers")) {
      return Map.of("is", "staff", "group", "teachers");
    }
    if (column.guess() == Guess.RATE && plain && group != null && take("share " + group)) {
      Double high = column.high();
      boolean fraction = column.content() != Content.PER_CENT && high != null && high <= 1;
      return object("is", "share", "group", group, "unit", fraction ? "fraction" : "percent");
    }
    if (column.guess() == Guess.RATE
        && ColumnGuess.isMoney(column)
        && PER_PUPIL.matcher(words).find()
        && take("per student")) {
      return "spending-per-student";
    }
    if (column.guess() == Guess.RATE && words.contains("class size") && take("class size")) {
      return "class-size";
    }
    return object(
        "is",
        "other",
        "id",
        unique(column.name()),
        "kind",
        column.guess().words(),
        "unit",
        column.guess() == Guess.AMOUNT ? "dollars" : "number",
        "definition",
        column.name().replaceAll("\\s+", " "));
  }

  private static Map<String, String> object(String... keysAndValues) {
    Map<String, String> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  private boolean take(String what) {
    return taken.add(what);
  }

  private String unique(String name) {
    String kebab = kebab(name);
    String id = kebab;
    for (int n = 2; !take("other " + id); n++) {
      id = kebab + "-" + n;
    }
    return id;
  }

  private static String kebab(String name) {
    String kebab =
        ColumnGuess.words(name)
            .replace("%", "percent")
            .replace("$", "dollars")
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    return kebab.isEmpty() ? "column" : kebab;
  }
}
