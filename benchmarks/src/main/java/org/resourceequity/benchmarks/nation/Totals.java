package org.resourceequity.benchmarks.nation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was written for one year, counted while it was written, and of each state the schools that
 * reported students, meals and teachers, for whoever checks what was read against it.
 */
final class Totals {

  /** Schools of a state with students, meals and teachers. */
  static final class Complete {
    private long schools;
    private long students;
    private long eligible;
    private long teachers;
  }

  long rows;
  long detailRows;
  long schools;
  long students;
  long cells;
  long sumOfSquares;
  long notReported;
  long eligible;
  long teachers;
  long federal;
  long stateAndLocal;
  final long[] byRace = new long[School.RACES.length];
  private final Map<String, Complete> complete = new TreeMap<>();

  void complete(String state, long students, long eligible, long teachers) {
    Complete sums = complete.computeIfAbsent(state, s -> new Complete());
    sums.schools++;
    sums.students += students;
    sums.eligible += eligible;
    sums.teachers += teachers;
  }

  /** Writes the totals as JSON; teachers are full-time equivalents. */
  void write(Path path) throws IOException {
    StringBuilder json = new StringBuilder("{\n");
    number(json, "rows", rows);
    number(json, "detailRows", detailRows);
    number(json, "schools", schools);
    number(json, "students", students);
    number(json, "cellsBySchoolAndRace", cells);
    number(json, "sumOfSquares", sumOfSquares);
    number(json, "detailRowsNotReported", notReported);
    number(json, "eligibleForMeals", eligible);
    json.append("  \"teachers\": ").append(fte(teachers)).append(",\n");
    number(json, "federalDollars", federal);
    number(json, "stateAndLocalDollars", stateAndLocal);
    json.append("  \"studentsByRace\": {");
    for (int r = 0; r < byRace.length; r++) {
      json.append(r == 0 ? "" : ",")
          .append("\n    \"")
          .append(School.RACES[r])
          .append("\": ")
          .append(byRace[r]);
    }
    json.append("\n  },\n  \"schoolsWithStudentsMealsAndTeachers\": {");
    String separator = "\n";
    for (Map.Entry<String, Complete> state : complete.entrySet()) {
      Complete sums = state.getValue();
      json.append(separator)
          .append("    \"")
          .append(state.getKey())
          .append("\": {\"schools\": ")
          .append(sums.schools)
          .append(", \"students\": ")
          .append(sums.students)
          .append(", \"eligible\": ")
          .append(sums.eligible)
          .append(", \"teachers\": ")
          .append(fte(sums.teachers))
          .append("}");
      separator = ",\n";
    }
    Files.writeString(path, json.append("\n  }\n}\n"));
  }

  private static void number(StringBuilder json, String name, long value) {
    json.append("  \"").append(name).append("\": ").append(value).append(",\n");
  }

  private static String fte(long hundredths) {
    return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
  }
}
