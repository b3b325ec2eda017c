package org.resourceequity.sample;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Numbering;

/** Units divided into parts, each with a label; the parts stand in the order of their labels. */
public final class Partition implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> labels;
  private final int[] part;

  private Partition(List<String> labels, int[] part) {
    this.labels = labels;
    this.part = part;
  }

  /** Returns the partition in which unit i belongs to the part {@code labelOfUnit.get(i)}. */
  public static Partition of(List<String> labelOfUnit) {
    Numbering<String> seen = new Numbering<>();
    int[] part = new int[labelOfUnit.size()];
    @Nullable String before = null;
    for (int i = 0; i < part.length; i++) {
      String label = labelOfUnit.get(i);
      if (label.equals(before)) {
        part[i] = part[i - 1];
      } else {
        part[i] = seen.add(label);
        before = label;
      }
    }
    String[] labels = seen.keys().toArray(String[]::new);
    Arrays.sort(labels);
    int[] place = new int[labels.length];
    for (int p = 0; p < labels.length; p++) {
      place[seen.find(labels[p])] = p;
    }
    Arrays.setAll(part, i -> place[part[i]]);
    return new Partition(List.of(labels), part);
  }

  /** Returns the labels of the parts. */
  public List<String> labels() {
    return labels;
  }

  /** Returns the number of parts. */
  public int parts() {
    return labels.size();
  }

  /** Returns the number of units. */
  public int size() {
    return part.length;
  }

  /** Returns the part of a unit. */
  public int part(int unit) {
    return part[unit];
  }

  /** Returns the label of each unit's part, without a list of its own. */
  List<String> labelOfUnit() {
    return Keys.chosen(labels, part);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Partition other
        && labels.equals(other.labels)
        && Arrays.equals(part, other.part);
  }

  @Override
  public int hashCode() {
    return labels.hashCode() * 31 + Arrays.hashCode(part);
  }

  /** Returns the units of every part, each in ascending order. */
  public int[][] units() {
    int[] count = new int[parts()];
    for (int p : part) {
      count[p]++;
    }
    int[][] units = new int[parts()][];
    for (int p = 0; p < units.length; p++) {
      units[p] = new int[count[p]];
    }
    Arrays.fill(count, 0);
    for (int i = 0; i < part.length; i++) {
      units[part[i]][count[part[i]]++] = i;
    }
    return units;
  }
}
