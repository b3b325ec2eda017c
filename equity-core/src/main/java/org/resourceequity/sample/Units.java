package org.resourceequity.sample;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;

/**
 * The units of a sample: opaque keys, each with a parent at any number of levels above, such as the
 * district and the state of a school.
 */
public final class Units implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Above[] NOTHING = {};

  private final List<String> keys;

  /** From the lowest level to the highest. */
  private final Above[] above;

  private Units(List<String> keys, Above... above) {
    this.keys = keys;
    this.above = above;
  }

  /** The parents of all units at a level. */
  private static final class Above implements Serializable {
    private static final long serialVersionUID = 1L;
    private final String level;
    private final List<String> parents;

    /** Worked out at the first use. */
    private transient volatile @Nullable Partition partition;

    Above(String level, List<String> parents) {
      this.level = level;
      this.parents = parents;
    }

    /** Keeps each parent's key once. */
    Above(String level, Partition partition) {
      this(level, partition.labelOfUnit());
      this.partition = partition;
    }

    Partition partition() {
      Partition known = partition;
      if (known == null) {
        known = Partition.of(parents);
        partition = known;
      }
      return known;
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Above other && level.equals(other.level) && parents.equals(other.parents);
    }

    @Override
    public int hashCode() {
      return level.hashCode() * 31 + parents.hashCode();
    }
  }

  /** Returns units with the given keys, which must differ. */
  public static Units of(List<String> keys) {
    Set<String> seen = new HashSet<>();
    for (String key : keys) {
      if (!seen.add(key)) {
        throw new IllegalArgumentException("unit key \"" + key + "\" occurs twice");
      }
    }
    return new Units(List.copyOf(keys), NOTHING);
  }

  /** Returns units "0", "1", ... for data without names. */
  public static Units numbered(int count) {
    return new Units(new Keys.Numbers(count), NOTHING);
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
    Partition here = Partition.of(parentKeys);
    int place = above.length;
    for (int k = 0; k < above.length; k++) {
      checkUnder(above[k], level, here);
      if (above[k].level.equals(level)) {
        place = k;
      }
    }
    Above[] more = Arrays.copyOf(above, Math.max(above.length, place + 1));
    more[place] = new Above(level, here);
    return new Units(keys, more);
  }

  private static void checkUnder(Above below, String level, Partition here) {
    Partition parents = below.partition();
    int[] first = new int[parents.parts()];
    Arrays.fill(first, -1);
    for (int i = 0; i < parents.size(); i++) {
      int parent = parents.part(i);
      if (first[parent] < 0) {
        first[parent] = here.part(i);
      } else if (first[parent] != here.part(i)) {
        throw new IllegalArgumentException(
            "%s \"%s\" stands under two units of level %s"
                .formatted(below.level, parents.labels().get(parent), level));
      }
    }
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
    return Arrays.stream(above).map(one -> one.level).toList();
  }

  /**
   * Returns the units grouped by their parents at a level.
   *
   * @throws IllegalArgumentException if there is no such level
   */
  public Partition by(String level) {
    for (Above one : above) {
      if (one.level.equals(level)) {
        return one.partition();
      }
    }
    throw new IllegalArgumentException(
        "no level \"" + level + "\" above these units, they have " + levels());
  }

  /** Returns the units of both, which must have no key in common and the same levels. */
  Units append(Units other) {
    if (!levels().equals(other.levels())) {
      throw new IllegalArgumentException(
          "cannot append units with levels " + other.levels() + " to units with " + levels());
    }
    List<String> all = new ArrayList<>(keys);
    all.addAll(other.keys);
    Above[] both = new Above[above.length];
    for (int k = 0; k < both.length; k++) {
      List<String> parents = new ArrayList<>(above[k].parents);
      parents.addAll(other.above[k].parents);
      both[k] = new Above(above[k].level, Collections.unmodifiableList(parents));
    }
    return new Units(of(all).keys, both);
  }

  /** Returns the chosen units in the given order. */
  Units select(int[] units) {
    int[] chosen = units.clone();
    Above[] those = new Above[above.length];
    for (int k = 0; k < those.length; k++) {
      those[k] = new Above(above[k].level, Keys.chosen(above[k].parents, chosen));
    }
    return new Units(Keys.chosen(keys, chosen), those);
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
    Above[] apart = chosen.above.clone();
    boolean below = cluster != null;
    for (int k = 0; k < apart.length && below; k++) {
      List<String> parents = apart[k].parents;
      List<String> labels = new ArrayList<>(draw.length);
      for (int i = 0; i < draw.length; i++) {
        labels.add(draw[i] + "/" + parents.get(i));
      }
      below = !apart[k].level.equals(cluster);
      apart[k] = new Above(apart[k].level, labels);
    }
    return new Units(numbered(drawn.length).keys, apart);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Units other && keys.equals(other.keys) && Arrays.equals(above, other.above);
  }

  @Override
  public int hashCode() {
    return keys.hashCode() * 31 + Arrays.hashCode(above);
  }

  @Override
  public String toString() {
    return size() + " units" + (above.length == 0 ? "" : " within " + levels());
  }
}
