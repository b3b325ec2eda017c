package org.resourceequity.inference;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.resourceequity.metric.Outcome;

/** The same measurement many times over, in parallel. */
final class Replicates {

  private Replicates() {}

  /** Returns the values of those replicates that have one, in the order of the replicates. */
  static double[] known(int replicates, IntFunction<Outcome<Double>> measured) {
    return IntStream.range(0, replicates)
        .parallel()
        .mapToObj(measured)
        .filter(Outcome::isKnown)
        .mapToDouble(Outcome::get)
        .toArray();
  }
}
