package org.resourceequity.benchmarks.tasks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.ReadOptions;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Column;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.UnitId;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;

/** The students of each race in each school, as a membership file of the Common Core has them. */
final class SchoolsByRace {

  private static final String BLACK = "Black or African American";
  private static final String WHITE = "White";

  private SchoolsByRace() {}

  /** Reads these counts only. */
  static EquityData read(ReadOptions options, Path membership) {
    return EquityFiles.read(options.dividedBy(Attribute.RACE), membership).data();
  }

  /** Returns the columns of schools, one for each race and year. */
  static List<Column> columns(EquityData data) {
    return data.columns().values().stream().filter(column -> isByRace(column.key())).toList();
  }

  private static boolean isByRace(ColumnKey key) {
    return key.level() == Level.SCHOOL
        && key.group().is().size() == 1
        && key.group().is().get(0).by() == Attribute.RACE;
  }

  /**
   * Returns the counts of one year, 0 where they are not known; the focus is on black and white.
   */
  static CrossTab table(EquityData data) {
    List<String> schools = new ArrayList<>();
    List<String> districts = new ArrayList<>();
    List<String> states = new ArrayList<>();
    for (UnitId school : data.units(Level.SCHOOL)) {
      String district = data.parent(school).orElseThrow().code();
      schools.add(school.code());
      districts.add(district);
      states.add(district.substring(0, 2));
    }
    List<Column> columns = columns(data);
    List<String> races = new ArrayList<>();
    double[][] counts = new double[columns.size()][schools.size()];
    for (int race = 0; race < counts.length; race++) {
      Column column = columns.get(race);
      races.add(race(column.key().group()));
      Arrays.setAll(counts[race], i -> column.isKnown(i) ? column.value(i) : 0);
    }
    return CrossTab.of(
            Units.of(schools).within("district", districts).within("state", states), races, counts)
        .focusOn(BLACK, WHITE);
  }

  /** Returns the name by which other programs look for a race. */
  private static String race(Group group) {
    if (group.equals(Groups.BLACK)) {
      return BLACK;
    }
    return group.equals(Groups.WHITE) ? WHITE : group.is().get(0).code();
  }

  /** Writes a table as the other programs read it. */
  static void write(CrossTab table, Path file) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.print("ST,LEAID,NCESSCH,RACE_ETHNICITY,n\n");
      for (int school = 0; school < table.size(); school++) {
        String key = table.units().key(school);
        String above = key.substring(0, 2) + "," + key.substring(0, 7) + "," + key;
        for (int race = 0; race < table.groups().size(); race++) {
          long students = (long) table.count(race, school);
          out.print(above + "," + table.groups().get(race) + "," + students + "\n");
        }
      }
    }
  }
}
