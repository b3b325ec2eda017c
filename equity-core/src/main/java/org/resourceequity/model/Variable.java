package org.resourceequity.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.Checks;

/**
 * Something that is counted or measured.
 *
 * @param id kebab case, stable
 * @param kind whether parts add up
 * @param unit the unit of measurement
 * @param definition what exactly is counted; two variables with different definitions are different
 *     variables, so a new definition breaks the series
 */
public record Variable(String id, Kind kind, Measurement unit, String definition)
    implements Serializable {

  /** Checks the id. */
  public Variable {
    Checks.notBlank(id, "variable id");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Variable variable
        && id.equals(variable.id)
        && kind == variable.kind
        && unit == variable.unit
        && definition.equals(variable.definition);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
