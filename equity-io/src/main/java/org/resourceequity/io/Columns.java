package org.resourceequity.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.SchoolYear;

/**
 * The columns of one table that a layout knows. The first column that fits is taken; each column of
 * the table is one column of numbers at most, while texts may be used more than once.
 */
final class Columns {

  /** The names of a table's columns by spelling, each with its places in the table. */
  private static final class Spelled {
    private final List<String> names;
    private final Map<String, List<Integer>> places = new HashMap<>();

    private Spelled(List<String> header, UnaryOperator<String> spelling) {
      names = header.stream().map(spelling).toList();
      for (int i = 0; i < names.size(); i++) {
        places.computeIfAbsent(names.get(i), n -> new ArrayList<>(1)).add(i);
      }
    }

    /** Returns all columns that fit. */
    private List<Integer> all(Field field, Set<Integer> taken) {
      List<Integer> all = new ArrayList<>();
      Set<Integer> used = new HashSet<>(taken);
      for (int place = find(field, used); place >= 0; place = find(field, used)) {
        all.add(place);
        used.add(place);
      }
      return all;
    }

    private int find(Field field, Set<Integer> taken) {
      for (String spelling : field.spellings()) {
        for (int place : places.getOrDefault(spelling, List.of())) {
          if (!taken.contains(place)) {
            return place;
          }
        }
      }
      if (!field.patterns().isEmpty()) {
        for (int i = 0; i < names.size(); i++) {
          if (!names.get(i).isEmpty() && !taken.contains(i) && field.matches(names.get(i))) {
            return i;
          }
        }
      }
      return -1;
    }
  }

  private static final Pattern SECOND = Pattern.compile(" \\(\\d+\\)$");

  /** The spellings of a header that do not depend on a layout, the most exact first. */
  static final class Names {
    private final List<String> header;
    private final List<Spelled> spelled;

    Names(List<String> header) {
      this.header = header;
      // A name that fits with its year goes before one that fits without; the second column of a
      // name, "name (2)", comes last.
      spelled =
          List.of(
              new Spelled(header, Field::normal),
              new Spelled(header, Field::plain),
              new Spelled(header, name -> SECOND.matcher(Field.plain(name)).replaceAll("")));
    }
  }

  private final List<String> header;
  private final IdentityHashMap<Field, Integer> places = new IdentityHashMap<>();
  private final List<Spelled> spelled;
  private final List<Field> numbers = new ArrayList<>();
  private final @Nullable Pattern yearInName;
  private final YearRule.Style style;

  Columns(Table table, Layout layout) {
    this(table, layout, layout.fields(), layout.numbers());
  }

  private Columns(Table table, Layout layout, List<Field> fields, List<Field> ofNumbers) {
    Names names = table instanceof CountedTable counted ? counted.names() : names(table);
    header = names.header;
    yearInName = layout.yearInName();
    style = layout.yearInNameStyle();
    spelled = new ArrayList<>(names.spelled);
    if (yearInName != null) {
      spelled.add(new Spelled(header, this::withoutYear));
    }
    Set<Integer> none = Set.of();
    Set<Integer> taken = new HashSet<>();
    for (Field field : fields) {
      if (field.operand().isEmpty()) {
        spelled.forEach(s -> place(field, s.find(field, none)));
      }
    }
    taken.addAll(places.values());
    // Whether a course is offered is a number, too.
    for (Field field : ofNumbers) {
      field.nobody().forEach(nobody -> taken.remove(place(nobody.column())));
    }
    for (Spelled each : spelled) {
      for (Field field : fields) {
        if (field.operand().isPresent() && !places.containsKey(field)) {
          int place = each.find(field, taken);
          place(field, place);
          taken.add(place);
        }
      }
    }
    for (Field field : ofNumbers) {
      numbers.add(field);
      if (field.isEveryYear() && places.containsKey(field)) {
        // Names without their years are the second spelling.
        for (int place : spelled.get(1).all(field, taken)) {
          Field ofYear = field.copy();
          places.put(ofYear, place);
          numbers.add(ofYear);
          taken.add(place);
        }
      }
    }
  }

  /** Finds those columns only that a layout is given and need not make. */
  static Columns given(Table table, Layout layout) {
    return new Columns(table, layout, layout.given(), List.of());
  }

  private static Names names(Table table) {
    return new Names(table.header());
  }

  private String withoutYear(String name) {
    String normal = Field.normal(name);
    return yearInName == null ? normal : Field.normal(yearInName.matcher(normal).replaceAll(""));
  }

  private void place(Field field, int place) {
    if (place >= 0) {
      places.putIfAbsent(field, place);
    }
  }

  /** Returns the layout's columns of numbers, those with one per year as often as there are. */
  List<Field> numbers() {
    return numbers;
  }

  /** Tells whether the table has the column. */
  boolean has(Field field) {
    return places.containsKey(field);
  }

  /** Returns the place of the column, -1 if the table does not have it. */
  int place(Field field) {
    return places.getOrDefault(field, -1);
  }

  /** Returns the place of a column by its name, -1 if the table does not have it. */
  int place(String name) {
    Field field = Field.text(name);
    return spelled.stream()
        .mapToInt(s -> s.find(field, Set.of()))
        .filter(place -> place >= 0)
        .findFirst()
        .orElse(-1);
  }

  /** Returns the name of the column in this table. */
  String name(Field field) {
    Integer place = places.get(field);
    return place == null ? field.name() : header.get(place);
  }

  /** Returns the school year that the column has in its name. */
  Optional<SchoolYear> year(Field field) {
    Integer place = places.get(field);
    if (place == null) {
      return Optional.empty();
    }
    SchoolYear year = Field.yearIn(header.get(place));
    if (year == null && yearInName != null) {
      Matcher matcher = yearInName.matcher(Field.normal(header.get(place)));
      year = matcher.find() ? YearRule.parse(matcher.group(1), style) : null;
    }
    return Optional.ofNullable(year);
  }

  /** Returns the names of those columns that the table has. */
  List<String> found(List<Field> fields) {
    return fields.stream().filter(f -> place(f.name()) >= 0).map(Field::name).toList();
  }

  /** Returns the names of the columns that are read, in the order of the table. */
  List<String> used() {
    return Arrays.stream(places()).mapToObj(header::get).toList();
  }

  /** Returns the places of the columns that are read, ascending. */
  int[] places() {
    return places.values().stream().mapToInt(place -> place).distinct().sorted().toArray();
  }

  /** Returns the names of the other columns. */
  List<String> ignored() {
    Set<Integer> taken = Set.copyOf(places.values());
    return java.util.stream.IntStream.range(0, header.size())
        .filter(i -> !taken.contains(i) && !Field.plain(header.get(i)).isEmpty())
        .mapToObj(header::get)
        .toList();
  }

  /** Returns how many columns of the table have a name. */
  int named() {
    return (int) header.stream().filter(name -> !name.isBlank()).count();
  }

  List<String> header() {
    return header;
  }
}
