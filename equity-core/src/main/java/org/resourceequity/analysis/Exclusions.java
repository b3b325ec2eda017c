package org.resourceequity.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.resourceequity.internal.Checks;

/**
 * Units left out by choice. They are out of scope: named in the coverage, not counted as missing.
 *
 * @param charters whether charter schools and districts are left out
 * @param fewerStudentsThan units with fewer students are left out; 0 keeps all
 * @param tails share of the weight left out at each end of the values, from 0 to below 0.5; only
 *     for questions about one value per unit
 */
public record Exclusions(boolean charters, double fewerStudentsThan, double tails)
    implements Serializable {

  /** Nothing is left out. */
  public static final Exclusions NONE = new Exclusions(false, 0, 0);

  /** Checks the numbers. */
  public Exclusions {
    Checks.within(fewerStudentsThan, 0, Double.MAX_VALUE, "fewest students");
    Checks.within(tails, 0, Math.nextDown(0.5), "tails");
  }

  /** Returns the same exclusions, and charter schools and districts. */
  public Exclusions withoutCharters() {
    return new Exclusions(true, fewerStudentsThan, tails);
  }

  /** Returns the same exclusions, and units with fewer students. */
  public Exclusions withoutUnitsUnder(double students) {
    return new Exclusions(charters, students, tails);
  }

  /** Returns the same exclusions, and a share of the weight at each end of the values. */
  public Exclusions withoutTails(double share) {
    return new Exclusions(charters, fewerStudentsThan, share);
  }

  /** Returns what is left out, in words; empty for nothing. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    if (charters) {
      words.add("without charters");
    }
    if (fewerStudentsThan > 0) {
      words.add(
          String.format(
              Locale.ROOT, "without units of fewer than %.0f students", fewerStudentsThan));
    }
    if (tails > 0) {
      words.add(
          String.format(Locale.ROOT, "without the lowest and the highest %s%%", percent(tails)));
    }
    return words;
  }

  private static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.4f", 100 * share);
    return text.replaceAll("\\.?0+$", "");
  }
}
