package org.resourceequity.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Shape;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;

/**
 * One layout of a table: which rows are about what, and which column is what. A format has one or
 * more; see {@link Format}.
 *
 * <p>A wide table has many columns of numbers. A long table has {@link Dimension}s that say whom
 * the few numbers of a row are about, and perhaps {@link RowKind}s. Nothing else is different.
 */
public final class Layout {

  /** How many of the first rows show what a table without a header is, and how many must fit. */
  private static final int LOOK = 20;

  private static final double MOST = 0.9;

  /** Rows that are read, or that are not. */
  record Filter(Field field, Set<String> texts, boolean only) {}

  /** A unit's code in another id scheme. */
  record Alias(Level level, String scheme, Id id, int digits) {}

  /** What a row is by the end of its id: the whole, such as a district, or a part of it. */
  record Ending(Id id, String zeros) {}

  /** A code book that holds for some years. */
  record YearCodes(SchoolYear first, SchoolYear last, Codes codes) {}

  private final Builder is;
  private @Nullable Made made;

  /** All columns, and those of numbers among them. */
  private record Made(List<Field> all, List<Field> numbers) {}

  private Layout(Builder is) {
    this.is = is;
  }

  /** Some layouts have thousands of numbers, which are made when a table may have them. */
  private synchronized Made made() {
    Made columns = made;
    if (columns == null) {
      columns = is.made();
      made = columns;
    }
    return columns;
  }

  /** Returns the builder of a layout; its name is for people, such as "schools". */
  public static Builder of(String name) {
    return new Builder(name);
  }

  /** Returns the name. */
  public String name() {
    return is.name;
  }

  /** Returns what all rows are about, if they are about units of one level. */
  public Optional<Level> level() {
    return Optional.ofNullable(is.level);
  }

  /** Returns the column that says what a row is about. */
  public Optional<Coded<Level>> levelColumn() {
    return Optional.ofNullable(is.levelColumn);
  }

  Optional<Ending> ending() {
    return Optional.ofNullable(is.ending);
  }

  /** Returns where the ids of the row's unit and of the units above it stand. */
  public Map<Level, Id> ids() {
    return java.util.Collections.unmodifiableMap(is.ids);
  }

  /** Returns where the state of a district stands. */
  public Optional<Id> state() {
    return Optional.ofNullable(is.state);
  }

  List<Alias> aliases() {
    return is.aliases;
  }

  /** Returns the columns with the names of units. */
  public Map<Level, Field> names() {
    return java.util.Collections.unmodifiableMap(is.names);
  }

  /** Returns the rules for the year, in the order in which they are tried. */
  public List<YearRule> years() {
    return is.years;
  }

  @Nullable Pattern yearInName() {
    return is.yearInName;
  }

  YearRule.Style yearInNameStyle() {
    return is.yearInNameStyle;
  }

  /** Returns the column with the level of a school. */
  public Optional<Coded<SchoolLevel>> schoolLevel() {
    return Optional.ofNullable(is.schoolLevel);
  }

  /** Returns the column with the type of a district. */
  public Optional<Coded<DistrictType>> districtType() {
    return Optional.ofNullable(is.districtType);
  }

  boolean districtTypeFromSchools() {
    return is.districtTypeFromSchools;
  }

  /** Returns the column that says whether a school or district is a charter. */
  public Optional<Coded<Boolean>> charter() {
    return Optional.ofNullable(is.charter);
  }

  /** Returns the column with the part in Title I. */
  public Optional<Coded<TitleI>> titleI() {
    return Optional.ofNullable(is.titleI);
  }

  /** Returns the column with the locale. */
  public Optional<Coded<org.resourceequity.model.Locale>> locale() {
    return Optional.ofNullable(is.locale);
  }

  /** Returns the columns that hold the grades served: a list, or the lowest and the highest. */
  public List<Field> grades() {
    return is.grades;
  }

  /** Returns the columns of numbers. */
  public List<Field> numbers() {
    return made().numbers;
  }

  /** Returns the columns that say whom the numbers are about. */
  public List<Dimension> dimensions() {
    return is.dimensions;
  }

  /** Returns the column that says of which kind a row is. */
  public Optional<Field> kindColumn() {
    return Optional.ofNullable(is.kindColumn);
  }

