package org.resourceequity.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Why cases are not matched. Each family's table has a file {@code excused-<family>.txt} beside it,
 * one excuse a line: {@code case id or metric = reason}. An asterisk stands for anything.
 */
final class Excuses {

  /** One excuse. */
  record Excuse(String pattern, String reason) {
    boolean covers(Case reference) {
      String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
      return reference.id().matches(regex) || reference.metric().matches(regex);
    }

    @Override
    public String toString() {
      return pattern + ": " + reason;
    }
  }

  private final List<Excuse> all = new ArrayList<>();
  private final TreeSet<String> used = new TreeSet<>();

  /** Reads the excuses of the families. */
  static Excuses read(List<CaseTable> tables) {
    Excuses excuses = new Excuses();
    for (CaseTable table : tables) {
      String name = "excused-" + table.family() + ".txt";
      try (InputStream file = Excuses.class.getResourceAsStream(name)) {
        if (file != null) {
          excuses.add(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        throw new IllegalStateException(name, e);
      }
    }
    return excuses;
  }

  private void add(String name, String content) {
    for (String line : content.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(" = ", 2);
      if (parts.length < 2 || parts[1].isBlank()) {
        throw new IllegalStateException(name + " has no reason in the line \"" + line + "\"");
      }
      all.add(new Excuse(parts[0].strip(), parts[1].strip()));
    }
  }

  /** Returns the excuse of a case. */
  Optional<Excuse> find(Case reference) {
    Optional<Excuse> found = all.stream().filter(e -> e.covers(reference)).findFirst();
    found.ifPresent(excuse -> used.add(excuse.pattern()));
    return found;
  }

  /** Returns the excuses that no case needed. */
  List<Excuse> unused() {
    return all.stream().filter(excuse -> !used.contains(excuse.pattern())).toList();
  }
}
