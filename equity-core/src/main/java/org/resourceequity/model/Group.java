package org.resourceequity.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * People counted together: a population and the categories they are in. Without categories it is
 * everybody of the population.
 *
 * @param of the population
 * @param is the categories, all of which apply, in the order of attributes
 */
public record Group(Population of, List<Category> is) implements Comparable<Group>, Serializable {

  /** All students. */
  public static final Group STUDENTS = new Group(Population.STUDENTS, List.of());

  /** All teachers. */
  public static final Group TEACHERS = new Group(Population.TEACHERS, List.of());

  /** All classes. */
  public static final Group CLASSES = new Group(Population.CLASSES, List.of());

  /** Sorts the categories. */
  public Group {
    is = is.size() < 2 ? List.copyOf(is) : List.copyOf(new TreeSet<>(is));
  }

  /** Returns the members of this group that are also in the category. */
  public Group and(Attribute by, String code) {
    List<Category> all = new ArrayList<>(is);
    all.add(new Category(by, code));
    return new Group(of, all);
  }

  /** Returns everybody of the population. */
  public Group all() {
    return new Group(of, List.of());
  }

  /** Returns whether this is everybody of its population. */
  public boolean isAll() {
    return is.isEmpty();
  }

  /** Returns the group in words: "students, race black, grade 8". */
  public String label() {
    return is.isEmpty()
        ? of.words()
        : of.words()
            + is.stream()
                .map(
                    c ->
                        ", "
                            + c.by().name().toLowerCase(java.util.Locale.ROOT)
                            + " "
                            + c.code().replace('-', ' '))
                .collect(Collectors.joining());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Group group && of == group.of && is.equals(group.is);
  }

  @Override
  public int hashCode() {
    return 31 * of.ordinal() + is.hashCode();
  }

  @Override
  public int compareTo(Group other) {
    int byPopulation = of.compareTo(other.of);
    return byPopulation != 0 ? byPopulation : is.toString().compareTo(other.is.toString());
  }
}
