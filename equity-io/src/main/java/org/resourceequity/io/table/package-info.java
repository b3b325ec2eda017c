/**
 * Rows from the files that agencies publish: text with any usual delimiter or of fixed width, xlsx
 * and xls workbooks, in gz, in zip, in folders; and from queries and records. {@link
 * org.resourceequity.io.table.Tables#open} is the entry point; it returns one {@link
 * org.resourceequity.io.table.Table} per text or sheet, whose rows are streamed. What a file does
 * not say, such as the names of its columns, a {@link org.resourceequity.io.table.Shape} says. A
 * file that is no table is a {@link org.resourceequity.io.table.TableException}; a bad row is a
 * notice. {@link org.resourceequity.io.table.Numbers} reads numbers as people write them.
 */
@NullMarked
package org.resourceequity.io.table;

import org.jspecify.annotations.NullMarked;
