package org.resourceequity.io;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The registered formats. */
final class Formats {

  private Formats() {}

  /** Returns all registered formats by id. */
  static List<FileFormat> all() {
    return checked(
        ServiceLoader.load(FormatProvider.class, FormatProvider.class.getClassLoader()).stream()
            .flatMap(provider -> provider.get().formats().stream())
            .map(FileFormat.class::cast)
            .toList());
  }

  /** Returns the formats by id; two with the same id are an error. */
  static List<FileFormat> checked(List<FileFormat> formats) {
    TreeMap<String, FileFormat> byId = new TreeMap<>();
    for (FileFormat format : formats) {
      FileFormat other = byId.putIfAbsent(format.id(), format);
      if (other != null) {
        throw new IllegalStateException(
            "two formats have the id \""
                + format.id()
                + "\": "
                + other.title()
                + " and "
                + format.title());
      }
    }
    return new ArrayList<>(byId.values());
  }
}