  /** Returns the kinds of rows. */
  public List<RowKind> kinds() {
    return is.kinds;
  }

  /** Returns the column that names the part of a unit that a row is about. */
  public Optional<Field> part() {
    return Optional.ofNullable(is.part);
  }

  List<Filter> filters() {
    return is.filters;
  }

  /** Returns the code book of a year. */
  public Codes codes(SchoolYear year) {
    return is.yearCodes.stream()
        .filter(c -> c.first().compareTo(year) <= 0 && c.last().compareTo(year) >= 0)
        .map(YearCodes::codes)
        .findFirst()
        .orElse(is.codes);
  }

  /** Returns the code books by years; the one without years is used for all other years. */
  public Map<String, Codes> codes() {
    Map<String, Codes> all = new LinkedHashMap<>();
    is.yearCodes.forEach(c -> all.put(c.first() + " to " + c.last(), c.codes()));
    all.put("", is.codes);
    return all;
  }

  /** Returns the columns that a table of this layout must not have. */
  public List<Field> without() {
    return is.without;
  }

  Optional<Pattern> sheet() {
    return Optional.ofNullable(is.sheet);
  }

  /** Returns the shape of its tables, if the names of their columns cannot be found out. */
  public Optional<Shape> shape() {
    return Optional.ofNullable(is.shape);
  }

  /** Returns what the texts of columns look like that have no names in the file. */
  public Map<String, Pattern> looks() {
    return java.util.Collections.unmodifiableMap(is.looks);
  }

