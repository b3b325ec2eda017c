package org.resourceequity.metric;

import org.resourceequity.sample.CrossTab;

/**
 * A metric of a table of counts with an influence function of each cell, from which the error
 * follows that draws of single students would leave.
 */
public interface InfluentialByCell extends Influential<CrossTab> {

  /**
   * Returns the influence of one more student of a group in a unit, {@code [group][unit]}; weighted
   * by the counts they add up to 0. Cells without students have 0. May assume that {@code
   * info().requires()} holds.
   */
  double[][] influenceByCell(CrossTab table);

  /** A unit's influence is that of its students together. */
  @Override
  default double[] influence(CrossTab table) {
    double[][] byCell = influenceByCell(table);
    double[] influence = new double[table.size()];
    double all = table.total();
    for (int i = 0; i < influence.length; i++) {
      for (int g = 0; g < byCell.length; g++) {
        influence[i] += table.count(g, i) / all * byCell[g][i];
      }
    }
    return influence;
  }
}
