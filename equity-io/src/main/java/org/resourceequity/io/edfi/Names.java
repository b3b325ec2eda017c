package org.resourceequity.io.edfi;

import java.util.ArrayList;
import java.util.List;

/**
 * Names that XML and JSON spell differently, in one spelling: {@code
 * GradeLevels[2]/GradeLevelDescriptor} is {@code GradeLevel}, and {@code
 * StaffReference/StaffIdentity/StaffUniqueId} is {@code StaffReference/StaffUniqueId}.
 */
final class Names {

  private Names() {}

  /** Returns the parts of a column's name in plain spelling; equal neighbours are one. */
  static List<String> parts(String column) {
    List<String> parts = new ArrayList<>();
    for (String part : column.split("/", -1)) {
      String plain = plain(part);
      boolean repeats = !parts.isEmpty() && parts.get(parts.size() - 1).equals(plain);
      if (!plain.endsWith("Identity") && !repeats) {
        parts.add(plain);
      }
    }
    return parts;
  }

  private static String plain(String part) {
    int bracket = part.indexOf('[');
    String name = bracket < 0 ? part : part.substring(0, bracket);
    if (name.endsWith("Descriptor")) {
      name = name.substring(0, name.length() - "Descriptor".length());
    }
    if (name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + 'y';
    }
    boolean singular = !name.endsWith("s") || name.endsWith("ss") || name.endsWith("us");
    int ending = singular ? 0 : name.endsWith("sses") ? 2 : 1;
    return name.substring(0, name.length() - ending);
  }

  /** Returns the value of a descriptor: what stands behind the {@code #} of its address. */
  static String code(String text) {
    return text.substring(text.indexOf('#') + 1).strip();
  }
}
