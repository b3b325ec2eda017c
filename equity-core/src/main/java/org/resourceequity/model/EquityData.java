package org.resourceequity.model;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.ByteNumbers;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.Numbering;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * A store of what is known about the schools and districts of one id scheme, in columns.
 *
 * <p>Immutable and safe for threads. Units stand in key order (level, then code), so nothing
 * depends on the order in which rows were read. Facts and columns carry their school year; a store
 * may hold several years. No value of one year is ever used for another without the caller's word;
 * what a directory says of a school, such as its level, is taken from the nearest year that has it.
 */
public final class EquityData implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String scheme;
  private final EnumMap<Level, Numbering<UnitId>> units = new EnumMap<>(Level.class);
  private final EnumMap<Level, ByNumber<UnitId>> parents = new EnumMap<>(Level.class);
  private final EnumMap<Level, ByNumber<Long>> lines = new EnumMap<>(Level.class);
  private final TreeMap<SchoolYear, ByNumber<SchoolFacts>> schoolFacts;
  private final TreeMap<SchoolYear, ByNumber<DistrictFacts>> districtFacts;
  private final TreeMap<String, TreeMap<UnitId, String>> aliases;
  private final TreeMap<ColumnKey, Column> columns;
  private transient volatile @Nullable Map<UnitId, List<UnitId>> everBelow;

  private EquityData(Builder from) {
    scheme = from.scheme;
    aliases = copied(from.aliases);
    columns = new TreeMap<>();
    Map<Level, int[]> orders = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      Numbering<UnitId> sorted = from.units(level).sorted(Comparator.naturalOrder());
      units.put(level, sorted);
      int[] order = from.units(level).places(sorted);
      orders.put(level, order);
      parents.put(level, from.parents(level).inOrder(order));
      lines.put(level, from.lines(level).inOrder(order));
    }
    schoolFacts = inOrder(from.schoolFacts, orders.getOrDefault(Level.SCHOOL, EMPTY));
    districtFacts = inOrder(from.districtFacts, orders.getOrDefault(Level.DISTRICT, EMPTY));
    moveToLatestDistricts();
    from.columns.forEach(
        (key, column) -> columns.put(key, column.build(orders.getOrDefault(key.level(), EMPTY))));
  }

  /** In the tree a school stands where its latest facts put it. */
  private void moveToLatestDistricts() {
    ByNumber<UnitId> districts = parents.computeIfAbsent(Level.SCHOOL, l -> new ByNumber<>());
    for (ByNumber<SchoolFacts> ofYear : schoolFacts.values()) {
      for (int i = 0; i < units(Level.SCHOOL).size(); i++) {
        SchoolFacts facts = ofYear.get(i);
        if (facts != null) {
          districts.put(i, facts.district());
        }
      }
    }
  }

  private static final int[] EMPTY = {};
  private static final Numbering<UnitId> NOTHING = new Numbering<>();

  private static <F extends Serializable> TreeMap<SchoolYear, ByNumber<F>> inOrder(
      TreeMap<SchoolYear, ByNumber<F>> facts, int[] order) {
    TreeMap<SchoolYear, ByNumber<F>> ordered = new TreeMap<>();
    facts.forEach((year, of) -> ordered.put(year, of.inOrder(order)));
    return ordered;
  }

  private static TreeMap<String, TreeMap<UnitId, String>> copied(
      TreeMap<String, TreeMap<UnitId, String>> map) {
    TreeMap<String, TreeMap<UnitId, String>> copy = new TreeMap<>();
    map.forEach((key, inner) -> copy.put(key, new TreeMap<>(inner)));
    return copy;
  }

  /** Returns the units that stand directly below each unit in any year. */
  private Map<UnitId, List<UnitId>> everBelow() {
    Map<UnitId, List<UnitId>> known = everBelow;
    if (known == null) {
      known = belowEach();
      everBelow = known;
    }
    return known;
  }

  private Map<UnitId, List<UnitId>> belowEach() {
    Map<UnitId, List<UnitId>> below = new HashMap<>();
    for (Level level : Level.values()) {
      List<UnitId> ids = units(level);
      @Nullable UnitId before = null;
      List<UnitId> siblings = List.of();
      for (int i = 0; i < ids.size(); i++) {
        UnitId id = ids.get(i);
        UnitId parent = above(level, i);
        if (parent != null) {
          if (!parent.equals(before)) {
            siblings = below.computeIfAbsent(parent, p -> new ArrayList<>());
            before = parent;
          }
          siblings.add(id);
        }
        if (level == Level.SCHOOL) {
          for (ByNumber<SchoolFacts> ofYear : schoolFacts.values()) {
            SchoolFacts facts = ofYear.get(i);
            if (facts != null && !facts.district().equals(parent)) {
              addOnce(below.computeIfAbsent(facts.district(), d -> new ArrayList<>()), id);
            }
          }
        }
      }
    }
    return below;
  }

  /** Units come one after the other, so that only the last can be the same. */
  private static void addOnce(List<UnitId> ids, UnitId id) {
    if (ids.isEmpty() || !ids.get(ids.size() - 1).equals(id)) {
      ids.add(id);
    }
  }

  /** Returns a builder of a store whose units are named in {@code scheme}, such as "NCES". */
  public static Builder builder(String scheme) {
    return new Builder(scheme);
  }

  /** Returns a builder that holds everything in this store. */
  public Builder toBuilder() {
    Builder builder = new Builder(scheme);
    for (Level level : Level.values()) {
      for (UnitId id : units(level)) {
        builder.unit(id, parent(id).orElse(null));
        if (line(id) != 0) {
          builder.line(id, line(id));
        }
        if (id instanceof SchoolId school) {
          facts(school).values().forEach(facts -> builder.facts(school, facts));
        } else if (id instanceof DistrictId district) {
          facts(district).values().forEach(facts -> builder.facts(district, facts));
        }
      }
    }
    aliases.forEach((other, codes) -> codes.forEach((id, code) -> builder.alias(id, other, code)));
    columns.forEach(
        (key, column) -> {
          Builder.Adder adder = builder.adder(key);
          int[] numbers = builder.units(key.level()).places(numbers(key.level()));
          for (int i = 0; i < column.size(); i++) {
            if (column.reason(i) != Reason.STRUCTURAL_GAP) {
              adder.add(numbers[i], column.cell(i));
            }
          }
          column.sources().forEach(source -> builder.source(key, source));
        });
    return builder;
  }

  /** Returns the name of the id scheme. */
  public String scheme() {
    return scheme;
  }

  /** Returns the units of a level in key order; the cells of a column stand in the same order. */
  public List<UnitId> units(Level level) {
    return numbers(level).keys();
  }

  /**
   * Returns the position of a unit among the units of its level.
   *
   * @throws IllegalArgumentException if the store has no such unit
   */
  public int index(UnitId id) {
    int at = number(id);
    if (at < 0) {
      throw new IllegalArgumentException("no " + id + " in this store of scheme " + scheme);
    }
    return at;
  }

  /** Returns whether the store has the unit. */
  public boolean has(UnitId id) {
    return number(id) >= 0;
  }

  /** Returns the unit above, such as a school's district. */
  public Optional<UnitId> parent(UnitId id) {
    return Optional.ofNullable(above(id.level(), number(id)));
  }

  private @Nullable UnitId above(Level level, int number) {
    ByNumber<UnitId> ofLevel = parents.get(level);
    return ofLevel == null ? null : ofLevel.get(number);
  }

  private Numbering<UnitId> numbers(Level level) {
    return units.getOrDefault(level, NOTHING);
  }

  /** Returns the position of a unit among the units of its level, -1 if the store has it not. */
  private int number(UnitId id) {
    return numbers(id.level()).find(id);
  }

  /** Returns the units directly below, by their latest place in the tree, in key order. */
  public List<UnitId> below(UnitId id) {
    return everBelow().getOrDefault(id, List.of()).stream()
        .filter(unit -> parent(unit).filter(id::equals).isPresent())
        .toList();
  }

  /** Returns the units of a level that stand directly below in any year, in key order. */
  public List<UnitId> everBelow(UnitId id, Level level) {
    return everBelow().getOrDefault(id, List.of()).stream()
        .filter(unit -> unit.level() == level)
        .toList();
  }

  /**
   * Returns the ancestor at a level in a year: facts of that year say which district a school
   * belonged to; without such facts the unit's place in the tree counts.
   */
  public Optional<UnitId> ancestor(UnitId id, Level level, SchoolYear year) {
    @Nullable UnitId at = id;
    while (at != null && at.level().compareTo(level) > 0) {
      int number = number(at);
      ByNumber<SchoolFacts> ofYear = at.level() == Level.SCHOOL ? schoolFacts.get(year) : null;
      SchoolFacts facts = ofYear == null ? null : ofYear.get(number);
      @Nullable UnitId above = facts == null ? above(at.level(), number) : facts.district();
      at = above;
    }
    return at != null && at.level() == level ? Optional.of(at) : Optional.empty();
  }

  /** Returns the years for which there are facts about a school. */
  public NavigableMap<SchoolYear, SchoolFacts> facts(SchoolId id) {
    return Collections.unmodifiableNavigableMap(yearly(schoolFacts, id));
  }

  /** Returns the years for which there are facts about a district. */
  public NavigableMap<SchoolYear, DistrictFacts> facts(DistrictId id) {
    return Collections.unmodifiableNavigableMap(yearly(districtFacts, id));
  }

  private <F extends Serializable> TreeMap<SchoolYear, F> yearly(
      TreeMap<SchoolYear, ByNumber<F>> facts, UnitId id) {
    TreeMap<SchoolYear, F> years = new TreeMap<>();
    int number = number(id);
    facts.forEach(
        (year, of) -> {
          F said = of.get(number);
          if (said != null) {
            years.put(year, said);
          }
        });
    return years;
  }

  /**
   * Returns what the directory says about a school in a year: the facts of that year, else those of
   * the nearest year, the earlier one of two that are equally near.
   */
  public Optional<SchoolFacts> facts(SchoolId id, SchoolYear year) {
    return nearest(schoolFacts, id, year);
  }

  /** Returns what the directory says about a district in a year, by the rule for schools. */
  public Optional<DistrictFacts> facts(DistrictId id, SchoolYear year) {
    return nearest(districtFacts, id, year);
  }

  private <F extends Serializable> Optional<F> nearest(
      TreeMap<SchoolYear, ByNumber<F>> facts, UnitId id, SchoolYear year) {
    ByNumber<F> ofYear = facts.get(year);
    F exact = ofYear == null ? null : ofYear.get(number(id));
    if (exact != null) {
      return Optional.of(exact);
    }
    TreeMap<SchoolYear, F> years = yearly(facts, id);
    Map.Entry<SchoolYear, F> before = years.floorEntry(year);
    Map.Entry<SchoolYear, F> after = years.ceilingEntry(year);
    if (before == null || after == null) {
      return Optional.ofNullable(before == null ? after : before).map(Map.Entry::getValue);
    }
    return Optional.of(
        before.getKey().gap(year) <= after.getKey().gap(year)
            ? before.getValue()
            : after.getValue());
  }

  /** Returns the latest name of a unit, or its code where no name is known. */
  public String name(UnitId id) {
    Optional<String> latest =
        switch (id.level()) {
          case SCHOOL -> latest(schoolFacts, id).map(SchoolFacts::name);
          case DISTRICT -> latest(districtFacts, id).map(DistrictFacts::name);
          default -> Optional.empty();
        };
    return latest.orElse(id.code());
  }

  private <F extends Serializable> Optional<F> latest(
      TreeMap<SchoolYear, ByNumber<F>> facts, UnitId id) {
    int number = number(id);
    return facts.descendingMap().values().stream()
        .flatMap(of -> Stream.ofNullable(of.get(number)))
        .findFirst();
  }

  /** Returns the code of a unit in another id scheme. */
  public Optional<String> alias(UnitId id, String scheme) {
    TreeMap<UnitId, String> codes = aliases.get(scheme);
    return codes == null ? Optional.empty() : Optional.ofNullable(codes.get(id));
  }

  /** Returns the codes of all units in another id scheme. */
  public Map<UnitId, String> aliases(String scheme) {
    TreeMap<UnitId, String> codes = aliases.get(scheme);
    return codes == null ? Map.of() : Collections.unmodifiableMap(codes);
  }

  /** Returns the other id schemes of which units have codes. */
  public NavigableSet<String> aliasSchemes() {
    return Collections.unmodifiableNavigableSet(aliases.navigableKeySet());
  }

  /** Returns the line of the unit in its file, 0 if it is not known. */
  public long line(UnitId id) {
    ByNumber<Long> ofLevel = lines.get(id.level());
    Long line = ofLevel == null ? null : ofLevel.get(number(id));
    return line == null ? 0 : line;
  }

  /** Returns the columns by name. */
  public NavigableMap<ColumnKey, Column> columns() {
    return Collections.unmodifiableNavigableMap(columns);
  }

  /** Returns a column, if the store has it. */
  public Optional<Column> column(ColumnKey key) {
    return Optional.ofNullable(columns.get(key));
  }

  /** Returns what is known about one unit; a structural gap if the column is absent. */
  public Cell cell(UnitId id, ColumnKey key) {
    Column column = columns.get(key);
    return column == null ? Cell.absent(Reason.STRUCTURAL_GAP) : column.cell(index(id));
  }

  /** Returns the years in which an operand is known for units of a level, ascending. */
  public NavigableSet<SchoolYear> years(Level level, Operand operand) {
    NavigableSet<SchoolYear> years = new TreeSet<>();
    for (ColumnKey key : columns.keySet()) {
      if (key.level() == level && key.operand().equals(operand)) {
        years.add(key.year());
      }
    }
    return years;
  }

  /** Returns all years of which the store knows anything. */
  public NavigableSet<SchoolYear> years() {
    NavigableSet<SchoolYear> years = new TreeSet<>();
    columns.keySet().forEach(key -> years.add(key.year()));
    years.addAll(schoolFacts.keySet());
    years.addAll(districtFacts.keySet());
    return years;
  }

  /** Returns the number of cells with a known value. */
  public long knownCells() {
    return columns.values().stream().mapToLong(Column::known).sum();
  }

  /** Returns the groups with a given attribute that have counts at a level in a year, sorted. */
  public List<Group> groups(Level level, Attribute by, SchoolYear year) {
    return columns.keySet().stream()
        .filter(
            k ->
                k.level() == level
                    && k.year().equals(year)
                    && k.what().equals(Operands.ENROLMENT.what())
                    && k.group().is().size() == 1
                    && k.group().is().get(0).by() == by)
        .map(ColumnKey::group)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Returns a district by its code, a code in another scheme, or its name (upper and lower case
   * alike).
   *
   * @throws IllegalArgumentException if there is none or more than one; the message lists the
   *     nearest names
   */
  public District district(String codeOrName) {
    DistrictId exact = new DistrictId(codeOrName.strip());
    if (has(exact)) {
      return new District(this, exact);
    }
    String wanted = codeOrName.strip();
    String withoutZeros = wanted.replaceFirst("^0+", "");
    List<UnitId> found = new ArrayList<>();
    List<String> near = new ArrayList<>();
    for (UnitId id : units(Level.DISTRICT)) {
      String name = name(id);
      boolean alias = aliases.values().stream().anyMatch(codes -> wanted.equals(codes.get(id)));
      boolean lostZeros =
          withoutZeros.matches("\\d+") && id.code().replaceFirst("^0+", "").equals(withoutZeros);
      if (name.equalsIgnoreCase(wanted) || alias || lostZeros) {
        found.add(id);
      } else if (isNear(name, wanted)) {
        near.add(name + " (" + id.code() + ")");
      }
    }
    if (found.size() == 1) {
      return new District(this, (DistrictId) found.get(0));
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "\""
              + codeOrName
              + "\" is the name of "
              + found.size()
              + " districts, give one of the codes "
              + found.stream().map(UnitId::code).toList());
    }
    throw new IllegalArgumentException(
        "no district \""
            + codeOrName
            + "\" among "
            + units(Level.DISTRICT).size()
            + (near.isEmpty()
                ? "; give a code or the full name"
                : "; did you mean "
                    + String.join(", ", near.subList(0, Math.min(5, near.size())))));
  }

  /** A name is near if it contains what was typed, or begins with its first long word's start. */
  private static boolean isNear(String name, String typed) {
    java.util.Locale root = java.util.Locale.ROOT;
    String lower = name.toLowerCase(root);
    if (lower.contains(typed.toLowerCase(root))) {
      return true;
    }
    int start = Math.min(6, typed.length());
    return start >= 4 && lower.startsWith(typed.toLowerCase(root).substring(0, start));
  }

  /** Returns all districts in key order. */
  public List<District> districts() {
    return units(Level.DISTRICT).stream().map(id -> new District(this, (DistrictId) id)).toList();
  }

  /** Returns all schools in key order. */
  public List<School> schools() {
    return units(Level.SCHOOL).stream().map(id -> new School(this, (SchoolId) id)).toList();
  }

  @Override
  public String toString() {
    return "EquityData["
        + scheme
        + ": "
        + units(Level.DISTRICT).size()
        + " districts, "
        + units(Level.SCHOOL).size()
        + " schools, "
        + columns.size()
        + " columns, years "
        + years()
        + "]";
  }

  /**
   * Collects rows into cells, in any order. What belongs to the same unit and column is added, by
   * the rules of {@link Kind}: counts and amounts add exactly, rates must agree. Builders filled by
   * different threads or machines are merged with the same result.
   */
  public static final class Builder implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String scheme;
    private final EnumMap<Level, Numbering<UnitId>> units = new EnumMap<>(Level.class);
    private final EnumMap<Level, ByNumber<UnitId>> parents = new EnumMap<>(Level.class);
    private final EnumMap<Level, ByNumber<Long>> lines = new EnumMap<>(Level.class);
    private final TreeMap<SchoolYear, ByNumber<SchoolFacts>> schoolFacts = new TreeMap<>();
    private final TreeMap<SchoolYear, ByNumber<DistrictFacts>> districtFacts = new TreeMap<>();
    private final TreeMap<String, TreeMap<UnitId, String>> aliases = new TreeMap<>();
    private final HashMap<ColumnKey, ColumnBuilder> columns = new HashMap<>();
    private final ByteNumbers[] codes = new ByteNumbers[Level.values().length];

    private Builder(String scheme) {
      this.scheme = Checks.notBlank(scheme, "scheme");
      Arrays.setAll(codes, level -> new ByteNumbers());
    }

    private Numbering<UnitId> units(Level level) {
      return units.computeIfAbsent(level, l -> new Numbering<>());
    }

    private ByNumber<UnitId> parents(Level level) {
      return parents.computeIfAbsent(level, l -> new ByNumber<>());
    }

    private ByNumber<Long> lines(Level level) {
      return lines.computeIfAbsent(level, l -> new ByNumber<>());
    }

    private int indexOf(UnitId id) {
      return units(id.level()).add(id);
    }

    /**
     * Returns a builder with the same units and nothing else, to be filled by another thread and
     * merged. The numbers that units have here are good there, see {@link #number(UnitId)}.
     */
    public Builder part() {
      Builder part = new Builder(scheme);
      units.forEach((level, ids) -> part.units.put(level, new Numbering<>(ids)));
      return part;
    }

    /** Makes sure that the unit is in the store, below {@code parent} if one is given. */
    public Builder unit(UnitId id, @Nullable UnitId parent) {
      int number = indexOf(id);
      if (parent != null) {
        if (parent.level().compareTo(id.level()) >= 0) {
          throw new IllegalArgumentException(
              parent + " cannot stand above " + id + ", expected a unit of a higher level");
        }
        indexOf(parent);
        parents(id.level()).merge(number, parent, Builder::smaller);
      }
      return this;
    }

    /** Of two that are said of one unit the smaller counts: the order of rows does not matter. */
    private static <T extends Comparable<? super T>> T smaller(T a, T b) {
      return a.compareTo(b) <= 0 ? a : b;
    }

    /**
     * Adds what a directory says about a school; the district becomes its parent. What another
     * directory says of the same year completes it; where both say something, the smaller wins.
     */
    public Builder facts(SchoolId id, SchoolFacts facts) {
      of(facts.year(), schoolFacts).merge(indexOf(id), facts, (a, b) -> Facts.merged(id, a, b));
      indexOf(facts.district());
      return this;
    }

    /** Adds what a directory says about a district, as for schools. */
    public Builder facts(DistrictId id, DistrictFacts facts) {
      of(facts.year(), districtFacts).merge(indexOf(id), facts, (a, b) -> Facts.merged(id, a, b));
      return this;
    }

    private static <F extends Serializable> ByNumber<F> of(
        SchoolYear year, TreeMap<SchoolYear, ByNumber<F>> facts) {
      return facts.computeIfAbsent(year, y -> new ByNumber<>());
    }

    /** Notes the code of a unit in another id scheme. */
    public Builder alias(UnitId id, String otherScheme, String code) {
      indexOf(id);
      aliases.computeIfAbsent(otherScheme, s -> new TreeMap<>()).merge(id, code, Builder::smaller);
      return this;
    }

    /** Notes the line of the unit in its file. */
    public Builder line(UnitId id, long line) {
      lines(id.level()).merge(indexOf(id), line, Math::min);
      return this;
    }

    /** Adds a cell. */
    public Builder add(UnitId id, ColumnKey key, Cell cell) {
      adder(key).accept(id, cell);
      return this;
    }

    /**
     * Returns the number of a unit among those of its level; a new unit joins the store. Whoever
     * keeps the number looks the unit up once and not for each row, see {@link Adder}. It is good
     * for this builder, and for its parts if they were made later.
     */
    public int number(UnitId id) {
      return indexOf(id);
    }

    /**
     * Returns the number of the unit of a level whose code is the UTF-8 in {@code [from, to)}, as
     * {@link #number(UnitId)} does. A code of up to 16 bytes is made a text only the first time.
     */
    public int number(Level level, byte[] utf8, int from, int to) {
      int number = codes[level.ordinal()].find(utf8, from, to);
      return number >= 0 ? number : decoded(level, utf8, from, to);
    }

    private int decoded(Level level, byte[] utf8, int from, int to) {
      String code = new String(utf8, from, to - from, StandardCharsets.UTF_8);
      int number = number(UnitId.of(level, code));
      codes[level.ordinal()].put(utf8, from, to, number);
      return number;
    }

    /** Returns what adds cells to one column; many of them cost less so than one by one. */
    public Adder adder(ColumnKey key) {
      return new Adder(key);
    }

    /** Adds cells to one column. */
    public final class Adder implements BiConsumer<UnitId, Cell> {
      private static final Values NONE = new Values(false);

      private final ColumnKey key;
      private final Numbering<UnitId> units;
      private @Nullable ColumnBuilder column;
      private Values values = NONE;

      private Adder(ColumnKey key) {
        this.key = key;
        this.units = units(key.level());
      }

      /** Adds a cell of a unit. */
      @Override
      public void accept(UnitId id, Cell cell) {
        if (id.level() != key.level()) {
          throw new IllegalArgumentException(
              id + " is a " + id.level() + ", but the column is about a " + key.level());
        }
        column().add(indexOf(id), cell);
      }

      /** Adds a cell of the unit with a number, see {@link Builder#number(UnitId)}. */
      public void add(int number, Cell cell) {
        ColumnBuilder to = column();
        to.room(units.size());
        to.add(Objects.checkIndex(number, units.size()), cell);
      }

      /** Adds a reported number of the unit with a number, in most cases without an object. */
      public void add(int number, double value) {
        if (number >= units.size() || !values.add(number, value)) {
          add(number, Cell.of(value));
        }
      }

      private ColumnBuilder column() {
        ColumnBuilder found = column;
        if (found == null) {
          found = columns.computeIfAbsent(key, ColumnBuilder::new);
          column = found;
          values = found.values();
        }
        return found;
      }
    }

    /** Notes where a column comes from. */
    public Builder source(ColumnKey key, Source source) {
      columns.computeIfAbsent(key, ColumnBuilder::new).source(source);
      return this;
    }

    /** Notes that every column so far without a source comes from this one. */
    public Builder source(Source source) {
      columns.values().forEach(column -> column.sourceIfNone(source));
      return this;
    }

    /**
     * Adds everything in another builder: what belongs to the same unit and column is added. For
     * parts of one source; sources that overlap are joined instead, see {@link Join}.
     *
     * @throws IllegalArgumentException if the other builder has another id scheme
     */
    public Builder merge(Builder other) {
      if (!scheme.equals(other.scheme)) {
        throw new IllegalArgumentException(
            "cannot merge ids of scheme " + other.scheme + " into " + scheme + ", join them");
      }
      EnumMap<Level, int[]> places = new EnumMap<>(Level.class);
      other.units.forEach((level, ids) -> places.put(level, units(level).addAll(ids)));
      places.forEach(
          (level, place) -> {
            parents(level).merge(other.parents(level), place, Builder::smaller);
            lines(level).merge(other.lines(level), place, Math::min);
          });
      List<UnitId> schools = other.units(Level.SCHOOL).keys();
      other
          .schoolFacts
          .values()
          .forEach(of -> of.forEach((f, i) -> facts((SchoolId) schools.get(i), f)));
      List<UnitId> districts = other.units(Level.DISTRICT).keys();
      other
          .districtFacts
          .values()
          .forEach(of -> of.forEach((f, i) -> facts((DistrictId) districts.get(i), f)));
      other.aliases.forEach((s, codes) -> codes.forEach((id, code) -> alias(id, s, code)));
      other.columns.forEach(
          (key, column) ->
              columns
                  .computeIfAbsent(key, ColumnBuilder::new)
                  .merge(column, places.getOrDefault(key.level(), EMPTY)));
      return this;
    }

    /** Returns the finished store. */
    public EquityData build() {
      return new EquityData(this);
    }
  }
}