  /**
   * Returns a table as this layout reads it: as it is if it has the columns that the layout needs,
   * else by the layout's shape; empty if it does not have that shape.
   */
  public Optional<Table> shaped(Table table) {
    if (is.shape == null || hasRequired(table)) {
      return Optional.of(table);
    }
    try {
      Table shaped = table.as(is.shape);
      return fits(shaped) ? Optional.of(shaped) : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private boolean hasRequired(Table table) {
    Columns columns = new Columns(table, this);
    return fields().stream().filter(Field::required).allMatch(columns::has);
  }

  /** Tells whether a table that was cut by the shape has rows as the shape expects them. */
  private boolean fits(Table shaped) throws IOException {
    if (is.shape == null || !is.shape.isNamed()) {
      return true;
    }
    int width = shaped.header().size();
    boolean ragged = shaped.medium().delimiter() == null;
    List<Row> head = shaped.head(LOOK);
    return fits(head, row -> ragged ? row.size() <= width : row.size() == width)
        && is.looks.entrySet().stream()
            .allMatch(
                look -> {
                  int place = shaped.header().indexOf(look.getKey());
                  return fits(head, row -> look.getValue().matcher(row.get(place)).matches());
                });
  }

  /** The first row must fit, since a header would not, and nearly all others. */
  private static boolean fits(List<Row> head, Predicate<Row> one) {
    return !head.isEmpty()
        && one.test(head.get(0))
        && head.stream().filter(one).count() >= MOST * head.size();
  }

  Optional<RowHook> hook() {
    return Optional.ofNullable(is.hook);
  }

  /** Returns all columns that the layout reads: first those of texts, then those of numbers. */
  public List<Field> fields() {
    return made().all;
  }

  /** Returns those that are given and not made: all texts, and most of the required numbers. */
  List<Field> given() {
    return is.given;
  }

  /** Returns all columns of codes that say what a unit is. */
  public List<Coded<?>> coded() {
    List<Coded<?>> all = new ArrayList<>();
    for (Coded<?> coded :
        Arrays.asList(
            is.levelColumn, is.schoolLevel, is.districtType, is.charter, is.titleI, is.locale)) {
      if (coded != null) {
        all.add(coded);
      }
    }
    return all;
  }

  /** Returns the places of the columns that a table has, counted from 0. */
  public Map<Field, Integer> places(Table table) {
    Columns columns = new Columns(table, this);
    Map<Field, Integer> places = new LinkedHashMap<>();
    fields().stream()
        .filter(columns::has)
        .forEach(field -> places.put(field, columns.place(field)));
    return places;
  }

  /** Returns the name and the columns. */
  @Override
  public String toString() {
    return name() + fields();
  }

  /** Collects the parts of a layout. Columns are named by their spellings. */
  public static final class Builder {
    private final String name;
    private @Nullable Level level;
    private @Nullable Coded<Level> levelColumn;
    private @Nullable Ending ending;
    private final EnumMap<Level, Id> ids = new EnumMap<>(Level.class);
    private @Nullable Id state;
    private final List<Alias> aliases = new ArrayList<>();
    private final EnumMap<Level, Field> names = new EnumMap<>(Level.class);
    private final List<YearRule> years = new ArrayList<>();
    private @Nullable Pattern yearInName;
    private YearRule.Style yearInNameStyle = YearRule.Style.ENDING;
    private @Nullable Coded<SchoolLevel> schoolLevel;
    private @Nullable Coded<DistrictType> districtType;
    private boolean districtTypeFromSchools;
    private @Nullable Coded<Boolean> charter;
    private @Nullable Coded<TitleI> titleI;
    private @Nullable Coded<org.resourceequity.model.Locale> locale;
    private List<Field> grades = List.of();
    private final List<Supplier<List<Field>>> numbers = new ArrayList<>();
    private final List<Field> givenNumbers = new ArrayList<>();
    private final List<Dimension> dimensions = new ArrayList<>();
    private @Nullable Field kindColumn;
    private List<RowKind> kinds = List.of();
    private @Nullable Field part;
    private final List<Filter> filters = new ArrayList<>();
    private Codes codes = Codes.none();
    private final List<YearCodes> yearCodes = new ArrayList<>();
    private final List<Field> required = new ArrayList<>();
    private final List<Field> without = new ArrayList<>();
    private @Nullable Pattern sheet;
    private @Nullable Shape shape;
    private final Map<String, Pattern> looks = new TreeMap<>();
    private @Nullable RowHook hook;
    private List<Field> given = List.of();

    private Builder(String name) {
      this.name = name;
    }

    /** Says that all rows are about units of one level. */
    public Builder level(Level all) {
      level = all;
      return this;
    }

    /** Says that a column tells what a row is about. */
    public Builder level(Field column, Map<String, Level> of) {
      // Unlisted codes are a notice and the row is left out; no code stands for that.
      levelColumn = new Coded<>(column, of, Level.SECTION);
      return this;
    }

    /**
     * Says that a row is about a district if its id ends in some zeros, else about a school. If a
     * column tells the level too, the end decides where the column has no known code.
     */
    public Builder districtIfEndsWith(String zeros, Id id) {
      ending = new Ending(id, zeros);
      return this;
    }

    /**
     * Says where the id of a unit stands. The unit of a row stands below the unit of the next
     * higher level that has an id.
     */
    public Builder id(Level of, Id id) {
      ids.put(of, id);
      return this;
    }

    /** Says in which state a district lies, without making the state a unit. */
    public Builder state(Id letters) {
      state = letters;
      return this;
    }

    /** Says where the code of a unit in another id scheme stands, {@code digits} long. */
    public Builder alias(Level of, String scheme, int digits, Id id) {
      aliases.add(new Alias(of, scheme, id, digits));
      return this;
    }

    /** Says where the name of a unit stands. */
    public Builder name(Level of, String... spellings) {
      return name(of, Field.text(spellings));
    }

    /** Says where the name of a unit stands. */
    public Builder name(Level of, Field column) {
      names.put(of, column);
      return this;
    }

    /** Says where the school year stands; the first rule that finds one is taken. */
    public Builder year(YearRule... rules) {
      years.addAll(List.of(rules));
      return this;
    }

    /**
     * Says that column names hold a year: what the first group of the regular expression finds is
     * the year of the column's numbers, and the name counts without the match.
     */
    public Builder yearInColumnNames(String regex, YearRule.Style style) {
      yearInName = Pattern.compile(regex);
      yearInNameStyle = style;
      return this;
    }

    /** Says where the level of a school stands. */
    public Builder schoolLevel(Coded<SchoolLevel> column) {
      schoolLevel = column;
      return this;
    }

    /** Says where the type of a district stands. */
    public Builder districtType(Coded<DistrictType> column) {
      districtType = column;
      return this;
    }

    /**
     * Says that a district is what its schools are: by the grades they serve, and charter if all.
     */
    public Builder districtTypeFromSchools() {
      districtTypeFromSchools = true;
      return this;
    }

    /** Says where it stands whether the unit is a charter. */
    public Builder charter(Coded<Boolean> column) {
      charter = column;
      return this;
    }

    /** Says where the part in Title I stands. */
    public Builder titleI(Coded<TitleI> column) {
      titleI = column;
      return this;
    }

    /** Says where the locale stands. */
    public Builder locale(Coded<org.resourceequity.model.Locale> column) {
      locale = column;
      return this;
    }

    /**
     * Says where the grades served stand: one column with a list, or two with the lowest and the
     * highest. They give the level of a school if no column does.
     */
    public Builder grades(Field... columns) {
      grades = List.of(columns);
      return this;
    }

    /** Adds columns of numbers. */
    public Builder numbers(Field... columns) {
      return numbers(Arrays.asList(columns));
    }

    /** Adds columns of numbers, such as a family of columns made by a loop. */
    public Builder numbers(List<Field> columns) {
      List<Field> copy = List.copyOf(columns);
      givenNumbers.addAll(copy);
      return numbers(() -> copy);
    }

    /**
     * Adds columns of numbers that are made when a table has all other columns that are required:
     * for layouts with hundreds of them.
     */
    public Builder numbers(Supplier<List<Field>> columns) {
      numbers.add(columns);
      return this;
    }

    /** Adds a column that says whom or what the numbers of a row are about. */
    public Builder dimension(Dimension dimension) {
      dimensions.add(dimension);
      return this;
    }

    /** Says which column tells the kind of a row, and what each kind fills. */
    public Builder kinds(String column, RowKind... all) {
      return kinds(Field.text(column).require(), all);
    }

    /** Says which column tells the kind of a row, and what each kind fills. */
    public Builder kinds(Field column, RowKind... all) {
      kindColumn = column;
      kinds = List.of(all);
      return this;
    }

    /**
     * Says which column names the part of a unit that a row is about, such as a municipality of a
     * district: counts and amounts of its parts add up. Without it a second row of a unit is not
     * read.
     */
    public Builder partsOfUnit(String column) {
      part = Field.text(column).require();
      return this;
    }

    /**
     * Reads only the rows whose text in a column is one of these; a missing column is no matter.
     */
    public Builder only(String column, String... texts) {
      return only(Field.text(column), texts);
    }

    /** Reads only the rows whose text in a column is one of these. */
    public Builder only(Field column, String... texts) {
      filters.add(new Filter(column, lower(texts), true));
      return this;
    }

    /** Leaves out the rows whose text in a column is one of these. */
    public Builder skip(String column, String... texts) {
      return skip(Field.text(column), texts);
    }

    /** Leaves out the rows whose text in a column is one of these. */
    public Builder skip(Field column, String... texts) {
      filters.add(new Filter(column, lower(texts), false));
      return this;
    }

    private static Set<String> lower(String... texts) {
      Set<String> lower = new HashSet<>();
      for (String text : texts) {
        lower.add(text.strip().toLowerCase(Locale.ROOT));
      }
      return lower;
    }

    /** Says what the texts mean that are not numbers. */
    public Builder codes(Codes all) {
      codes = all;
      return this;
    }

    /** Says what the texts mean that are not numbers, for school years from one to another. */
    public Builder codes(SchoolYear first, SchoolYear last, Codes of) {
      yearCodes.add(new YearCodes(first, last, of));
      return this;
    }

    /** Names columns that a table of this layout must have and that are otherwise not read. */
    public Builder requires(String... columns) {
      for (String column : columns) {
        required.add(Field.text(column).require());
      }
      return this;
    }

    /** Names a column, by its spellings, that a table of this layout must have. */
    public Builder requires(Field column) {
      required.add(column.require());
      return this;
    }

    /** Names columns that a table of this layout does not have, but one of another layout does. */
    public Builder without(String... columns) {
      for (String column : columns) {
        without.add(Field.text(column));
      }
      return this;
    }

    /** Says that only sheets whose name matches are of this layout; text files always are. */
    public Builder sheet(String regex) {
      sheet = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
      return this;
    }

    /**
     * Says that the header is in a certain line, for tables in which more than the header row looks
     * like one. A table whose header has the columns that are needed is read as it is.
     */
    public Builder shape(Shape header) {
      return shape(header, Map.of());
    }

    /**
     * Says which names the columns have, for tables without a header. Such a table is known by what
     * stands in it: rows have as many fields as there are names, and the texts of some columns
     * match a regular expression each; the first row must and so must nearly all that follow it. A
     * table with a header that has these names is read as it is.
     *
     * @param names the names, and where the columns are if there is no delimiter
     * @param looks the regular expressions by column, enough of them that no other table fits
     */
    public Builder shape(Shape names, Map<String, String> looks) {
      shape = names;
      looks.forEach((column, regex) -> this.looks.put(column, Pattern.compile(regex)));
      return this;
    }

    /** Adds what data cannot say: code that sees each row before it is read. */
    public Builder each(RowHook rows) {
      hook = rows;
      return this;
    }

    /** Returns the layout. */
    Layout build() {
      check();
      Set<Field> all = new LinkedHashSet<>(required);
      ids.values().forEach(id -> all.addAll(id.fields()));
      new Layout(this).coded().forEach(coded -> all.add(coded.field()));
      if (ending != null) {
        all.addAll(ending.id().fields());
      }
      if (state != null) {
        all.addAll(state.fields());
      }
      aliases.forEach(alias -> all.addAll(alias.id().fields()));
      all.addAll(names.values());
      years.forEach(
          rule -> {
            if (rule instanceof YearRule.Column column) {
              all.add(column.field());
            }
          });
      all.addAll(grades);
      dimensions.forEach(dimension -> all.add(dimension.field()));
      if (kindColumn != null) {
        all.add(kindColumn);
      }
      if (part != null) {
        all.add(part);
      }
      filters.forEach(filter -> all.add(filter.field()));
      all.addAll(givenNumbers);
      given = List.copyOf(all);
      if (shape != null && given.stream().noneMatch(Field::required)) {
        throw new IllegalArgumentException(
            "layout \"" + name + "\" has a shape, expected a required column that it is known by");
      }
      return new Layout(this);
    }

    private Made made() {
      List<Field> ofNumbers = numbers.stream().flatMap(columns -> columns.get().stream()).toList();
      check(ofNumbers);
      Set<Field> all = new LinkedHashSet<>(given);
      givenNumbers.forEach(all::remove);
      ofNumbers.forEach(number -> number.flag().ifPresent(all::add));
      ofNumbers.forEach(number -> all.addAll(number.bounds()));
      ofNumbers.forEach(number -> number.nobody().forEach(nobody -> all.add(nobody.column())));
      all.addAll(ofNumbers);
      return new Made(List.copyOf(all), ofNumbers);
    }

    private void check(List<Field> ofNumbers) {
      for (Field number : ofNumbers) {
        if (number.operand().isEmpty()) {
          throw new IllegalArgumentException(
              "layout \""
                  + name
                  + "\": "
                  + number.name()
                  + " is a column of texts, not of numbers");
        }
      }
    }

    private void check() {
      check(givenNumbers);
      if (!numbers.isEmpty() && (level == null && levelColumn == null && ending == null)) {
        throw new IllegalArgumentException(
            "layout \"" + name + "\" does not say what a row is about, expected level(...)");
      }
      if (shape != null && shape.isNamed() == looks.isEmpty()) {
        throw new IllegalArgumentException(
            "layout \""
                + name
                + "\" has "
                + looks.size()
                + " columns known by their texts, expected "
                + (shape.isNamed() ? "one or more" : "none")
                + " for a table with "
                + shape);
      }
      if (shape != null && !shape.names().containsAll(looks.keySet())) {
        throw new IllegalArgumentException(
            "layout \"" + name + "\" looks at " + looks.keySet() + ", expected " + shape.names());
      }
      Map<Set<Attribute>, RowKind> filled = new java.util.HashMap<>();
      Map<String, RowKind> texts = new TreeMap<>();
      for (RowKind kind : kinds) {
        for (Set<Attribute> fill : kind.filled()) {
          RowKind other = filled.putIfAbsent(fill, kind);
          if (other != null) {
            throw new IllegalArgumentException(
                "layout \""
                    + name
                    + "\": "
                    + other.texts()
                    + " and "
                    + kind.texts()
                    + " both fill "
                    + fill
                    + ", which would be summed twice");
          }
        }
        for (String text : kind.texts()) {
          if (texts.put(text, kind) != null) {
            throw new IllegalArgumentException(
                "layout \"" + name + "\": \"" + text + "\" is two kinds of rows");
          }
        }
      }
    }
  }
}
