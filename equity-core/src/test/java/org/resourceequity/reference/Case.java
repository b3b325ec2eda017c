package org.resourceequity.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Units;
import tools.jackson.databind.JsonNode;

/**
 * One case: the number that another program gives, and the data and parameters it was given. What a
 * figure needs is built here: {@link #distribution()}, {@link #table()}, {@link #pair()}, {@link
 * #paired()}, {@link #groupedValues}, {@link #risks()}, {@link #change()}.
 *
 * <p>A name is looked up among the parameters, then among the inputs that stand in the case.
 */
final class Case {

  private static final String ALL_OTHERS = "all other groups";

  private final JsonNode json;
  private final JsonNode parameters;
  private final JsonNode inputs;
  private final Datasets datasets;

  Case(JsonNode json, Datasets datasets) {
    this.json = json;
    this.parameters = json.has("parameters") ? json.get("parameters") : json.path("params");
    this.inputs = json.path("inputs");
    this.datasets = datasets;
  }

  // What it is.

  /** Returns the id. */
  String id() {
    return json.path("id").asString("without id");
  }

  /** Returns the name of the quantity, in the words of its file. */
  String metric() {
    return json.path("metric").asString("without metric");
  }

  /** Returns the names under which a table may know the case, the most specific first. */
  List<String> names() {
    return isPeer() ? List.of(catalogId() + ": " + metric(), catalogId()) : List.of(metric());
  }

  /** Returns the key in the metric specification, empty where the file has none. */
  String catalogId() {
    return json.path("catalogId").asString("");
  }

  /** Returns "value", "peer-behaviour", "peer-test" ... */
  String kind() {
    return json.path("kind").asString("value");
  }

  /** Returns the dataset, with "a -> b" or "a + b" for two; empty for inputs in the case. */
  String dataset() {
    String words = json.path("dataset").asString("");
    return isPeer()
        ? Arrays.stream(words.split(" \\+ ", -1))
            .map(name -> name.split(" ", 2)[0])
            .collect(Collectors.joining(" + "))
        : words;
  }

  /** Returns whether the case has the form of {@code peer-values.json}. */
  boolean isPeer() {
    return json.has("catalogId");
  }

  /** Returns the caveats. */
  String note() {
    return json.path("note").asString("");
  }

  /** Returns the whole case. */
  JsonNode json() {
    return json;
  }

  @Override
  public String toString() {
    return id();
  }

  // Parameters.

  /** Returns whether there is a parameter or input. */
  boolean has(String name) {
    return find(name).isPresent();
  }

  private Optional<JsonNode> find(String name) {
    for (JsonNode place : List.of(parameters, inputs)) {
      if (place.hasNonNull(name)) {
        return Optional.of(place.get(name));
      }
    }
    return Optional.empty();
  }

