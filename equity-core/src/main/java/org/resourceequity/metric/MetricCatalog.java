package org.resourceequity.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All measures by id: those of this library and those that other jars provide. */
public final class MetricCatalog {

  /** How many ids a message names. */
  private static final int NEAR = 8;

  private final TreeMap<String, Measure<?, ?>> measures = new TreeMap<>();
  private final List<MetricProvider> providers;

  private MetricCatalog(List<MetricProvider> providers) {
    this.providers = providers;
    TreeMap<String, String> owners = new TreeMap<>();
    for (MetricProvider provider : providers) {
      String owner = provider.getClass().getName();
      for (Measure<?, ?> measure : provider.measures()) {
        String id = measure.info().id();
        String before = owners.putIfAbsent(id, owner);
        if (before != null) {
          throw new IllegalStateException(
              "metric id \"" + id + "\" is provided by " + before + " and by " + owner);
        }
        measures.put(id, measure);
      }
    }
  }

  /** Returns the catalog of all providers on the class path. */
  public static MetricCatalog load() {
    List<MetricProvider> providers = new ArrayList<>();
    ServiceLoader.load(MetricProvider.class, MetricProvider.class.getClassLoader())
        .forEach(providers::add);
    return of(providers);
  }

  /**
   * Returns the catalog of the given providers.
   *
   * @throws IllegalStateException if two of them use the same id; the message names both
   */
  public static MetricCatalog of(List<MetricProvider> providers) {
    return new MetricCatalog(List.copyOf(providers));
  }

  /** Returns all measures in the order of their ids. */
  public Collection<Measure<?, ?>> all() {
    return Collections.unmodifiableCollection(measures.values());
  }

  /** Returns what prepares samples, in the order of the names. */
  public List<Transform> transforms() {
    return providers.stream()
        .flatMap(provider -> provider.transforms().stream())
        .sorted(Comparator.comparing(Transform::name).thenComparing(Transform::key))
        .toList();
  }

  /**
   * Returns the measures that answer a key of the metric specification, such as "HD-GINI", in the
   * order of their ids; none if it is the key of a {@linkplain #transforms() transform} or unknown.
   */
  public List<Measure<?, ?>> withKey(String key) {
    List<Measure<?, ?>> found = new ArrayList<>(measures.values());
    found.removeIf(measure -> !measure.info().answers(key));
    return found;
  }

  /**
   * Returns the measure with an id.
   *
   * @throws IllegalArgumentException if there is none; the message lists known ids that are near
   */
  public Measure<?, ?> get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no metric \"" + id + "\" among " + measures.size() + near(id)));
  }

  /** Returns known ids that look like one that is not known: a word begins alike, or all but. */
  private String near(String id) {
    String typed = id.toLowerCase(Locale.ROOT);
    List<String> words = List.of(typed.split("[^a-z0-9]+"));
    List<String> near =
        measures.keySet().stream()
            .filter(
                known ->
                    words.stream()
                            .anyMatch(w -> w.length() > 2 && known.contains(w.substring(0, 3)))
                        || (!typed.isEmpty() && known.charAt(0) == typed.charAt(0)))
            .sorted(Comparator.comparingInt(known -> Math.abs(known.length() - typed.length())))
            .limit(NEAR)
            .toList();
    return near.isEmpty() ? "" : "; did you mean " + String.join(", ", near);
  }

  /** Returns the measure with an id, if there is one. */
  public Optional<Measure<?, ?>> find(String id) {
    Measure<?, ?> listed = measures.get(id);
    if (listed != null) {
      return Optional.of(listed);
    }
    for (MetricProvider provider : providers) {
      Optional<Measure<?, ?>> parsed = provider.parse(id);
      if (parsed.isPresent()) {
        return parsed;
      }
    }
    return Optional.empty();
  }
}
