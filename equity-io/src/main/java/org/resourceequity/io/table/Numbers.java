package org.resourceequity.io.table;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as agencies write them: {@code 1,234.5}, {@code $12}, {@code 48.3%}, {@code (7)}. */
public final class Numbers {

  private static final Pattern PLAIN =
      Pattern.compile(
          "(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d*)?([eE][+-]?\\d+)?|\\.\\d+([eE][+-]?\\d+)?");

  private Numbers() {}

  /**
   * Returns the number that {@code text} is, or nothing. White space around it, commas between
   * thousands, a dollar sign before it and a per cent sign after it are accepted; a percentage
   * keeps its value, {@code 48.3%} is 48.3. Parentheses make it negative. A number too large for a
   * double is nothing.
   */
  public static OptionalDouble parse(String text) {
    String rest = Texts.strip(text);
    boolean negative = false;
    if (rest.endsWith(")")) {
      String open = rest.startsWith("$") ? Texts.strip(rest.substring(1)) : rest;
      if (!open.startsWith("(")) {
        return OptionalDouble.empty();
      }
      negative = true;
      rest = dollars(Texts.strip(open.substring(1, open.length() - 1)));
    } else {
      rest = dollars(rest);
      if (rest.startsWith("-") || rest.startsWith("+")) {
        negative = rest.startsWith("-");
        rest = dollars(rest.substring(1));
      }
    }
    if (rest.endsWith("%")) {
      rest = Texts.strip(rest.substring(0, rest.length() - 1));
    }
    if (!PLAIN.matcher(rest).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(rest.replace(",", ""));
    if (!Double.isFinite(value)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(negative && value != 0 ? -value : value);
  }

  private static String dollars(String text) {
    return text.startsWith("$") ? Texts.strip(text.substring(1)) : text;
  }
}
