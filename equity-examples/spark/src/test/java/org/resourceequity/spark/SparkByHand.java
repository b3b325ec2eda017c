package org.resourceequity.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;

/**
 * Compares Spark with one machine on a file of any size, by hand:
 *
 * <pre>
 * mvn test -Pspark -pl equity-examples/spark -am -Dtest=SparkByHand \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dequity.spark.table=ccd_sch_052_2223_l_made_up.csv
 * </pre>
 *
 * <p>A mapping may be named by {@code equity.spark.mapping}.
 */
class SparkByHand {

  @TempDir Path folder = Path.of("");

  @Test
  void oneMachineAndSparkGiveTheSameBits() throws IOException {
    Path table = Path.of(System.getProperty("equity.spark.table", "table.csv"));
    String mapping = System.getProperty("equity.spark.mapping", "");
    Path out = folder.resolve("out");
    List<String> args = new ArrayList<>(List.of(table.toString(), "--out", out.toString()));
    if (!mapping.isEmpty()) {
      args.addAll(List.of("--mapping", mapping));
    }
    try (SparkSession spark =
        SparkSession.builder().master("local[2]").config("spark.ui.enabled", false).getOrCreate()) {
      StringWriter said = new StringWriter();
      PrintWriter console = new PrintWriter(said);
      int code = SparkJob.run(console, console, args.toArray(String[]::new));
      assertThat(code).as(said.toString()).isZero();
      Loaded whole =
          mapping.isEmpty()
              ? EquityFiles.read(table)
              : EquityFiles.readWithMapping(Path.of(mapping), table);
      SparkJobTest.assertSame(EquityFiles.open(out.resolve("store.zip")), whole.data());
      SparkJobTest.assertMetrics(spark, out, whole.data());
    }
  }
}
