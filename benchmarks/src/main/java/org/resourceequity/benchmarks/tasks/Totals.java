package org.resourceequity.benchmarks.tasks;

import java.util.Collection;
import org.resourceequity.model.Column;

/** What tells whether the cells are right. */
record Totals(long cells, long known, long students, long squares) {

  /** Adds up columns of whole numbers. */
  static Totals of(Collection<Column> columns) {
    long cells = 0;
    long known = 0;
    long students = 0;
    long squares = 0;
    for (Column column : columns) {
      cells += column.size();
      for (int i = 0; i < column.size(); i++) {
        if (column.isKnown(i)) {
          long value = (long) column.value(i);
          known++;
          students += value;
          squares += value * value;
        }
      }
    }
    return new Totals(cells, known, students, squares);
  }

  @Override
  public String toString() {
    return "cells=" + cells + " known=" + known + " students=" + students + " sumsq=" + squares;
  }
}
