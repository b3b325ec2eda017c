package org.resourceequity.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.resourceequity.internal.Checks;

/**
 * How a number is written. Sentences, tables and charts all use these, so that one value never
 * appears in two forms.
 *
 * <p>Prose is rounded for reading, tables are rounded for checking. Rounding is half-even on the
 * exact decimal value of the number. A difference is computed from unrounded values first and
 * rounded here. NaN and infinity are refused.
 */
public enum NumberStyle {
  /** Dollars per student: "$13,450". */
  DOLLARS("dollars per student"),
  /** Dollars per member of staff. */
  SALARY("dollars"),
  /** A sum of dollars: "$1.21 million". */
  DOLLAR_TOTAL("dollars"),
  /** A share from 0 to 1, written in percent: "24%". */
  SHARE("%"),
  /** A difference of two shares: 0.19 is "19 percentage points". */
  POINTS("percentage points"),
  /** A ratio of two shares: "5.2", to be followed by "times the share". */
  TIMES("times"),
  /** A risk ratio: "3.20". */
  RISK_RATIO("risk ratio"),
  /** People or schools counted: "1,234". */
  COUNT("number"),
  /** Full-time staff per 100 students: "1.6". */
  PER_HUNDRED("per 100 students"),
  /** Students per full-time staff member: "372". */
  STUDENTS_PER("students per staff member"),
  /** Students in a class: "21.4". */
  CLASS_SIZE("students per class"),
  /** Minutes per week: "45". */
  MINUTES("minutes per week"),
  /** An index such as Gini or dissimilarity: "0.312". */
  INDEX("index"),
  /** Any other number. */
  NUMBER("");

  private static final BigDecimal MILLION = new BigDecimal(1_000_000);
  private static final BigDecimal BILLION = new BigDecimal(1_000_000_000);

  private final String unit;

  NumberStyle(String unit) {
    this.unit = unit;
  }

  /** Returns the unit in words for an axis; empty if the number has none. */
  public String unit() {
    return unit;
  }

  /** Returns the number as a sentence has it. */
  public String prose(double value) {
    BigDecimal x = exact(value);
    return switch (this) {
      case DOLLARS, SALARY ->
          dollars(nearest(x, x.abs().compareTo(new BigDecimal(1000)) < 0 ? 10 : 50));
      case DOLLAR_TOTAL -> dollarTotal(x);
      case SHARE -> lessThanOne(x) ? "less than 1%" : fixed(percent(x), 0) + "%";
      case POINTS -> points(x);
      case TIMES, PER_HUNDRED, CLASS_SIZE -> fixed(x, 1);
      case RISK_RATIO -> fixed(x, 2);
      case STUDENTS_PER -> fixed(x, 0);
      case MINUTES -> fixed(nearest(x, 5), 0);
      case INDEX -> fixed(x, 3);
      case COUNT, NUMBER -> upTo(x, 1);
    };
  }

  /** Returns the number as a table cell has it: less rounded than in prose. */
  public String table(double value) {
    BigDecimal x = exact(value);
    return switch (this) {
      case DOLLARS, SALARY, DOLLAR_TOTAL -> dollars(x);
      case SHARE -> fixed(percent(x), 1) + "%";
      case POINTS -> fixed(percent(x), 1) + " pp";
      case TIMES, RISK_RATIO, PER_HUNDRED -> fixed(x, 2);
      case STUDENTS_PER, MINUTES -> fixed(x, 0);
      case CLASS_SIZE -> fixed(x, 1);
      case INDEX -> fixed(x, 3);
      case COUNT -> upTo(x, 1);
      case NUMBER -> upTo(x, 2);
    };
  }

  /**
   * Returns how a sentence writes the size of the gap between two values of this style: "14
   * percentage points" between two shares, "$1,650" between two amounts. The sign is dropped: the
   * sentence says which is higher.
   */
  public String difference(double gap) {
    double size = Math.abs(gap);
    String number = prose(size);
    return switch (this) {
      case SHARE, POINTS -> points(exact(size));
      case CLASS_SIZE, STUDENTS_PER -> number + (number.equals("1") ? " student" : " students");
      case MINUTES -> number + " minutes";
      case PER_HUNDRED -> number + " per 100 students";
      default -> number;
    };
  }

  /** Returns the number as a tick of an axis has it: as short as it can be without a loss. */
  String tick(double value) {
    BigDecimal x = exact(value);
    return switch (this) {
      case DOLLARS, SALARY -> dollarSign(upTo(x, 2));
      case DOLLAR_TOTAL ->
          x.abs().compareTo(BILLION) >= 0
              ? dollarSign(upTo(x.movePointLeft(9), 3)) + " bn"
              : x.abs().compareTo(MILLION) >= 0
                  ? dollarSign(upTo(x.movePointLeft(6), 3)) + " m"
                  : dollarSign(upTo(x, 2));
      case SHARE -> upTo(percent(x), 2) + "%";
      case POINTS -> upTo(percent(x), 2) + " pp";
      default -> upTo(x, 4);
    };
  }

  private static BigDecimal exact(double value) {
    return new BigDecimal(Checks.finite(value, "value"));
  }

  private static BigDecimal percent(BigDecimal share) {
    return share.movePointRight(2);
  }

  private static boolean lessThanOne(BigDecimal share) {
    return share.signum() > 0 && percent(share).compareTo(new BigDecimal("0.5")) < 0;
  }

  private static String points(BigDecimal difference) {
    if (lessThanOne(difference)) {
      return "less than 1 percentage point";
    }
    String number = fixed(percent(difference), 0);
    return number
        + (number.equals("1") || number.equals("-1") ? " percentage point" : " percentage points");
  }

  private static String dollars(BigDecimal amount) {
    return dollarSign(fixed(amount, 0));
  }

  private static String dollarSign(String number) {
    return number.startsWith("-") ? "-$" + number.substring(1) : "$" + number;
  }

  private static String dollarTotal(BigDecimal amount) {
    BigDecimal thousands = nearest(amount, 1000);
    if (thousands.abs().compareTo(MILLION) < 0) {
      return dollars(thousands);
    }
    // Rounded first: 999.9 million is a billion.
    BigDecimal rounded = amount.round(new java.math.MathContext(3, RoundingMode.HALF_EVEN));
    boolean billions = rounded.abs().compareTo(BILLION) >= 0;
    BigDecimal shown = rounded.movePointLeft(billions ? 9 : 6);
    int wholeDigits = shown.precision() - shown.scale();
    return dollarSign(fixed(shown, Math.max(0, 3 - wholeDigits)))
        + (billions ? " billion" : " million");
  }

  private static BigDecimal nearest(BigDecimal value, int step) {
    BigDecimal size = new BigDecimal(step);
    return value.divide(size).setScale(0, RoundingMode.HALF_EVEN).multiply(size);
  }

  private static String upTo(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return fixed(rounded, Math.max(0, rounded.scale()));
  }

  private static String fixed(BigDecimal value, int decimals) {
    // BigDecimal has no negative zero, so "-0" cannot come out.
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
  }
}
