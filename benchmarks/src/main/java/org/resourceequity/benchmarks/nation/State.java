package org.resourceequity.benchmarks.nation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A state or another jurisdiction that reports to the Common Core of Data.
 *
 * @param weight its size, in no unit
 * @param races the shares of {@link School#RACES}, roughly
 */
record State(int fips, String name, String postal, double weight, List<Double> races) {

  /** Reads the 56 of them. */
  static List<State> all() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(State.class.getResourceAsStream("states.csv")),
                StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(State::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static State parse(String line) {
    List<String> fields = Arrays.asList(line.split(",", -1));
    return new State(
        Integer.parseInt(fields.get(0)),
        fields.get(1),
        fields.get(2),
        Double.parseDouble(fields.get(3)),
        fields.subList(4, fields.size()).stream().map(Double::valueOf).toList());
  }
}
