package org.resourceequity.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A column without level and year: a question's scope supplies those.
 *
 * @param what the variable
 * @param group about whom
 * @param fund source of money
 * @param layer cost layer
 */
public record Operand(Variable what, Group group, Fund fund, CostLayer layer)
    implements Serializable {

  /** Returns an operand about a group, without money. */
  public static Operand of(Variable what, Group group) {
    return new Operand(what, group, Fund.ALL, CostLayer.ALL);
  }

  /** Returns the same operand for one source of money. */
  public Operand with(Fund fund) {
    return new Operand(what, group, fund, layer);
  }

  /** Returns the same operand for one cost layer. */
  public Operand with(CostLayer layer) {
    return new Operand(what, group, fund, layer);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Operand operand
        && what.equals(operand.what)
        && group.equals(operand.group)
        && fund == operand.fund
        && layer == operand.layer;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * what.hashCode() + group.hashCode()) + 8 * fund.ordinal() + layer.ordinal();
  }

  /** Returns the column that supplies this operand. */
  public ColumnKey at(Level level, SchoolYear year) {
    return new ColumnKey(level, what, group, fund, layer, year);
  }

  /**
   * Returns the operand in words: "enrolment", "share of students learning English", "graduation
   * rate of Black students".
   */
  public String label() {
    String thing =
        what.unit() == Measurement.SHARE && what.id().endsWith("-share")
            ? "share of " + Groups.people(group)
            : what.id().replace('-', ' ').replace("fte", "FTE")
                + (group.isAll() ? "" : " of " + Groups.people(group));
    return thing
        + (fund == Fund.ALL ? "" : ", " + fund.words())
        + (layer == CostLayer.ALL ? "" : ", " + layer.words());
  }
}
