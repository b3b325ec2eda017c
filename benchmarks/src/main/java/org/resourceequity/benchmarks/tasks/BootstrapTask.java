package org.resourceequity.benchmarks.tasks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.resourceequity.inference.Bootstrap;
import org.resourceequity.inference.Resampled;
import org.resourceequity.io.Notices;
import org.resourceequity.io.table.Table;
import org.resourceequity.io.table.Tables;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;
import org.resourceequity.segregation.SegregationMetrics;

/**
 * Draws the students of a table anew and measures the mutual information of each replicate; the
 * table has the columns {@code school}, {@code race} and {@code n}.
 *
 * <pre>
 * java -cp benchmarks.jar org.resourceequity.benchmarks.tasks.BootstrapTask FILE [REPLICATES [ROUNDS]]
 * </pre>
 */
public final class BootstrapTask {

  private static final long SEED = 20240917;

  private BootstrapTask() {}

  /** Reads, then draws round by round. */
  public static void main(String[] args) throws IOException {
    CrossTab table = read(Tables.open(Path.of(args[0]), new Notices()).get(0));
    int replicates = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 8;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      Resampled result =
          Bootstrap.byStudents(replicates, SEED)
              .run(SegregationMetrics.MUTUAL_INFORMATION, table)
              .get();
      System.out.printf(
          "replicates=%d wall_s=%s M=%.12f se=%.6g bias=%.6g%n",
          replicates, Timed.since(start), result.debiased(), result.standardError(), result.bias());
    }
  }

  private static CrossTab read(Table rows) throws IOException {
    Map<String, Map<String, Double>> schools = new TreeMap<>();
    TreeSet<String> races = new TreeSet<>();
    rows.forEach(
        row -> {
          races.add(row.get("race"));
          schools
              .computeIfAbsent(row.get("school"), school -> new TreeMap<>())
              .merge(row.get("race"), Double.valueOf(row.get("n")), Double::sum);
        });
    double[][] counts =
        races.stream()
            .map(race -> schools.values().stream().map(of -> of.getOrDefault(race, 0.0)))
            .map(column -> column.mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    return CrossTab.of(
        Units.of(Arrays.asList(schools.keySet().toArray(new String[0]))),
        Arrays.asList(races.toArray(new String[0])),
        counts);
  }
}
