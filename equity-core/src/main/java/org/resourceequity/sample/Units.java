package org.resourceequity.sample;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;

/**
 * The units of a sample: opaque keys, each with a parent at any number of levels above, such as the
 * district and the state of a school.
 */
public final class Units implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> keys;
  private final LinkedHashMap<String, List<String>> parents;

  private Units(List<String> keys, LinkedHashMap<String, List<String>> parents) {
    this.keys = keys;
    this.parents = parents;
  }

  /** Returns units with the given keys, which must differ. */
  public static Units of(List<String> keys) {
    Set<String> seen = new HashSet<>();
    for (String key : keys) {
      if (!seen.add(key)) {
        throw new IllegalArgumentException("unit key \"" + key + "\" occurs twice");
      }
    }
    return new Units(List.copyOf(keys), new LinkedHashMap<>());
  }

  /** Returns units "0", "1", ... for data without names. */
  public static Units numbered(int count) {
    return new Units(new Keys.Numbers(count), new LinkedHashMap<>());
  }

  /**
   * Returns the same units with a level above.
   *
   * @param level name of the level, such as "district"; levels are added from the lowest to the
   *     highest
   * @param parentKeys key of each unit's parent
   * @throws IllegalArgumentException if a parent at a lower level would have two parents here
   */
  public Units within(String level, List<String> parentKeys) {
    Checks.sameLength(parentKeys.size(), size(), "parents at level " + level);
    for (Map.Entry<String, List<String>> below : parents.entrySet()) {
      Map<String, String> above = new HashMap<>();
      for (int i = 0; i < size(); i++) {
        String parent = below.getValue().get(i);
        String grandparent = above.putIfAbsent(parent, parentKeys.get(i));
        if (grandparent != null && !grandparent.equals(parentKeys.get(i))) {
          throw new IllegalArgumentException(
              below.getKey() + " \"" + parent + "\" stands under two units of level " + level);
        }
      }
    }
    LinkedHashMap<String, List<String>> more = new LinkedHashMap<>(parents);
    more.put(level, List.copyOf(parentKeys));
    return new Units(keys, more);
  }

  /** Returns the number of units. */
  public int size() {
    return keys.size();
  }

  /** Returns the key of a unit. */
  public String key(int unit) {
    return keys.get(unit);
  }

  /** Returns the keys in order. */
  public List<String> keys() {
    return keys;
  }

  /** Returns the names of the levels above, from the lowest to the highest. */
  public List<String> levels() {
    return List.copyOf(parents.keySet());
  }

  /**
   * Returns the units grouped by their parents at a level.
   *
   * @throws IllegalArgumentException if there is no such level
   */
  public Partition by(String level) {
    List<String> labels = parents.get(level);
    if (labels == null) {
      throw new IllegalArgumentException(
          "no level \"" + level + "\" above these units, they have " + levels());
    }
    return Partition.of(labels);
  }

  /** Returns the units of both, which must have no key in common and the same levels. */
  Units append(Units other) {
    if (!levels().equals(other.levels())) {
      throw new IllegalArgumentException(
          "cannot append units with levels " + other.levels() + " to units with " + levels());
    }
    List<String> all = new ArrayList<>(keys);
    all.addAll(other.keys);
    LinkedHashMap<String, List<String>> above = new LinkedHashMap<>();
    parents.forEach(
        (level, labels) -> {
          List<String> both = new ArrayList<>(labels);
          both.addAll(other.parents.getOrDefault(level, List.of()));
          above.put(level, Collections.unmodifiableList(both));
        });
    return new Units(of(all).keys, above);
  }

  /** Returns the chosen units in the given order. */
  Units select(int[] units) {
    int[] chosen = units.clone();
    LinkedHashMap<String, List<String>> above = new LinkedHashMap<>();
    parents.forEach((level, labels) -> above.put(level, Keys.chosen(labels, chosen)));
    return new Units(Keys.chosen(keys, chosen), above);
  }

  /**
   * Returns units drawn with replacement, numbered, so that one drawn twice is two units. Where
   * clusters were drawn, those that are drawn twice are two clusters too.
   *
   * @param drawn positions of units
   * @param draw number of the draw to which each belongs
   * @param cluster level of the clusters; null if single units were drawn
   */
  Units drawn(int[] drawn, int[] draw, @Nullable String cluster) {
    Units chosen = select(drawn);
    LinkedHashMap<String, List<String>> above = new LinkedHashMap<>();
    boolean below = cluster != null;
    for (Map.Entry<String, List<String>> level : chosen.parents.entrySet()) {
      List<String> labels = level.getValue();
      if (below) {
        List<String> apart = new ArrayList<>(labels.size());
        for (int i = 0; i < draw.length; i++) {
          apart.add(draw[i] + "/" + labels.get(i));
        }
        labels = apart;
      }
      above.put(level.getKey(), labels);
      below &= !level.getKey().equals(cluster);
    }
    return new Units(numbered(drawn.length).keys, above);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Units other && keys.equals(other.keys) && parents.equals(other.parents);
  }

  @Override
  public int hashCode() {
    return keys.hashCode() * 31 + parents.hashCode();
  }

  @Override
  public String toString() {
    return size() + " units" + (parents.isEmpty() ? "" : " within " + levels());
  }
}
