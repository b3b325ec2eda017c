package org.resourceequity.benchmarks;

import java.util.SplittableRandom;

/** Numbers that look like those of schools, the same in every run. */
final class MadeUp {

  private static final long SEED = 20261124;

  private MadeUp() {}

  /** Returns enrolments: whole numbers, most of them in the hundreds, some in the thousands. */
  static double[] students(int units) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] students = new double[units];
    for (int i = 0; i < units; i++) {
      students[i] = Math.max(1, Math.rint(Math.exp(6.1 + 0.7 * normal(random))));
    }
    return students;
  }

  /** Returns dollars per student to the cent: around 14,000, with a long tail upwards. */
  static double[] dollarsPerStudent(int units) {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    double[] dollars = new double[units];
    for (int i = 0; i < units; i++) {
      dollars[i] = Math.rint(100 * Math.exp(9.5 + 0.3 * normal(random))) / 100;
    }
    return dollars;
  }

  /** The sum of twelve uniform numbers is normal enough and needs no logarithm. */
  private static double normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
