package org.resourceequity.segregation;

import java.util.Locale;
import org.resourceequity.internal.ExactSum;

/**
 * How ordinal segregation measures the variation at a cut between two categories, from the share c
 * of members below it: 0 at the ends, 1 at one half.
 */
public enum OrdinalForm {
  /** Entropy to base 2; the information theory index. */
  INFORMATION_THEORY("H", "-c\\log_2 c-(1-c)\\log_2(1-c)") {
    @Override
    double variation(double below, double above) {
      return Entropy.of(new double[] {below, above}) / Math.log(2);
    }

    @Override
    double weight(int power) {
      double sum = 2 / ((power + 2.0) * (power + 2.0));
      double binomial = 1;
      for (int n = 0; n <= power; n++) {
        double square = (power - n + 2.0) * (power - n + 2.0);
        sum += ((power - n) % 2 == 0 ? 2 : -2) * binomial / square;
        binomial *= (power - n) / (n + 1.0);
      }
      return sum;
    }
  },
  /** Four times the variance; the variance ratio index. */
  VARIANCE_RATIO("R", "4c(1-c)") {
    @Override
    double variation(double below, double above) {
      return 4 * below * above;
    }

    @Override
    double weight(int power) {
      return 6 / ((power + 2.0) * (power + 3.0));
    }
  },
  /** Twice the standard deviation; the square root index. */
  SQUARE_ROOT("S", "2\\sqrt{c(1-c)}") {
    @Override
    double variation(double below, double above) {
      return 2 * Math.sqrt(below * above);
    }

    @Override
    double weight(int power) {
      double product = 4;
      for (int n = 0; n <= power; n++) {
        product *= (2 * n + 1) / (2 * n + 4.0);
      }
      return product;
    }
  },
  /** Absolute difference of the shares below and above. */
  ABSOLUTE_DIFFERENCE("L", "1-|2c-1|") {
    @Override
    double variation(double below, double above) {
      return 2 * Math.min(below, above);
    }

    @Override
    double weight(int power) {
      throw new UnsupportedOperationException("no rank-order index of this form");
    }
  };

  private final String letter;
  private final String latex;

  OrdinalForm(String letter, String latex) {
    this.letter = letter;
    this.latex = latex;
  }

  /** Returns the variation at a cut, from the shares below and above it. */
  abstract double variation(double below, double above);

  /**
   * Returns the weighted mean of \(p^m\) over p from 0 to 1, with the variation as weight: what a
   * coefficient of a polynomial counts in the rank-order index.
   */
  abstract double weight(int power);

  String letter() {
    return letter;
  }

  String latex() {
    return latex;
  }

  /** Returns the name as ids write it. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the variation of a unit or of the whole: its sum over the cuts above the given groups.
   * Both sides of a cut are added up, since 1 less a share near 1 has few digits.
   */
  private double variation(double[] shares, boolean[] cuts) {
    double[] above = new double[shares.length];
    for (int g = shares.length - 1; g > 0; g--) {
      above[g - 1] = above[g] + shares[g];
    }
    double sum = 0;
    double below = 0;
    for (int g = 0; g < shares.length; g++) {
      below += shares[g];
      if (cuts[g]) {
        sum += variation(below, above[g]);
      }
    }
    return sum;
  }

  /** Returns the index with the cuts above the given groups. */
  double index(Cells cells, boolean[] cuts) {
    ExactSum within = new ExactSum();
    for (int i = 0; i < cells.units(); i++) {
      if (cells.unit(i) > 0) {
        within.add(cells.unit(i) / cells.all() * variation(cells.sharesIn(i), cuts));
      }
    }
    double all = variation(cells.shares(), cuts);
    return Math.min(1, Math.max(0, (all - within.value()) / all));
  }
}
