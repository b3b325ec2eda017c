package org.resourceequity.benchmarks.nation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a made-up nation, year by year, in constant memory. */
@Command(
    name = "generate",
    description = {
      "Writes files of a made-up nation of schools: membership, directory, lunch and staff in the",
      "long layouts of the Common Core of Data, and spending by school. The same options give the",
      "same bytes. What was written is counted in totals_YYYY.json, also by state."
    },
    mixinStandardHelpOptions = true)
public final class GenerateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FOLDER", description = "where to write; made if need be")
  private Path folder = Path.of(".");

  @Option(names = "--schools", defaultValue = "100000", description = "default: ${DEFAULT-VALUE}")
  private int schools;

  @Option(names = "--districts", defaultValue = "18000", description = "default: ${DEFAULT-VALUE}")
  private int districts;

  @Option(names = "--years", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
  private int years;

  @Option(
      names = "--from",
      defaultValue = "2022",
      description = "the year in which the first school year starts, default: ${DEFAULT-VALUE}")
  private int from;

  @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
  private long seed;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Made by {@link #main}. */
  public GenerateCommand() {}

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new GenerateCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<NationalFiles> files = new ArrayList<>();
    try {
      for (int y = 0; y < years; y++) {
        files.add(new NationalFiles(folder, from + y));
      }
      new Nation(schools, districts, seed)
          .forEach(
              school -> {
                for (NationalFiles year : files) {
                  year.write(school, school.next());
                }
              });
    } finally {
      for (NationalFiles year : files) {
        year.close();
      }
    }
    for (NationalFiles year : files) {
      Totals totals = year.totals();
      out.printf(
          "%s: %,d schools, %,d rows of membership, %,d students%n",
          year.year(), totals.schools, totals.rows, totals.students);
    }
    return 0;
  }
}
