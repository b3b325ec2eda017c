package org.resourceequity.io.edfi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.resourceequity.io.table.Row;

/** The columns of one table by their plain names. */
final class Fields {

  /** One of several elements, such as a characteristic, and when it holds. */
  record Item(int value, List<Period> periods) {}

  /** The columns of a beginning and an end; -1 where there is none. */
  record Period(int begin, int end) {}

  /** What the name of a column begins with that has the year of a row. */
  private static final Set<String> DATES =
      Set.of(
          "SchoolYear",
          "FiscalYear",
          "SchoolYearTypeReference",
          "CalendarReference",
          "SessionReference",
          "CourseOfferingReference",
          "SectionReference",
          "ChartOfAccountReference",
          "LocalAccountReference",
          "AccountReference");

  private final List<String> header;
  private final List<List<String>> parts;
  private final Set<Integer> used = new TreeSet<>();

  Fields(List<String> header) {
    this.header = header;
    this.parts = header.stream().map(Names::parts).toList();
  }

  /** Returns the columns whose name is just this one, as often as it is repeated. */
  List<Integer> all(String... names) {
    List<Integer> found = new ArrayList<>();
    for (String name : names) {
      for (int i = 0; i < parts.size(); i++) {
        if (String.join("/", parts.get(i)).equals(name)) {
          found.add(i);
        }
      }
    }
    used.addAll(found);
    return found;
  }

  /** Returns the columns that start with one name and end with another. */
  List<Integer> within(String first, String last) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      List<String> of = parts.get(i);
      if (of.size() > 1 && of.get(0).equals(first) && of.get(of.size() - 1).equals(last)) {
        found.add(i);
      }
    }
    used.addAll(found);
    return found;
  }

  /** Returns the columns whose names end with one of these, for whatever they are said. */
  Map<Integer, String> ending(Set<String> lasts) {
    Map<Integer, String> found = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String last = parts.get(i).get(parts.get(i).size() - 1);
      if (lasts.contains(last)) {
        found.put(i, last);
      }
    }
    return found;
  }

  /**
   * Returns the columns of the years that rows are about, their own or those of what they refer to;
   * the year in which a student will graduate or a charter was approved is another one.
   */
  Set<Integer> years() {
    Set<Integer> found = new TreeSet<>();
    for (int i = 0; i < parts.size(); i++) {
      List<String> of = parts.get(i);
      String last = of.get(of.size() - 1);
      if ((last.equals("SchoolYear") || last.equals("FiscalYear")) && DATES.contains(of.get(0))) {
        found.add(i);
      }
    }
    return found;
  }

  /** Returns elements that are repeated, with the periods in which each holds. */
  List<Item> items(String name) {
    List<Item> items = new ArrayList<>();
    for (int value : all(name)) {
      String element = element(header.get(value));
      Map<String, int[]> periods = new LinkedHashMap<>();
      for (int i = 0; i < parts.size(); i++) {
        List<String> of = parts.get(i);
        String last = of.get(of.size() - 1);
        boolean begin = last.equals("BeginDate");
        if (element(header.get(i)).equals(element) && (begin || last.equals("EndDate"))) {
          String in = header.get(i).substring(0, header.get(i).lastIndexOf('/') + 1);
          periods.computeIfAbsent(in, p -> new int[] {-1, -1})[begin ? 0 : 1] = i;
          used.add(i);
        }
      }
      items.add(
          new Item(value, periods.values().stream().map(p -> new Period(p[0], p[1])).toList()));
    }
    return items;
  }

  private static String element(String column) {
    int slash = column.indexOf('/');
    return slash < 0 ? column : column.substring(0, slash);
  }

  /** Notes that a column is read. */
  void use(int column) {
    used.add(column);
  }

  boolean has(String first) {
    return parts.stream().anyMatch(of -> of.get(0).equals(first));
  }

  String name(int column) {
    return header.get(column);
  }

  List<String> used() {
    return used.stream().map(header::get).toList();
  }

  List<String> unused() {
    List<String> unused = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (!used.contains(i)) {
        unused.add(header.get(i));
      }
    }
    return unused;
  }

  /** Returns the first text that is not empty. */
  static String first(Row row, List<Integer> columns) {
    for (int column : columns) {
      String text = row.get(column);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** Returns the values of descriptors. */
  static List<String> codes(Row row, List<Integer> columns) {
    return columns.stream().map(row::get).filter(t -> !t.isEmpty()).map(Names::code).toList();
  }
}
