/**
 * Schools, districts and what is known about them.
 *
 * <p>{@link org.resourceequity.model.EquityData} is a store of columns: one {@link
 * org.resourceequity.model.Cell} per unit for each {@link org.resourceequity.model.ColumnKey}. Rows
 * become cells only in {@link org.resourceequity.model.EquityData.Builder}. {@link
 * org.resourceequity.model.Ratio} names what is divided by what; {@link
 * org.resourceequity.model.Operands} and {@link org.resourceequity.model.Ratios} list the usual
 * ones. {@link org.resourceequity.model.District} and {@link org.resourceequity.model.School} are
 * the views to meet first.
 *
 * <p>Records that name units and columns write {@code equals} and {@code hashCode} out. Those that
 * a record gets by itself are linked when they are first called, which takes longer than to read a
 * small file.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.model;
