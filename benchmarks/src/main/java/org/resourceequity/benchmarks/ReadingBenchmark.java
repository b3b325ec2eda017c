package org.resourceequity.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.resourceequity.benchmarks.nation.GenerateCommand;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.ReadOptions;
import org.resourceequity.model.Attribute;
import picocli.CommandLine;

/**
 * How long does it take to read a membership file, a hundred rows for each school, to the students
 * of each race in each school? The baseline counts the lines.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar ReadingBenchmark
 * </pre>
 */
public class ReadingBenchmark extends AverageTime {

  /** Schools of a state, and of a tenth of the country. */
  @Param({"1000", "10000"})
  public int schools;

  /** Threads that read. */
  @Param({"1", "2"})
  public int threads;

  private Path folder = Path.of("");
  private Path file = Path.of("");

  /** Writes the file. */
  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("reading");
    new CommandLine(new GenerateCommand())
        .execute(folder.toString(), "--schools=" + schools, "--districts=" + schools / 5);
    file = folder.resolve("ccd_sch_052_2223_l_made_up.csv");
  }

  /** Deletes it. */
  @TearDown
  public void delete() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path each : files) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }

  /** The baseline. */
  @Benchmark
  public long lines() throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }

  /** The file to a store. */
  @Benchmark
  public Loaded read() {
    return EquityFiles.read(
        ReadOptions.DEFAULT.withoutChecksums().onThreads(threads).dividedBy(Attribute.RACE), file);
  }
}
