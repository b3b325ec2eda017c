package org.resourceequity.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Units;

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

  /** Adds all numbers once: the least that a metric of groups can cost. */
  static double sum(double[][] groups) {
    double sum = 0;
    for (double[] group : groups) {
      for (double number : group) {
        sum += number;
      }
    }
    return sum;
  }

  /** Returns schools of five in a district and forty districts in a state. */
  static Units nestedSchools(int schools) {
    List<String> districts = new ArrayList<>();
    List<String> states = new ArrayList<>();
    for (int i = 0; i < schools; i++) {
      districts.add("district " + i / 5);
      states.add("state " + i / 200);
    }
    return Units.numbered(schools).within("district", districts).within("state", states);
  }

  /** Returns the members of seven groups in these schools; each school leans to some of them. */
  static CrossTab membership(Units schools) {
    SplittableRandom random = new SplittableRandom(SEED + 2);
    double[][] members = new double[7][schools.size()];
    for (int i = 0; i < schools.size(); i++) {
      for (double[] group : members) {
        group[i] = Math.floor(Math.exp(1.5 + 1.5 * normal(random)));
      }
    }
    List<String> groups = List.of("a", "b", "c", "d", "e", "f", "g");
    return CrossTab.of(schools, groups, members);
  }

  /** Returns a table of its own of the same numbers, with which nothing is kept so far. */
  static CrossTab again(CrossTab table) {
    return table.withUnits(table.units());
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
