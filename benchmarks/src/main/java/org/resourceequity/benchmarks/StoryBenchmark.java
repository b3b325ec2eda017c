package org.resourceequity.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.resourceequity.Equity;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.model.EquityData;
import org.resourceequity.story.Story;

/**
 * How long does the story of a district take, from the embedded data? The baseline loads the data.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar StoryBenchmark
 * </pre>
 */
public class StoryBenchmark extends AverageTime {

  /** The largest of the data, and a small one. */
  @Param({"Los Angeles Unified", "Alameda City Unified"})
  public String district = "";

  private EquityData data = EquityData.builder("none").build();

  /** Loads the data. */
  @Setup
  public void prepare() {
    data = EquityFiles.california();
  }

  /** The baseline. */
  @Benchmark
  public EquityData load() {
    return EquityFiles.california();
  }

  /** The sentences and pictures. */
  @Benchmark
  public Story story() {
    return Equity.story(data, Equity.district(district));
  }
}
