package org.resourceequity.segregation;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.resourceequity.internal.Checks;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/**
 * Rank-order segregation: the segregation of those below from those above a cut, averaged over all
 * cuts of an order of which only some are observed.
 */
final class RankOrderSegregation implements Metric<CrossTab> {

  static final String PREFIX = "rank-order-";

  private final OrdinalForm form;
  private final int order;
  private final boolean weighted;
  private final MetricInfo info;

  RankOrderSegregation(OrdinalForm form, int order, boolean weighted) {
    if (form == OrdinalForm.ABSOLUTE_DIFFERENCE) {
      throw new IllegalArgumentException(
          "form is " + form + ", expected one that has a rank-order index");
    }
    Checks.within(order, 0, 10, "order");
    this.form = form;
    this.order = order;
    this.weighted = weighted;
    this.info =
        MetricInfo.of(
                PREFIX + form.id() + ":" + order + (weighted ? "" : ",ols"),
                "SM-RANK",
                "Rank-order segregation " + form.letter(),
                CrossTab.class)
            .direction(Direction.LESS_EQUAL)
            .requires(
                Condition.SOME_UNITS,
                Condition.VARIATION,
                new EnoughCuts(order),
                Condition.REPRESENTABLE)
            .formula(
                "\\sum_m \\delta_m\\beta_m,\\ \\text{index at cut } p \\approx \\sum_m \\beta_m"
                    + " p^m,\\ \\delta_m ="
                    + " \\frac{\\int\\varphi(p)p^m\\,dp}{\\int\\varphi(p)\\,dp},\\ \\varphi(c) = "
                    + form.latex())
            .reading("On a scale from 0, mixed, to 1, apart, schools stand at {value}.")
            .reference(
                "Reardon, S. F. (2011), Measures of income segregation, CEPA working paper,"
                    + " Stanford University");
  }

  /**
   * The requirement of one cut between groups with members for each coefficient.
   *
   * @param order of the polynomial
   */
  private record EnoughCuts(int order) implements Requirement {
    @Override
    public String name() {
      return "ENOUGH_UNITS";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      int cuts = Cells.of((CrossTab) sample).groupsWithMembers() - 1;
      return cuts > order
          ? Optional.empty()
          : Optional.of(cuts + " cuts between groups, fewer than " + (order + 1) + " coefficients");
    }
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public double formula(CrossTab sample) {
    Cells cells = Cells.of(sample);
    boolean[] cuts = OrdinalSegregation.cuts(cells);
    int rows = cells.groupsWithMembers() - 1;
    double[][] powers = new double[rows][order + 1];
    double[] index = new double[rows];
    double[] shares = cells.shares();
    double below = 0;
    int row = 0;
    for (int g = 0; g < cuts.length; g++) {
      below += shares[g];
      if (cuts[g]) {
        boolean[] one = new boolean[cuts.length];
        one[g] = true;
        // Rows times the root of the weight: least squares of squared variation.
        double weight = weighted ? form.variation(below, 1 - below) : 1;
        index[row] = weight * form.index(cells, one);
        for (int m = 0; m <= order; m++) {
          powers[row][m] = weight * Math.pow(below, m);
        }
        row++;
      }
    }
    try {
      double[] coefficients =
          new QRDecomposition(new Array2DRowRealMatrix(powers, false))
              .getSolver()
              .solve(new ArrayRealVector(index, false))
              .toArray();
      double sum = 0;
      for (int m = 0; m <= order; m++) {
        sum += form.weight(m) * coefficients[m];
      }
      return sum;
    } catch (SingularMatrixException e) {
      // Two cuts so near to each other that doubles cannot tell them apart.
      return Double.NaN;
    }
  }

  @Override
  public String toString() {
    return info.id();
  }
}
