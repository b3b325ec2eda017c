package org.resourceequity.benchmarks.tasks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.resourceequity.io.ReadOptions;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Units;
import org.resourceequity.segregation.SegregationMetrics;

/**
 * Measures every district and splits the nation's segregation by level, from the school x race
 * table of a membership file, which is written for other programs if it is not there.
 *
 * <pre>
 * java -cp benchmarks.jar org.resourceequity.benchmarks.tasks.DistrictsTask FILE TABLE [ROUNDS]
 * </pre>
 */
public final class DistrictsTask {

  private DistrictsTask() {}

  /** Reads, then measures round by round. */
  public static void main(String[] args) throws IOException {
    CrossTab table =
        SchoolsByRace.table(
            SchoolsByRace.read(ReadOptions.DEFAULT.withoutChecksums(), Path.of(args[0])));
    if (!Files.exists(Path.of(args[1]))) {
      SchoolsByRace.write(table, Path.of(args[1]));
    }
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    Units bare = Units.of(table.units().keys());
    List<String> ofDistricts = parents(table.units().by("district"));
    List<String> ofStates = parents(table.units().by("state"));
    for (int round = 0; round < rounds; round++) {
      CrossTab counts = again(table);
      long start = System.nanoTime();
      // To find the schools of each district is part of the task.
      CrossTab schools =
          counts.withUnits(bare.within("district", ofDistricts).within("state", ofStates));
      double[][] measures = Districts.measures(schools);
      Districts.Nested nested = Districts.nested(schools);
      double h = SegregationMetrics.THEIL_H.formula(schools);
      String seconds = Timed.since(start);
      System.out.printf(
          "M=%.12f H=%.12f states=%.12f districts=%.12f schools=%.12f D=%.12f compute_s=%s%n",
          nested.all(),
          h,
          nested.states(),
          nested.districts(),
          nested.schools(),
          Districts.meanDissimilarity(measures).orElse(Double.NaN),
          seconds);
    }
  }

  private static List<String> parents(Partition level) {
    return IntStream.range(0, level.size())
        .mapToObj(school -> level.labels().get(level.part(school)))
        .toList();
  }

  /** Returns a table of its own for a round, so that none finds what another worked out. */
  private static CrossTab again(CrossTab table) {
    double[][] counts = new double[table.groups().size()][];
    Arrays.setAll(counts, table::members);
    return CrossTab.of(table.units(), table.groups(), counts)
        .focusOn(table.groups().get(table.focus()), table.groups().get(table.comparison()));
  }
}
