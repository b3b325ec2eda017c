package org.resourceequity.benchmarks.tasks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.io.Notices;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Tables;

/**
 * The detail rows of a membership file in memory: school and race by number, and the id's bytes.
 */
final class GroupRows {

  /** Bytes of a school's id. */
  static final int ID = 12;

  /** How many students are said to be in a row that has no number. */
  static final int NOT_REPORTED = -1;

  private static final int FEWEST = 1 << 20;

  final List<String> schools = new ArrayList<>();
  final List<String> races = new ArrayList<>();
  int[] school = new int[FEWEST];
  byte[] race = new byte[FEWEST];
  int[] students = new int[FEWEST];
  byte[] ids = {};
  int size;

  /** Reads the rows in the order of the file. */
  static GroupRows read(Path membership) throws IOException {
    GroupRows rows = new GroupRows();
    Map<String, Integer> schools = new HashMap<>();
    Map<String, Integer> races = new HashMap<>();
    Tables.open(membership, new Notices())
        .get(0)
        .forEach(
            row -> {
              if (row.get("TOTAL_INDICATOR").startsWith("Category Set A")) {
                rows.add(row, schools, races);
              }
            });
    rows.fillIds();
    return rows;
  }

  private void add(Row row, Map<String, Integer> schoolsSoFar, Map<String, Integer> racesSoFar) {
    if (size == school.length) {
      school = Arrays.copyOf(school, 2 * size);
      race = Arrays.copyOf(race, 2 * size);
      students = Arrays.copyOf(students, 2 * size);
    }
    school[size] = number(row.get("NCESSCH"), schoolsSoFar, schools);
    race[size] = (byte) number(row.get("RACE_ETHNICITY"), racesSoFar, races);
    String count = row.get("STUDENT_COUNT");
    students[size] = count.isEmpty() ? NOT_REPORTED : Integer.parseInt(count);
    size++;
  }

  private static int number(String text, Map<String, Integer> soFar, List<String> texts) {
    Integer known = soFar.putIfAbsent(text, texts.size());
    if (known != null) {
      return known;
    }
    texts.add(text);
    return texts.size() - 1;
  }

  private void fillIds() {
    byte[][] texts = new byte[schools.size()][];
    Arrays.setAll(texts, i -> schools.get(i).getBytes(StandardCharsets.UTF_8));
    ids = new byte[ID * size];
    for (int row = 0; row < size; row++) {
      System.arraycopy(texts[school[row]], 0, ids, ID * row, ID);
    }
  }
}
