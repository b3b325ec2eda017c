package org.resourceequity.model;

import java.io.Serializable;
import java.util.Comparator;

/**
 * The name of a column: what is known about the units of one level in one year.
 *
 * @param level level of the units
 * @param what the variable
 * @param group about whom
 * @param fund source of money, {@link Fund#ALL} where there is none
 * @param layer cost layer, {@link CostLayer#ALL} where there is none
 * @param year the school year
 */
public record ColumnKey(
    Level level, Variable what, Group group, Fund fund, CostLayer layer, SchoolYear year)
    implements Comparable<ColumnKey>, Serializable {

  /** Returns the key of a column without money. */
  public static ColumnKey of(Level level, Variable what, Group group, SchoolYear year) {
    return new ColumnKey(level, what, group, Fund.ALL, CostLayer.ALL, year);
  }

  /** Returns the operand that this column supplies. */
  public Operand operand() {
    return new Operand(what, group, fund, layer);
  }

  @Override
  public int compareTo(ColumnKey other) {
    return Comparator.comparing(ColumnKey::level)
        .thenComparing(k -> k.what().id())
        .thenComparing(ColumnKey::group)
        .thenComparing(ColumnKey::fund)
        .thenComparing(ColumnKey::layer)
        .thenComparing(ColumnKey::year)
        .thenComparing(k -> k.what().definition())
        .compare(this, other);
  }
}
