package org.resourceequity.model;

import java.io.Serializable;
import java.util.Comparator;
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
    return Comparator.comparing(Category::by).thenComparing(Category::code).compare(this, other);
  }
}