  private JsonNode need(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException(id() + " has no \"" + name + "\""));
  }

  /** Returns a parameter as text. */
  String text(String name) {
    return need(name).asString();
  }

  /** Returns a parameter as text, or something else if the case has none. */
  String text(String name, String otherwise) {
    return find(name).map(JsonNode::asString).orElse(otherwise);
  }

  /** Returns a parameter as texts. */
  List<String> texts(String name) {
    return need(name).valueStream().map(JsonNode::asString).toList();
  }

  /** Returns a parameter as a number. */
  double number(String name) {
    return need(name).asDouble();
  }

  /** Returns a parameter as a number, or something else if the case has none. */
  double number(String name, double otherwise) {
    return find(name).map(JsonNode::asDouble).orElse(otherwise);
  }

  /** Returns a parameter as numbers; a single number is a list of one. */
  double[] numbers(String name) {
    JsonNode value = need(name);
    return value.isArray()
        ? value.valueStream().mapToDouble(JsonNode::asDouble).toArray()
        : new double[] {value.asDouble()};
  }

  /** Returns a parameter as rows of numbers. */
  double[][] matrix(String name) {
    return need(name)
        .valueStream()
        .map(row -> row.valueStream().mapToDouble(JsonNode::asDouble).toArray())
        .toArray(double[][]::new);
  }

  /** Returns what a result in nats is divided by to have the case's "base" of the logarithm. */
  double natsPerUnit() {
    String base = text("base", "e");
    return base.equals("e") ? 1 : Math.log(Double.parseDouble(base));
  }

  // Samples.

  /** Returns the rows, filtered as the case says. */
  Data data() {
    return data(dataset());
  }

  private Data data(String dataset) {
    if (dataset.isEmpty()) {
      return inline();
    }
    JsonNode filter = json.path("filter");
    return datasets.once(
        dataset + filter,
        () -> filter.isMissingNode() ? datasets.get(dataset) : datasets.get(dataset).where(filter));
  }

  private Data inline() {
    Map<String, String[]> columns = new LinkedHashMap<>();
    inputs.forEachEntry(
        (name, value) -> {
          if (value.isArray() && !value.isEmpty() && !value.get(0).isArray()) {
            columns.put(name, value.valueStream().map(JsonNode::asString).toArray(String[]::new));
          }
        });
    return new Data(columns);
  }

  /**
   * Returns the values of the column named by the parameter "column", weighted as the case says.
   */
  Distribution distribution() {
    return distribution(text("column", dataset().isEmpty() && has("b") ? "b" : "x"));
  }

  /** Returns the values of a column or an expression, weighted as the case says. */
  Distribution distribution(String column) {
    Data rows = weighed(column);
    return once(
        "distribution " + column,
        () -> {
          Units units = Units.numbered(rows.size());
          return Distribution.of(units, rows.numbers(column), weights(rows));
        });
  }

  /** Returns the groups of the rows of {@link #distribution()}, by the parameter "group". */
  Partition partition() {
    return partition(dataset().isEmpty() ? "group" : text("group", "group"));
  }

  /** Returns the groups of the rows of {@link #distribution()} by a column, or by "a + b". */
  Partition partition(String by) {
    return Partition.of(Arrays.asList(weighed(text("column", "x")).texts(by)));
  }

  /** Returns the rows in which these columns and the weight are known. */
  Data weighed(String... columns) {
    List<String> needed = new ArrayList<>(Arrays.asList(columns));
    weightColumn().ifPresent(needed::add);
    return once("present " + needed, () -> data().present(needed.toArray(String[]::new)));
  }

  private Optional<String> weightColumn() {
    String named = json.path("weights").asString("");
    if (!named.isEmpty() && !named.equals("counts")) {
      return Optional.of(named);
    }
    return has("w") ? Optional.of("w") : Optional.empty();
  }

  /** Returns the weights of rows; 1 each if the case has none. */
  double[] weights(Data rows) {
    return weightColumn().map(rows::numbers).orElseGet(() -> ones(rows.size()));
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * Returns a value by a ranking variable: the parameters "outcome" and "ranked_by", else "y" and
   * "x", else the inputs "y" and "rank".
   */
  PairedSample paired() {
    return paired(
        text("outcome", dataset().isEmpty() ? "y" : text("y", "y")),
        text("ranked_by", dataset().isEmpty() ? "rank" : text("x", "x")));
  }

  /** Returns a value by covariates, each a column or an expression; the first is need. */
  PairedSample paired(String value, String... covariates) {
    List<String> columns = new ArrayList<>(List.of(value));
    Collections.addAll(columns, covariates);
    Data rows = weighed(columns.toArray(String[]::new));
    return once(
        "paired " + columns,
        () -> {
          Map<String, double[]> needs = new LinkedHashMap<>();
          Arrays.stream(covariates).forEach(name -> needs.put(name, rows.numbers(name)));
          return PairedSample.of(
              Units.numbered(rows.size()), rows.numbers(value), weights(rows), needs);
        });
  }

  /** Returns values that two groups of rows have: those with "split_by" above "cut", the others. */
  GroupedValues split() {
    String column = text("column");
    String by = text("split_by");
    Data rows = data().present(column, by);
    double[] need = rows.numbers(by);
    double cut = number("cut");
    double[][] members = new double[2][need.length];
    for (int i = 0; i < need.length; i++) {
      members[need[i] > cut ? 0 : 1][i] = 1;
    }
    return GroupedValues.of(
        Units.numbered(need.length),
        rows.numbers(column),
        List.of("above", "at or below"),
        members);
  }

  /** Returns a value that groups meet, with their members, all columns or expressions. */
  GroupedValues groupedValues(String value, String... groups) {
    Data rows = data().present(value).present(groups);
    return GroupedValues.of(
        units(rows, Units.numbered(rows.size()).keys(), first(rows.size())),
        rows.numbers(value),
        List.of(groups),
        Arrays.stream(groups).map(rows::numbers).toArray(double[][]::new));
  }

  /** Returns the table of all groups by unit, in the levels that the data have. */
  CrossTab table() {
    return once("table", () -> table(dataset()));
  }

  /** Returns the tables of both periods of a dataset "a -> b" or "a + b". */
  Change<CrossTab> change() {
    String[] both = dataset().split(" -> | \\+ ", -1);
    return once("change", () -> new Change<>(table(both[0]), table(both[1])));
  }

  private CrossTab table(String dataset) {
    if (dataset.isEmpty()) {
      return inlineTable();
    }
    Data rows = data(dataset);
    String groups = groupColumn(rows);
    return groups.isEmpty() ? wideTable(rows) : longTable(rows, groups);
  }

  private CrossTab inlineTable() {
    if (has("counts")) {
      double[][] counts = matrix("counts");
      List<String> names = new ArrayList<>();
      for (int g = 0; g < counts[0].length; g++) {
        names.add("g" + (g + 1));
      }
      return CrossTab.of(Units.numbered(counts.length), names, transposed(counts));
    }
    double[] group = numbers("group");
    if (has("total")) {
      return CrossTab.againstRest(Units.numbered(group.length), "group", group, numbers("total"));
    }
    return CrossTab.of(
        Units.numbered(group.length),
        List.of("group", "other"),
        new double[][] {group, numbers(has("other") ? "other" : "others")});
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] turned = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int g = 0; g < turned.length; g++) {
        turned[g][i] = matrix[i][g];
      }
    }
    return turned;
  }

  /** One row per unit, one column of counts per group. */
  private CrossTab wideTable(Data rows) {
    List<String> groups =
        has("groups") ? texts("groups") : rows.names().stream().filter(Datasets::isGroup).toList();
    double[][] counts = groups.stream().map(rows::numbers).toArray(double[][]::new);
    String[] unit = rows.texts(unitColumn(rows));
    if (List.of(unit).stream().distinct().count() == unit.length) {
      return CrossTab.of(units(rows, Arrays.asList(unit), first(unit.length)), groups, counts);
    }
    return CrossTab.of(Units.numbered(unit.length), groups, counts)
        .pool(Partition.of(Arrays.asList(unit)));
  }

  /** The column that names the group of a row; empty if each group has a column. */
  private String groupColumn(Data rows) {
    if (rows.names().contains("race")) {
      return "race";
    }
    String usual = rows.names().contains("ethnic_group") ? "ethnic_group" : "";
    String named = text("ordered_groups", usual).split(" ", 2)[0];
    Optional<JsonNode> groups = find("groups").filter(JsonNode::isString);
    return groups.map(node -> node.asString().replace(" x ", " + ")).orElse(named);
  }

  /** One row per unit and group, or one per member where there is no column "n". */
  private CrossTab longTable(Data rows, String groupColumn) {
    String[] unit = rows.texts(unitColumn(rows));
    String[] race = rows.texts(groupColumn);
    double[] count = rows.names().contains("n") ? rows.numbers("n") : ones(rows.size());
    Map<String, Integer> units = new LinkedHashMap<>();
    Map<String, Integer> groups = new LinkedHashMap<>();
    List<String> order =
        find("groups").map(JsonNode::isArray).orElse(false)
            ? texts("groups")
            : Arrays.stream(race).distinct().sorted().toList();
    order.forEach(name -> groups.put(name, groups.size()));
    List<Integer> firstRow = new ArrayList<>();
    for (int i = 0; i < unit.length; i++) {
      if (units.putIfAbsent(unit[i], units.size()) == null) {
        firstRow.add(i);
      }
      groups.putIfAbsent(race[i], groups.size());
    }
    double[][] counts = new double[groups.size()][units.size()];
    for (int i = 0; i < unit.length; i++) {
      counts[groups.getOrDefault(race[i], 0)][units.getOrDefault(unit[i], 0)] += count[i];
    }
    return CrossTab.of(
        units(
            rows,
            List.copyOf(units.keySet()),
            firstRow.stream().mapToInt(Integer::intValue).toArray()),
        List.copyOf(groups.keySet()),
        counts);
  }

  private String unitColumn(Data rows) {
    String unit = text("unit", rows.names().contains("school") ? "school" : "");
    if (rows.names().contains("ethnic_group")) {
      return "school_id";
    }
    if (unit.equals("district") && rows.names().contains("district_id")) {
      return "district_id";
    }
    if (!unit.isEmpty()) {
      return unit;
    }
    boolean byGrade = rows.names().contains("grade_level");
    if (rows.names().contains("campus_id")) {
      return "district_id + campus_id" + (byGrade ? " + grade_level" : "");
    }
    return "unit";
  }

  /** The units, with the levels "state", "district" and "school" as far as the data have them. */
  private static Units units(Data rows, List<String> keys, int[] firstRow) {
    Map<String, String> columns = new LinkedHashMap<>();
    if (rows.names().contains("grade_level")) {
      columns.put("school", "district_id + campus_id");
    }
    columns.put("district", rows.names().contains("district_id") ? "district_id" : "district");
    columns.put("state", "state");
    Units units = Units.of(keys);
    for (Map.Entry<String, String> level : columns.entrySet()) {
      if (rows.names().contains(level.getValue().split(" ", -1)[0])) {
        String[] parents = rows.texts(level.getValue());
        units =
            units.within(
                level.getKey(), Arrays.stream(firstRow).mapToObj(i -> parents[i]).toList());
      }
    }
    return units;
  }

  private static int[] first(int count) {
    int[] rows = new int[count];
    Arrays.setAll(rows, i -> i);
    return rows;
  }

  /**
   * Returns the table of the two groups "group_a" and "group_b" alone, where the second may be all
   * other groups together; without names, of the first two groups; with "groupColumn", of that
   * group against the rest.
   */
  CrossTab pair() {
    List<String> groups = table().groups();
    if (has("groupColumn")) {
      return pair(groups.get((int) number("groupColumn")), ALL_OTHERS);
    }
    return pair(text("group_a", groups.get(0)), text("group_b", groups.get(1)));
  }

  /** Returns the table of two groups alone; the second may be "all other groups". */
  CrossTab pair(String group, String other) {
    CrossTab all = table();
    return once(
        "pair " + group + " " + other,
        () -> {
          int a = all.groups().indexOf(group);
          int b = all.groups().indexOf(other);
          double[][] counts = new double[2][all.size()];
          for (int i = 0; i < all.size(); i++) {
            counts[0][i] = all.count(a, i);
            counts[1][i] =
                other.equals(ALL_OTHERS) ? all.unitTotal(i) - counts[0][i] : all.count(b, i);
          }
          return CrossTab.of(all.units(), List.of(group, other), counts);
        });
  }

  /** Returns the position of the unit or part that a parameter names: "of_unit", "of". */
  int place(List<String> keys, String parameter) {
    int found = keys.indexOf(text(parameter));
    if (found < 0) {
      throw new IllegalArgumentException("no \"" + text(parameter) + "\" among " + keys);
    }
    return found;
  }

  /**
   * Returns events and members by group of one of the handmade districts; the group in focus is the
   * parameter "group", if there is one. "comparison" is for the table to read.
   */
  RiskCounts risks() {
    return risks("a", "n");
  }

  /** Returns the same counts of the State that the district is compared with. */
  RiskCounts stateRisks() {
    return risks("state_a", "state_n");
  }

  private RiskCounts risks(String events, String people) {
    Data rows = data();
    List<String> groups = Arrays.asList(rows.texts("group"));
    RiskCounts counts =
        RiskCounts.of(
            Units.of(List.of("district")),
            groups,
            column(rows.numbers(events)),
            column(rows.numbers(people)));
    return has("group") ? counts.focusOn(text("group")) : counts;
  }

  private static double[][] column(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
  }

  private <T> T once(String what, Supplier<T> make) {
    return dataset().isEmpty()
        ? make.get()
        : datasets.once(
            dataset()
                + json.path("filter")
                + json.path("weights")
                + parameters.path("unit")
                + parameters.path("groups")
                + what,
            make);
  }
}
