package org.resourceequity.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Format.Evidence;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.CostLayer;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.FinanceOperands;
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
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.StudentEvents;
import org.resourceequity.model.Variable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a mapping file says. Documented in docs/mapping.md. */
record Mapping(
    String publisher,
    String title,
    String release,
    String state,
    String scheme,
    Level level,
    @Nullable SchoolYear year,
    @Nullable String sheet,
    @Nullable String district,
    Map<String, String> only,
    Codes codes,
    List<MappedColumn> columns,
    @Nullable StudentRows students) {

  /** What a column of texts is. */
  enum Role {
    ID,
    NAME,
    DISTRICT_ID,
    DISTRICT_NAME,
    LEVEL,
    GRADES,
    YEAR;

    String word() {
      return Mapping.word(this);
    }
  }

  /** One column; its role is null if it holds numbers. */
  record MappedColumn(Field field, @Nullable Role role, int width) {}

  private static final Set<String> KEYS =
      Set.of(
          "publisher",
          "title",
          "release",
          "state",
          "scheme",
          "level",
          "year",
          "sheet",
          "district",
          "only",
          "rows",
          "missing",
          "hidden",
          "columns");

  /** What each kind of number may say besides "is" and "year". */
  private static final Map<String, Set<String>> NUMBER_KEYS =
      new TreeMap<>(
          Map.of(
              "enrolment", Set.of("group"),
              "share", Set.of("group", "unit"),
              "spending", Set.of("fund", "layer"),
              "spending-per-student", Set.of("fund", "layer"),
              "staff", Set.of("group"),
              "staff-share", Set.of("group", "unit"),
              "student-fte", Set.of(),
              "classes", Set.of(),
              "class-size", Set.of(),
              "other", Set.of("id", "kind", "unit", "definition", "group", "fund", "layer")));

  /** What each kind of column may say besides "is" where a row is a student. */
  private static final Map<String, Set<String>> STUDENT_KEYS =
      Map.of(
          "group", Set.of("is", "codes"), "event", Set.of("is", "id", "definition", "yes", "no"));

  private static final Map<String, Variable> EVENTS = events();

  private static Map<String, Variable> events() {
    Map<String, Variable> events = new TreeMap<>();
    for (Variable event :
        List.of(
            StudentEvents.IN_SCHOOL_SUSPENSION,
            StudentEvents.SUSPENSION,
            StudentEvents.REPEATED_SUSPENSION,
            StudentEvents.EXPULSION,
            StudentEvents.REFERRAL,
            StudentEvents.ARREST,
            StudentEvents.DISCIPLINARY_TRANSFER,
            StudentEvents.CHRONIC_ABSENCE,
            StudentEvents.RETENTION,
            OutcomeOperands.SAT_ACT_TAKERS)) {
      events.put(event.id(), event);
    }
    return events;
  }

  private static final Map<String, SchoolLevel> LEVELS =
      Map.of(
          "pre*", SchoolLevel.PRESCHOOL,
          "elem*", SchoolLevel.ELEMENTARY,
          "prim*", SchoolLevel.ELEMENTARY,
          "mid*", SchoolLevel.MIDDLE,
          "junior*", SchoolLevel.MIDDLE,
          "high*", SchoolLevel.HIGH,
          "sec*", SchoolLevel.HIGH,
          "senior*", SchoolLevel.HIGH,
          "comb*", SchoolLevel.COMBINED,
          "other*", SchoolLevel.COMBINED);

  private static final Map<String, Group> GROUPS = groups();

  private static Map<String, Group> groups() {
    Map<String, Group> groups = new TreeMap<>();
    for (Group group :
        List.of(
            Groups.SUBSIDISED_MEALS,
            Groups.LOW_INCOME,
            Groups.HIGH_NEED,
            Groups.PUBLIC_ASSISTANCE,
            Groups.ENGLISH_LEARNERS,
            Groups.WITH_DISABILITIES,
            Groups.NATIVE_AMERICAN,
            Groups.ASIAN,
            Groups.BLACK,
            Groups.HISPANIC,
            Groups.PACIFIC_ISLANDER,
            Groups.MULTIRACIAL,
            Groups.WHITE)) {
      groups.put(group.is().get(0).code(), group);
    }
    for (Population population : Population.values()) {
      groups.put(word(population), new Group(population, List.of()));
    }
    groups.put("novice-teachers", Groups.NOVICE_TEACHERS);
    groups.put("teachers-with-emergency-credential", Groups.EMERGENCY_CREDENTIAL);
    groups.put("teachers-with-full-credential", Groups.FULL_CREDENTIAL);
    return groups;
  }

  private Optional<MappedColumn> column(Role role) {
    return columns.stream().filter(column -> column.role() == role).findFirst();
  }

  private Optional<Field> field(Role role) {
    return column(role).map(MappedColumn::field);
  }

  private Optional<Id> id(Role role) {
    return column(role).map(column -> Id.of(column.field()).width(column.width()));
  }

  /** Returns the format that this mapping declares. */
  Format format() {
    Layout.Builder layout = Layout.of(title).level(level).state(Id.always(state)).codes(codes);
    id(Role.ID).ifPresent(id -> layout.id(level, id));
    field(Role.NAME).ifPresent(name -> layout.name(level, name));
    if (level == Level.SCHOOL) {
      String all = district;
      layout.id(
          Level.DISTRICT,
          id(Role.DISTRICT_ID)
              .or(() -> Optional.ofNullable(all).map(Id::always))
              .or(() -> id(Role.DISTRICT_NAME))
              .orElseThrow());
      field(Role.DISTRICT_NAME)
          .or(() -> field(Role.DISTRICT_ID))
          .ifPresent(name -> layout.name(Level.DISTRICT, name));
    }
    field(Role.LEVEL)
        .ifPresent(column -> layout.schoolLevel(new Coded<>(column, LEVELS, SchoolLevel.UNKNOWN)));
    field(Role.GRADES).ifPresent(layout::grades);
    SchoolYear fixed = year;
    if (fixed != null) {
      layout.year(YearRule.always(fixed));
    }
    field(Role.YEAR)
        .ifPresent(column -> layout.year(new YearRule.Column(column, YearRule.Style.ENDING)));
    String sheetName = sheet;
    if (sheetName != null) {
      layout.sheet("^" + Pattern.quote(sheetName) + "$");
    }
    only.forEach((column, text) -> layout.only(Field.exactly(column, null), text));
    StudentRows each = students;
    if (each != null) {
      each.columns().forEach(column -> layout.requires(Field.exactly(column, null)));
      layout.each(each);
    }
    layout.numbers(
        columns.stream().map(MappedColumn::field).filter(f -> f.operand().isPresent()).toList());
    return Format.of("mapped", scheme)
        .published(publisher, title, fixed == null ? "" : fixed.toString(), Evidence.FILE)
        .release(release)
        .layout(layout)
        .then(Consequence.countsFromShares())
        .build();
  }

  /** Reads a mapping; {@code file} names it in messages. */
  static Mapping parse(String file, String json) {
    return new Parser(file).parse(json);
  }

  private static final class Parser {
    private final String file;

    private Parser(String file) {
      this.file = file;
    }

    private Mapping parse(String json) {
      JsonNode root;
      try {
        root =
            JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .readTree(json);
      } catch (JacksonException e) {
        throw wrong("", "is not JSON: " + e.getOriginalMessage());
      }
      if (!root.isObject()) {
        throw wrong("", "is not a JSON object, expected { ... }");
      }
      keys(root, "", KEYS);
      Level level =
          choice(
              root, "", "level", Map.of("school", Level.SCHOOL, "district", Level.DISTRICT), null);
      boolean isStudents =
          choice(root, "", "rows", Map.of("units", false, "students", true), false);
      List<StudentRows.Grouping> groupings = new ArrayList<>();
      List<StudentRows.Event> events = new ArrayList<>();
      List<MappedColumn> columns = new ArrayList<>();
      for (Map.Entry<String, JsonNode> column : columns(root).properties()) {
        if (!isStudents || !student(column, groupings, events)) {
          columns.add(column(column.getKey(), column.getValue(), isStudents));
        }
      }
      Mapping mapping =
          new Mapping(
              text(root, "", "publisher", null),
              text(root, "", "title", null),
              text(root, "", "release", ""),
              text(root, "", "state", ""),
              text(root, "", "scheme", null),
              level,
              root.has("year") ? year(root, "") : null,
              root.has("sheet") ? text(root, "", "sheet", null) : null,
              root.has("district") ? text(root, "", "district", null) : null,
              only(root),
              codes(root),
              columns,
              isStudents ? new StudentRows(groupings, events) : null);
      check(mapping);
      return mapping;
    }

    private void check(Mapping mapping) {
      Set<Role> roles = new HashSet<>();
      Set<List<Object>> rates = new HashSet<>();
      for (MappedColumn column : mapping.columns()) {
        Role role = column.role();
        if (role != null && !roles.add(role)) {
          throw wrong(at(column), "is a second " + role.word() + ", expected one such column");
        }
        Operand operand = column.field().operand().orElse(null);
        if (operand != null && operand.what().kind() == Kind.RATE) {
          Object named = Optional.ofNullable(Field.yearIn(column.field().name()));
          Object declared = column.field().year();
          if (!rates.add(List.of(operand, named, declared))) {
            throw wrong(
                at(column), "is a second column of " + operand.label() + "; rates cannot be added");
          }
        }
      }
      if (!roles.contains(Role.ID)) {
        throw wrong("columns", "has no column that is \"id\"");
      }
      if ((mapping.year() == null) != roles.contains(Role.YEAR)) {
        throw wrong(
            "year", "must be given once: as \"year\": \"2018-19\" or as a column that is \"year\"");
      }
      if (mapping.level() == Level.SCHOOL
          && mapping.district() == null
          && !roles.contains(Role.DISTRICT_ID)
          && !roles.contains(Role.DISTRICT_NAME)) {
        throw wrong(
            "district",
            "is missing: schools need a column that is \"district-id\" or \"district-name\", or"
                + " \"district\": \"...\" if all belong to one district");
      }
    }

    private static String at(MappedColumn column) {
      return "columns." + column.field().name();
    }

    private Map<String, String> only(JsonNode root) {
      JsonNode only = root.path("only");
      if (!only.isMissingNode() && !only.isObject()) {
        throw wrong("only", "is not an object, expected {\"column name\": \"text\", ...}");
      }
      Map<String, String> texts = new TreeMap<>();
      only.properties()
          .forEach(column -> texts.put(column.getKey(), text(only, "only", column.getKey(), null)));
      return texts;
    }

    private Codes codes(JsonNode root) {
      Codes codes = Codes.none();
      JsonNode missing = root.path("missing");
      if (!missing.isMissingNode() && !missing.isArray()) {
        throw wrong("missing", "is not a list, expected [\"N/A\", ...]");
      }
      for (JsonNode mark : missing) {
        if (!mark.isString()) {
          throw wrong("missing", "holds " + mark + ", expected texts");
        }
        codes = codes.missing(mark.asString());
      }
      JsonNode hidden = root.path("hidden");
      if (!hidden.isMissingNode() && !hidden.isObject()) {
        throw wrong("hidden", "is not an object, expected {\"*\": [1, 9], ...}");
      }
      for (Map.Entry<String, JsonNode> mark : hidden.properties()) {
        JsonNode range = mark.getValue();
        boolean two =
            range.isArray()
                && range.size() == 2
                && range.get(0).isNumber()
                && range.get(1).isNumber();
        if (range.isArray() && range.isEmpty()) {
          codes = codes.hidden(mark.getKey());
        } else if (two && range.get(0).asDouble() <= range.get(1).asDouble()) {
          codes = codes.hidden(range.get(0).asDouble(), range.get(1).asDouble(), mark.getKey());
        } else {
          throw wrong(
              "hidden." + mark.getKey(),
              "is " + range + ", expected [lowest, highest], or [] if no bounds are known");
        }
      }
      return codes;
    }

    private JsonNode columns(JsonNode root) {
      JsonNode columns = root.path("columns");
      if (!columns.isObject() || columns.isEmpty()) {
        throw wrong("columns", "is missing or empty, expected {\"column name\": \"id\", ...}");
      }
      return columns;
    }

    /** Adds a column that says something of a student; tells whether it is one. */
    private boolean student(
        Map.Entry<String, JsonNode> column,
        List<StudentRows.Grouping> groupings,
        List<StudentRows.Event> events) {
      String name = column.getKey();
      JsonNode value = column.getValue();
      String at = "columns." + name;
      String is = value.path("is").asString("");
      Set<String> keys = STUDENT_KEYS.get(is);
      if (keys == null) {
        return false;
      }
      keys(value, at, keys);
      if (is.equals("group")) {
        groupings.add(new StudentRows.Grouping(name, groupsByCode(value, at)));
      } else {
        Variable what = event(value, at);
        events.add(
            new StudentRows.Event(name, what, texts(value, at, "yes"), texts(value, at, "no")));
      }
      return true;
    }

    private Map<String, @Nullable Group> groupsByCode(JsonNode value, String at) {
      JsonNode codes = value.path("codes");
      if (!codes.isObject() || codes.isEmpty()) {
        throw wrong(
            at + ".codes",
            "is missing or empty, expected {\"code\": \"group\", ...}, null for no group");
      }
      Map<String, @Nullable Group> groups = new TreeMap<>();
      for (String code : codes.propertyNames()) {
        groups.put(
            StudentRows.lower(code),
            codes.get(code).isNull() ? null : group(codes, at + ".codes", code, null));
      }
      return groups;
    }

    private Variable event(JsonNode value, String at) {
      String id = text(value, at, "id", null);
      Variable known = EVENTS.get(id);
      if (known != null && !value.has("definition")) {
        return known;
      }
      if (known == null && !value.has("definition")) {
        throw wrong(
            at + ".id",
            notAmong(id, EVENTS.keySet()) + "; an event of your own needs a \"definition\"");
      }
      return new Variable(
          id, Kind.COUNT, Measurement.STUDENTS, text(value, at, "definition", null));
    }

    private Set<String> texts(JsonNode value, String at, String key) {
      JsonNode list = value.path(key);
      Set<String> texts = new TreeSet<>();
      for (JsonNode text : list) {
        texts.add(StudentRows.lower(text.asString("")));
      }
      if (!list.isArray() || texts.isEmpty()) {
        throw wrong(at + "." + key, "is " + list + ", expected a list of texts");
      }
      return texts;
    }

    private MappedColumn column(String name, JsonNode value, boolean isStudents) {
      String at = "columns." + name;
      if (!value.isString() && !value.isObject()) {
        throw wrong(at, "is " + value + ", expected \"id\" or {\"is\": \"id\", ...}");
      }
      String is = value.isString() ? value.asString() : text(value, at, "is", null);
      for (Role role : Role.values()) {
        if (role.word().equals(is)) {
          boolean id = role == Role.ID || role == Role.DISTRICT_ID;
          keys(value, at, id ? Set.of("is", "width") : Set.of("is"));
          return new MappedColumn(Field.exactly(name, null), role, width(value, at));
        }
      }
      // Rows of students are counted; they have no numbers.
      Set<String> allowed = isStudents ? null : NUMBER_KEYS.get(is);
      if (allowed == null) {
        Set<String> all = new TreeSet<>(isStudents ? STUDENT_KEYS.keySet() : NUMBER_KEYS.keySet());
        Arrays.stream(Role.values()).forEach(role -> all.add(role.word()));
        throw wrong(at + ".is", notAmong(is, all));
      }
      Set<String> keys = new HashSet<>(allowed);
      keys.addAll(Set.of("is", "year"));
      keys(value, at, keys);
      Field field = Field.exactly(name, operand(is, value, at));
      field = value.has("year") ? field.in(year(value, at)) : field;
      return new MappedColumn(isPercent(is, value, at) ? field.percent() : field, null, 0);
    }

    private int width(JsonNode value, String at) {
      JsonNode width = value.path("width");
      if (width.isMissingNode()) {
        return 0;
      }
      if (!width.isInt() || width.asInt() < 1) {
        throw wrong(at + ".width", "is " + width + ", expected a number of characters");
      }
      return width.asInt();
    }

    private boolean isPercent(String is, JsonNode value, String at) {
      return (is.equals("share") || is.equals("staff-share"))
          && choice(value, at, "unit", Map.of("percent", true, "fraction", false), null);
    }

    private Operand operand(String is, JsonNode value, String at) {
      boolean staff = is.startsWith("staff");
      Group group = group(value, at, staff ? null : Group.STUDENTS);
      if (!is.equals("other") && staff == (group.of() == Population.STUDENTS)) {
        throw wrong(
            at + ".group",
            "is " + group.label() + ", expected a group of " + (staff ? "staff" : "students"));
      }
      Operand operand =
          switch (is) {
            case "enrolment" -> Operands.enrolment(group);
            case "share" -> Operands.enrolmentShare(group);
            case "spending" -> FinanceOperands.SPENDING;
            case "spending-per-student" -> FinanceOperands.SPENDING_PER_STUDENT;
            case "staff" -> Operands.staff(group);
            case "staff-share" -> Operands.staffShare(group);
            case "student-fte" -> Operands.STUDENT_FTE;
            case "classes" -> CourseOperands.CLASSES;
            case "class-size" -> CourseOperands.CLASS_SIZE;
            default -> Operand.of(variable(value, at), group);
          };
      return operand
          .with(choice(value, at, "fund", words(Fund.values()), Fund.ALL))
          .with(choice(value, at, "layer", words(CostLayer.values()), CostLayer.ALL));
    }

    private Variable variable(JsonNode value, String at) {
      return new Variable(
          text(value, at, "id", null),
          choice(value, at, "kind", words(Kind.values()), null),
          choice(value, at, "unit", words(Measurement.values()), null),
          text(value, at, "definition", null));
    }

    private Group group(JsonNode value, String at, @Nullable Group otherwise) {
      return group(value, at, "group", otherwise);
    }

    private Group group(JsonNode value, String at, String key, @Nullable Group otherwise) {
      if (!value.has(key)) {
        return choice(value, at, key, GROUPS, otherwise);
      }
      String text = text(value, at, key, null);
      int colon = text.indexOf(':');
      if (colon < 0) {
        return choice(value, at, key, GROUPS, null);
      }
      Map<String, Attribute> attributes = words(Attribute.values());
      Attribute by = attributes.get(text.substring(0, colon));
      if (by == null || colon == text.length() - 1) {
        throw wrong(
            key(at, key),
            "is \""
                + text
                + "\", expected attribute:code with an attribute of "
                + attributes.keySet());
      }
      boolean teachers = by == Attribute.EXPERIENCE || by == Attribute.CREDENTIAL;
      return (teachers ? Group.TEACHERS : Group.STUDENTS).and(by, text.substring(colon + 1));
    }

    private SchoolYear year(JsonNode node, String at) {
      String text = text(node, at, "year", null);
      try {
        return SchoolYear.parse(text);
      } catch (IllegalArgumentException e) {
        throw wrong(key(at, "year"), String.valueOf(e.getMessage()));
      }
    }

    private <T> T choice(
        JsonNode node, String at, String key, Map<String, T> choices, @Nullable T otherwise) {
      if (!node.has(key) && otherwise != null) {
        return otherwise;
      }
      String text = node.has(key) ? text(node, at, key, null) : "";
      T chosen = choices.get(text);
      if (chosen == null) {
        throw wrong(
            key(at, key),
            text.isEmpty()
                ? "is missing, expected one of " + new TreeSet<>(choices.keySet())
                : notAmong(text, choices.keySet()));
      }
      return chosen;
    }

    private String text(JsonNode node, String at, String key, @Nullable String otherwise) {
      JsonNode value = node.path(key);
      if (value.isMissingNode() && otherwise != null) {
        return otherwise;
      }
      if (!value.isString() || value.asString().isBlank()) {
        throw wrong(
            key(at, key),
            (value.isMissingNode() ? "is missing" : "is " + value) + ", expected a text");
      }
      return value.asString().strip();
    }

    private void keys(JsonNode node, String at, Set<String> allowed) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (!allowed.contains(entry.getKey())) {
          throw wrong(
              key(at, entry.getKey()), "is not a key here; " + notAmong(entry.getKey(), allowed));
        }
      }
    }

    private static String key(String at, String key) {
      return at.isEmpty() ? key : at + "." + key;
    }

    private static String notAmong(String text, Collection<String> allowed) {
      return "\""
          + text
          + "\" is none of "
          + new TreeSet<>(allowed)
          + ", the nearest is \""
          + nearest(text, allowed)
          + '"';
    }

    private IllegalArgumentException wrong(String key, String what) {
      return new IllegalArgumentException(
          "mapping " + file + (key.isEmpty() ? " " : ": \"" + key + "\" ") + what);
    }
  }

  private static <E extends Enum<E>> Map<String, E> words(E[] values) {
    Map<String, E> words = new TreeMap<>();
    for (E value : values) {
      words.put(word(value), value);
    }
    return words;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the candidate that needs the fewest changes to become {@code text}. */
  static String nearest(String text, Collection<String> candidates) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : new TreeSet<>(candidates)) {
      int distance = distance(Field.normal(text), Field.normal(candidate));
      if (distance < least && !candidate.isBlank()) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** Returns the number of characters to insert, remove or replace. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
