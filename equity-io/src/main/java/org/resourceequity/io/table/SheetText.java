package org.resourceequity.io.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text that a value of a workbook or a query would have in a csv file without formats. */
final class SheetText {

  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].");
  private static final Pattern ZEROS = Pattern.compile("0{2,20}");
  private static final int LONGEST_NUMBER = 400;
  private static final BigDecimal DATES_END = new BigDecimal(2_958_466);
  private static final LocalDateTime EPOCH_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
  private static final int MILLISECONDS_PER_DAY = 86_400_000;

  private SheetText() {}

  /** Returns a number as its format means it: a date, an id with leading zeros, or plain. */
  static String of(BigDecimal number, @Nullable String format, boolean from1904) {
    if (format != null && ZEROS.matcher(format).matches() && number.signum() >= 0) {
      String digits = plain(number);
      int missing = format.length() - digits.length();
      return missing > 0 && digits.indexOf('.') < 0 ? "0".repeat(missing) + digits : digits;
    }
    return isDate(format, number) ? date(number, from1904) : plain(number);
  }

  static String of(boolean value) {
    return Boolean.toString(value).toUpperCase(Locale.ROOT);
  }

  static String plain(BigDecimal number) {
    // Files hold 4.0999999999999996 where the sheet shows 4.1: both are the same double.
    boolean longFraction = number.precision() > 15 && number.scale() > 0;
    BigDecimal shortest = longFraction ? BigDecimal.valueOf(number.doubleValue()) : number;
    BigDecimal stripped = shortest.stripTrailingZeros();
    boolean printable = Math.abs((long) stripped.scale()) < LONGEST_NUMBER;
    return printable ? stripped.toPlainString() : stripped.toString();
  }

  private static boolean isDate(@Nullable String format, BigDecimal number) {
    if (format == null || number.signum() < 0 || number.compareTo(DATES_END) >= 0) {
      return false;
    }
    String code = LITERALS.matcher(format.split(";", 2)[0]).replaceAll("");
    return code.toLowerCase(Locale.ROOT).chars().anyMatch(c -> "ymdhs".indexOf(c) >= 0)
        && !code.equalsIgnoreCase("standard");
  }

  private static String date(BigDecimal number, boolean from1904) {
    double days = number.doubleValue();
    // Excel counts a 29 February 1900, so that its days before 1 March 1900 are one too many.
    boolean early = !from1904 && days >= 1 && days < 60;
    LocalDateTime date =
        (from1904 ? EPOCH_1904 : EPOCH_1900)
            .plusDays((long) days + (early ? 1 : 0))
            .plus(Math.round((days - Math.floor(days)) * MILLISECONDS_PER_DAY), ChronoUnit.MILLIS);
    return text(date, days < 1);
  }

  /** Returns a date without its time at midnight. */
  static String text(LocalDateTime date, boolean onlyTime) {
    LocalTime time = date.toLocalTime();
    if (onlyTime) {
      return time.toString();
    }
    return time.equals(LocalTime.MIDNIGHT) ? date.toLocalDate().toString() : date.toString();
  }
}
