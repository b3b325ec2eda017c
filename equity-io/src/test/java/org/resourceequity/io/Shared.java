package org.resourceequity.io;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Column;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.SchoolYear;

/**
 * Files that several tests read: fixtures, and published files that are not part of this project.
 */
public final class Shared {

  private Shared() {}

  /** Returns the first file of a format's fixtures. */
  public static Path fixture(String format) {
    return fixture(format, 0);
  }

  /** Returns a file of a format's fixtures, counted from 0 in the order of their names. */
  public static Path fixture(String format, int number) {
    Path in = Path.of("src", "test", "resources", "fixtures", format);
    try (Stream<Path> files = Files.list(in)) {
      return files.sorted().skip(number).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new AssertionError("format " + format + " needs a fixture in " + in, e);
    }
  }

  /** Returns a file of a format's fixtures. */
  public static Path fixture(String format, String file) {
    return Path.of("src", "test", "resources", "fixtures", format, file);
  }

  /** Returns a file below data/formats; without the folder the test is skipped. */
  public static Path format(String state, String file) {
    Path shared = Path.of(System.getProperty("equity.shared", ""));
    assumeTrue(
        Files.isDirectory(shared.resolve("data")),
        "the folder of published files, -Dequity.shared, is not there");
    return shared.resolve("data").resolve("formats").resolve(state).resolve(file);
  }

  /** Returns the column of a store. */
  public static Column column(EquityData data, Level level, Operand operand, SchoolYear year) {
    return data.column(operand.at(level, year)).orElseThrow();
  }

  /** Returns the sum of the known cells of a column. */
  public static double sum(EquityData data, Level level, Operand operand, SchoolYear year) {
    Column column = column(data, level, operand, year);
    ExactSum sum = new ExactSum();
    for (int i = 0; i < column.size(); i++) {
      if (column.isKnown(i)) {
        sum.add(column.value(i));
      }
    }
    return sum.value();
  }

  /** Returns how many cells of a column are bounded. */
  public static long bounded(EquityData data, Level level, Operand operand, SchoolYear year) {
    Column column = column(data, level, operand, year);
    return IntStream.range(0, column.size())
        .filter(i -> column.cell(i) instanceof Cell.Bounded)
        .count();
  }
}
