package org.resourceequity.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;

/**
 * One value of an attribute: race Black, grade 8, experience "1 to 3 years".
 *
 * @param by the attribute
 * @param code the value's code: kebab case, stable
 */
public record Category(Attribute by, String code) implements Comparable<Category>, Serializable {

  /** Checks the code. */
  public Category {
    Checks.notBlank(code, "category code");
  }

  @Override
  public int compareTo(Category other) {
    int order = by.compareTo(other.by);
    return order != 0 ? order : code.compareTo(other.code);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Category category && by == category.by && code.equals(category.code);
  }

  @Override
  public int hashCode() {
    return 31 * by.ordinal() + code.hashCode();
  }

  /** Returns attribute and code, for people. */
  @Override
  public String toString() {
    return "Category[by=" + by + ", code=" + code + ']';
  }
}
