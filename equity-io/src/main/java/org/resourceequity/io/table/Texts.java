package org.resourceequity.io.table;

import java.util.Locale;

/** White space as it occurs in published files, where no-break blanks are common. */
final class Texts {

  private Texts() {}

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns {@code text} without white space around it. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Returns {@code text} in lower case, stripped, each run of white space made one blank. */
  static String normalise(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    for (char c : strip(text).toCharArray()) {
      if (!isSpace(c)) {
        normal.append(c);
      } else if (normal.charAt(normal.length() - 1) != ' ') {
        normal.append(' ');
      }
    }
    return normal.toString().toLowerCase(Locale.ROOT);
  }
}
