package org.resourceequity.io;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was wrong, or worth knowing, about a file, with the place where it was seen.
 *
 * @param severity how much it matters
 * @param code what kind it is, in kebab case, stable for ever
 * @param message what was wrong, in a person's words
 * @param file the file's name
 * @param sheet the sheet of a workbook
 * @param line the line in the file, 0 for the whole file
 * @param column the column's name as in the file
 * @param value the text that was found
 * @param expected what would have been right
 */
public record Notice(
    Severity severity,
    String code,
    String message,
    String file,
    @Nullable String sheet,
    long line,
    @Nullable String column,
    @Nullable String value,
    @Nullable String expected)
    implements Serializable {

  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** How much a notice matters, the least first. */
  public enum Severity {
    /** Worth knowing; nothing is lost. */
    INFO,
    /** Something looks wrong; a value may be missing. */
    WARNING,
    /** Data could not be read and is left out. */
    ERROR
  }

  /** Makes a notice whose code is in kebab case and whose line is not negative. */
  public Notice {
    if (!KEBAB_CASE.matcher(code).matches()) {
      throw new IllegalArgumentException("code is \"" + code + "\", expected words-like-this");
    }
    if (line < 0) {
      throw new IllegalArgumentException("line is " + line + ", expected 0 or a line number");
    }
  }

  /** Returns the notice with its line, if it has one, so much further down. */
  Notice below(long lines) {
    long moved = line == 0 ? 0 : line + lines;
    return new Notice(severity, code, message, file, sheet, moved, column, value, expected);
  }

  /** Returns one line: place, message, and what was found where something else was expected. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (sheet != null) {
      text.append('[').append(sheet).append(']');
    }
    if (line > 0) {
      text.append(" line ").append(line);
    }
    if (column != null) {
      text.append(", column \"").append(column).append('"');
    }
    text.append(": ").append(message);
    if (value != null || expected != null) {
      text.append(" (")
          .append(value == null ? "" : "found \"" + value + '"')
          .append(value == null || expected == null ? "" : ", ")
          .append(expected == null ? "" : "expected " + expected)
          .append(')');
    }
    return text.toString().replaceAll("\\R", " ");
  }
}
