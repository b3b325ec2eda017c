package org.resourceequity.reference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** Rows and named columns of text; an empty field is a missing number. */
final class Data {

  private final Map<String, String[]> columns;
  private final int size;
  private final Map<String, double[]> numbers = new HashMap<>();

  Data(Map<String, String[]> columns) {
    this.columns = new LinkedHashMap<>(columns);
    this.size = columns.isEmpty() ? 0 : columns.values().iterator().next().length;
  }

  /** Returns the rows of a CSV file, compressed or not. */
  static Data read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        CsvReader<CsvRecord> rows =
            CsvReader.builder().ofCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      List<String> header = new ArrayList<>();
      List<List<String>> fields = new ArrayList<>();
      for (CsvRecord row : rows) {
        if (header.isEmpty()) {
          header.addAll(row.getFields());
          header.forEach(name -> fields.add(new ArrayList<>()));
        } else {
          for (int c = 0; c < fields.size(); c++) {
            fields.get(c).add(row.getField(c));
          }
        }
      }
      Map<String, String[]> columns = new LinkedHashMap<>();
      for (int c = 0; c < fields.size(); c++) {
        columns.put(header.get(c), fields.get(c).toArray(String[]::new));
      }
      return new Data(columns);
    }
  }

  /** Returns the number of rows. */
  int size() {
    return size;
  }

  /** Returns the names of the columns. */
  Set<String> names() {
    return columns.keySet();
  }

  /** Returns the text of a column, or of several written as "a + b" and then joined by "-". */
  String[] texts(String name) {
    String[] found = columns.get(name);
    if (found != null) {
      return found;
    }
    String[] parts = name.split(" \\+ ", -1);
    if (parts.length == 1) {
      throw new IllegalArgumentException("no column \"" + name + "\" among " + names());
    }
    String[] joined = texts(parts[0]).clone();
    for (int p = 1; p < parts.length; p++) {
      String[] more = texts(parts[p]);
      Arrays.setAll(joined, i -> joined[i] + "-" + more[i]);
    }
    return joined;
  }

  /** Returns the numbers of a column or of an expression of columns; missing ones are NaN. */
  double[] numbers(String expression) {
    return numbers.computeIfAbsent(
        expression,
        text ->
            columns.containsKey(text)
                ? parsed(text)
                : Expression.evaluate(text, size, this::parsed));
  }

  private double[] parsed(String name) {
    return Arrays.stream(texts(name))
        .mapToDouble(field -> field.isEmpty() ? Double.NaN : Double.parseDouble(field))
        .toArray();
  }

  /** Returns the rows for which all conditions of a case hold. */
  Data where(JsonNode filter) {
    Data rows = this;
    for (JsonNode condition : filter) {
      rows = rows.matching(condition);
    }
    return rows;
  }

  private Data matching(JsonNode condition) {
    String column = condition.get("column").asString();
    String op = condition.get("op").asString();
    JsonNode value = condition.get("value");
    String[] texts = texts(column);
    if (op.equals("present")) {
      return rows(i -> !texts[i].isEmpty());
    }
    if (op.equals("in")) {
      return rows(i -> value.valueStream().anyMatch(v -> equal(texts[i], v)));
    }
    if (op.equals("==") || op.equals("!=")) {
      return rows(i -> !texts[i].isEmpty() && equal(texts[i], value) == op.equals("=="));
    }
    double[] numbers = numbers(column);
    double bound = value.asDouble();
    return switch (op) {
      case ">" -> rows(i -> numbers[i] > bound);
      case ">=" -> rows(i -> numbers[i] >= bound);
      case "<" -> rows(i -> numbers[i] < bound);
      case "<=" -> rows(i -> numbers[i] <= bound);
      default -> throw new IllegalArgumentException("unknown comparison \"" + op + "\"");
    };
  }

  private static boolean equal(String text, JsonNode value) {
    return value.isNumber()
        ? !text.isEmpty() && Double.parseDouble(text) == value.asDouble()
        : text.equals(value.asString());
  }

  /** Returns the rows in which all these numbers are known. */
  Data present(String... expressions) {
    double[][] needed = Arrays.stream(expressions).map(this::numbers).toArray(double[][]::new);
    return rows(i -> Arrays.stream(needed).noneMatch(column -> Double.isNaN(column[i])));
  }

  /** Returns some of the rows. */
  Data rows(IntPredicate chosen) {
    int[] rows = IntStream.range(0, size).filter(chosen).toArray();
    if (rows.length == size) {
      return this;
    }
    Map<String, String[]> some = new LinkedHashMap<>();
    columns.forEach(
        (name, texts) ->
            some.put(name, Arrays.stream(rows).mapToObj(i -> texts[i]).toArray(String[]::new)));
    return new Data(some);
  }
}
