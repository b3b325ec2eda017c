package org.resourceequity.benchmarks.tasks;

import java.lang.ref.Reference;
import java.nio.file.Path;
import org.resourceequity.io.ReadOptions;
import org.resourceequity.model.EquityData;

/**
 * Reads a membership file to the students of each race in each school.
 *
 * <pre>
 * java -Xmx192m -cp benchmarks.jar org.resourceequity.benchmarks.tasks.ReadTask \
 *     FILE [THREADS [ROUNDS [checksums]]]
 * </pre>
 */
public final class ReadTask {

  private ReadTask() {}

  /**
   * Reads round by round; between rounds the collector runs, whose log tells what the store takes.
   */
  public static void main(String[] args) {
    Path file = Path.of(args[0]);
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    ReadOptions options = ReadOptions.DEFAULT.onThreads(threads);
    options = args.length > 3 ? options : options.withoutChecksums();
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      EquityData data = SchoolsByRace.read(options, file);
      String seconds = Timed.since(start);
      System.out.println(Totals.of(SchoolsByRace.columns(data)) + " total_s=" + seconds);
      try {
        if (rounds > 1) {
          System.gc();
        }
      } finally {
        Reference.reachabilityFence(data);
      }
    }
  }
}
