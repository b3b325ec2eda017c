package org.resourceequity.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the metrics of one family's cases mean in this library.
 *
 * <p>A case of {@code reference-values.json} is looked up by its {@code metric}. A case of {@code
 * peer-values.json} is looked up by {@code catalogId: metric} first, then by its {@code catalogId}.
 */
abstract class CaseTable {

  private final String family;
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  CaseTable(String family) {
    this.family = family;
  }

  /** Says what a metric means. */
  final void add(String metric, Figure figure) {
    if (figures.put(metric, figure) != null) {
      throw new IllegalStateException("\"" + metric + "\" stands twice in " + family);
    }
  }

  /** Returns the name of the family. */
  final String family() {
    return family;
  }

  /** Returns what a case means, if the table knows it. */
  final Optional<Figure> find(Case reference) {
    return reference.names().stream().map(figures::get).filter(f -> f != null).findFirst();
  }
}
