package org.resourceequity.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Source;

/**
 * Where an answer comes from.
 *
 * @param sources the sources of its columns
 * @param years the school year of each quantity, by its label
 * @param conventions the rules that were applied, in words
 */
public record Provenance(
    List<Source> sources, Map<String, SchoolYear> years, List<String> conventions)
    implements Serializable {

  /** Copies the collections. */
  public Provenance {
    sources = List.copyOf(sources);
    years = Collections.unmodifiableMap(new LinkedHashMap<>(years));
    conventions = List.copyOf(conventions);
  }

  /** Returns the same provenance with one more rule. */
  public Provenance with(String convention) {
    List<String> more = new ArrayList<>(conventions);
    more.add(convention);
    return new Provenance(sources, years, more);
  }

  /** Returns the years in words: "2016-17", or each quantity with its own year. */
  public String yearsInWords() {
    TreeSet<SchoolYear> distinct = new TreeSet<>(years.values());
    if (distinct.size() <= 1) {
      return distinct.isEmpty() ? "" : distinct.first().toString();
    }
    return years.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Returns the citations of the sources, joined. */
  public String cite() {
    return sources.stream().map(Source::cite).distinct().collect(Collectors.joining("; "));
  }
}
