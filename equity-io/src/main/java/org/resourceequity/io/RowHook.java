package org.resourceequity.io;

/**
 * What the declaration of a format cannot say. Most formats need none.
 *
 * <p>A hook may keep what it has seen with {@link RowView#memory}, which all tables of a file or
 * folder share.
 */
@FunctionalInterface
public interface RowHook {

  /**
   * Looks at a row before the declared columns are read.
   *
   * @return whether the row is to be read
   */
  boolean row(RowView row);
}
