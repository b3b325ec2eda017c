package org.resourceequity.io.urban;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What to ask the Education Data Portal for: one year of one topic, perhaps divided further, and
 * perhaps only some rows.
 *
 * <pre>{@code
 * UrbanQuery.of("schools", "ccd", "enrollment", 2018).by("grade-8", "race").where("fips", "25")
 * }</pre>
 *
 * @param level "schools" or "school-districts"
 * @param source such as "ccd", "saipe" or "edfacts"
 * @param topic such as "directory", "enrollment" or "finance"; empty for a source without topics
 * @param year as the portal counts them: the year of autumn, so that 2018 is 2018-19
 * @param by what follows the year in the address, such as "grade-8" and then "race"
 * @param filters what the variables of a row must be; several texts have commas between
 */
public record UrbanQuery(
    String level,
    String source,
    String topic,
    int year,
    List<String> by,
    SortedMap<String, String> filters) {

  private static final int LONGEST_NAME = 200;

  /** Checks that all parts can stand in an address and in the name of a file. */
  public UrbanQuery {
    by = List.copyOf(by);
    filters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(filters));
    check("level", level, "[a-z][a-z0-9-]*");
    check("source", source, "[a-z][a-z0-9-]*");
    check("topic", topic, "([a-z][a-z0-9-]*)?");
    if (year < 1900 || year > 2999) {
      throw new IllegalArgumentException("year is " + year + ", expected one such as 2018");
    }
    by.forEach(part -> check("by", part, "[a-z][a-z0-9-]*"));
    filters.forEach(
        (variable, value) -> {
          check("filter", variable, "[a-z][a-z0-9_]*");
          check("filter " + variable, value, "[A-Za-z0-9_.,-]+");
        });
    String name = name(level, source, topic, year, by, filters);
    if (name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the query is "
              + name.length()
              + " characters long, expected at most "
              + LONGEST_NAME
              + ": ask for fewer values at a time");
    }
  }

  private static void check(String what, String text, String regex) {
    if (!text.matches(regex)) {
      throw new IllegalArgumentException(what + " is \"" + text + "\", expected " + regex);
    }
  }

  /** Returns a query for all rows of a topic in a year. */
  public static UrbanQuery of(String level, String source, String topic, int year) {
    return new UrbanQuery(level, source, topic, year, List.of(), new TreeMap<>());
  }

  /** Returns this query, divided further, such as by "race" and "sex" or only of "grade-8". */
  public UrbanQuery by(String... parts) {
    List<String> all = new ArrayList<>(by);
    all.addAll(List.of(parts));
    return new UrbanQuery(level, source, topic, year, all, filters);
  }

  /** Returns this query for the rows in which a variable has one of these values. */
  public UrbanQuery where(String variable, String... values) {
    SortedMap<String, String> all = new TreeMap<>(filters);
    all.put(variable, String.join(",", values));
    return new UrbanQuery(level, source, topic, year, by, all);
  }

  /** Returns the address of the first page, relative to that of the portal. */
  String address() {
    StringBuilder address = new StringBuilder(level).append('/').append(source).append('/');
    if (!topic.isEmpty()) {
      address.append(topic).append('/');
    }
    address.append(year).append('/');
    by.forEach(part -> address.append(part).append('/'));
    return filters.isEmpty() ? address.toString() : address + "?" + pairs(filters, "&");
  }

  private static String name(
      String level,
      String source,
      String topic,
      int year,
      List<String> by,
      Map<String, String> filters) {
    List<String> parts = new ArrayList<>(List.of(level, source));
    if (!topic.isEmpty()) {
      parts.add(topic);
    }
    parts.add(String.valueOf(year));
    parts.addAll(by);
    if (!filters.isEmpty()) {
      parts.add(pairs(filters, "_"));
    }
    return String.join("_", parts);
  }

  private static String pairs(Map<String, String> filters, String between) {
    return filters.entrySet().stream()
        .map(filter -> filter.getKey() + "=" + filter.getValue())
        .collect(Collectors.joining(between));
  }

  /** Returns the query as the name of a file. */
  @Override
  public String toString() {
    return name(level, source, topic, year, by, filters);
  }
}
