package org.resourceequity.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

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
  public boolean equals(@Nullable Object other) {
    return other instanceof ColumnKey key
        && level == key.level
        && what.equals(key.what)
        && group.equals(key.group)
        && fund == key.fund
        && layer == key.layer
        && year.equals(key.year);
  }

  @Override
  public int hashCode() {
    int hash = 31 * (31 * what.hashCode() + group.hashCode()) + year.hashCode();
    return 31 * hash + 64 * level.ordinal() + 8 * fund.ordinal() + layer.ordinal();
  }

  @Override
  public int compareTo(ColumnKey other) {
    int order = level.compareTo(other.level);
    order = order != 0 ? order : what.id().compareTo(other.what.id());
    order = order != 0 ? order : group.compareTo(other.group);
    order = order != 0 ? order : fund.compareTo(other.fund);
    order = order != 0 ? order : layer.compareTo(other.layer);
    order = order != 0 ? order : year.compareTo(other.year);
    return order != 0 ? order : what.definition().compareTo(other.what.definition());
  }
}
