package org.resourceequity.benchmarks.nation;

import java.util.SplittableRandom;

/** Draws that are the same on every machine. */
final class Draws {

  /** Above this mean a Poisson number is drawn as a rounded normal one. */
  private static final double LARGE = 30;

  private Draws() {}

  /** Returns a standard normal number (Box and Muller 1958). */
  static double normal(SplittableRandom random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  /** Returns a Poisson number. */
  static int poisson(double mean, SplittableRandom random) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > LARGE) {
      return (int) Math.max(0, Math.rint(mean + Math.sqrt(mean) * normal(random)));
    }
    double left = random.nextDouble();
    double term = StrictMath.exp(-mean);
    int number = 0;
    while (left >= term && term > 0) {
      left -= term;
      number++;
      term *= mean / number;
    }
    return number;
  }
}
