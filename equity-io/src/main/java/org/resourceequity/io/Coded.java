package org.resourceequity.io;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A column of codes and what each means, such as the type of a district. Upper and lower case are
 * alike; a star at either end of a code stands for any text, and "*" alone for all other codes. An
 * empty cell is unknown unless "" is a code; a code that is not listed is unknown and a notice.
 *
 * @param field the column
 * @param codes the codes in lower case and what they mean
 * @param unknown what an empty cell and an unlisted code mean
 * @param <T> what the codes mean
 */
public record Coded<T>(Field field, Map<String, T> codes, T unknown) {

  /** Puts the codes in lower case. */
  public Coded {
    Map<String, T> lower = new TreeMap<>();
    codes.forEach((code, meaning) -> lower.put(code.toLowerCase(Locale.ROOT), meaning));
    codes = java.util.Collections.unmodifiableMap(lower);
  }

  /** Returns the meaning of a text, or nothing if it is not listed. */
  Optional<T> listed(String text) {
    String lower = field.corrected(text).toLowerCase(Locale.ROOT);
    T exact = codes.get(lower);
    if (exact != null || lower.isEmpty()) {
      return Optional.ofNullable(exact);
    }
    // The longest pattern is the most exact one.
    return codes.keySet().stream()
        .filter(code -> fits(code, lower))
        .max(java.util.Comparator.comparingInt(String::length))
        .map(codes::get);
  }

  private static boolean fits(String code, String text) {
    boolean starts = !code.startsWith("*");
    boolean ends = !code.endsWith("*");
    if (starts && ends) {
      return false;
    }
    String part = code.replace("*", "");
    return starts ? text.startsWith(part) : ends ? text.endsWith(part) : text.contains(part);
  }

  /** Returns the codes, for messages. */
  String expected() {
    List<String> texts = codes.keySet().stream().filter(code -> !code.isEmpty()).toList();
    return texts.stream().map(text -> text.replace("*", "...")).collect(Collectors.joining(", "));
  }
}
