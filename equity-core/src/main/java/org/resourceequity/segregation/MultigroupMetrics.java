package org.resourceequity.segregation;

import static org.resourceequity.metric.Axiom.COMPOSITION_INVARIANCE;
import static org.resourceequity.metric.Axiom.EXCHANGES;
import static org.resourceequity.metric.Axiom.GROUP_SYMMETRY;
import static org.resourceequity.metric.Axiom.ORGANISATIONAL_EQUIVALENCE;
import static org.resourceequity.metric.Axiom.SCHOOL_DIVISION;
import static org.resourceequity.metric.Axiom.SEGREGATION_EXTREMES;
import static org.resourceequity.metric.Axiom.SIZE_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEAK_EXCHANGES;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.Condition.VARIATION;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.internal.Sorting;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.CrossTab;

/**
 * How separately do many groups attend? Groups and units without members do not count.
 *
 * <ul>
 *   <li>{@link SegregationMetrics#THEIL_H} and {@link SegregationMetrics#MUTUAL_INFORMATION} have a
 *       place with the usual ones
 *   <li>{@link #DISSIMILARITY}, {@link #GINI}: the two-group indices for many groups
 *   <li>{@link #SQUARED_CV}, {@link #RELATIVE_DIVERSITY}, {@link #NORMALISED_EXPOSURE}: the
 *       variance ratio for many groups, in three ways
 *   <li>{@link #ATKINSON}: Hutchens' index for many groups, whatever their sizes; 0 for one
 *   <li>{@link #ordinal}: categories in order, such as income classes
 *   <li>{@link #rankOrder}: an order of which the categories are only a sample
 * </ul>
 */
public final class MultigroupMetrics {

  private static final String REARDON_FIREBAUGH =
      "Reardon, S. F. and Firebaugh, G. (2002), Measures of multigroup segregation,"
          + " doi:10.1111/1467-9531.00110";

  /** Multigroup dissimilarity. */
  public static final Metric<CrossTab> DISSIMILARITY =
      Metric.of(
          info("multigroup-dissimilarity", "SM-D", "Multigroup dissimilarity")
              .claims(WEAK_EXCHANGES)
              .formula("D = \\sum_g\\sum_i \\frac{t_i|p_{ig}-P_g|}{2TI}")
              .reading("On a scale from 0, mixed, to 1, apart, schools stand at {value}.")
              .reference(
                  "Sakoda, J. M. (1981), A generalized index of dissimilarity,"
                      + " doi:10.2307/2061096; "
                      + REARDON_FIREBAUGH),
          t -> dissimilarity(Cells.of(t)));

  /** Multigroup Gini. O(groups times n log n). */
  public static final Metric<CrossTab> GINI =
      Metric.of(
          info("multigroup-gini", "SM-G", "Multigroup Gini")
              .claims(EXCHANGES)
              .formula("G = \\sum_g\\sum_i\\sum_j \\frac{t_it_j|p_{ig}-p_{jg}|}{2T^2I}")
              .reading("On a scale from 0, mixed, to 1, apart, schools stand at {value}.")
              .reference(REARDON_FIREBAUGH),
          t -> gini(Cells.of(t)));

  /** Squared coefficient of variation: chi squared over all members and K - 1. */
  public static final Metric<CrossTab> SQUARED_CV =
      Metric.of(
          info("multigroup-squared-cv", "SM-C", "Squared coefficient of variation")
              .claims(EXCHANGES)
              .formula("C = \\sum_g\\sum_i \\frac{t_i(p_{ig}-P_g)^2}{T(K-1)P_g}")
              .reading("On a scale from 0, mixed, to 1, apart, schools stand at {value}.")
              .reference(REARDON_FIREBAUGH),
          t -> {
            Cells cells = Cells.of(t);
            return squares(cells, share -> share * (cells.groupsWithMembers() - 1));
          });

  /** Relative diversity: the share of interaction that separation takes away. */
  public static final Metric<CrossTab> RELATIVE_DIVERSITY =
      Metric.of(
          info("relative-diversity", "SM-R", "Relative diversity")
              .claims(EXCHANGES)
              .formula("R = \\sum_g\\sum_i \\frac{t_i(p_{ig}-P_g)^2}{TI}")
              .reading("Two students meet across groups {value} less often than if all mixed.")
              .reference(
                  "Carlson, S. M. (1992), Trends in race/sex occupational inequality,"
                      + " Social Problems 39; "
                      + REARDON_FIREBAUGH),
          t -> {
            Cells cells = Cells.of(t);
            double interaction = interaction(cells);
            return squares(cells, share -> interaction);
          });

  /** Normalised exposure for many groups. */
  public static final Metric<CrossTab> NORMALISED_EXPOSURE =
      Metric.of(
          info("multigroup-normalised-exposure", "SM-P", "Multigroup normalised exposure")
              .claims(EXCHANGES)
              .formula("P = \\sum_g\\sum_i \\frac{t_i(p_{ig}-P_g)^2}{T(1-P_g)}")
              .reading("On a scale from 0, mixed, to 1, apart, schools stand at {value}.")
              .reference(
                  "James, F. J. (1986), A new generalized exposure-based segregation index,"
                      + " Sociological Methods and Research 14; "
                      + REARDON_FIREBAUGH),
          t -> squares(Cells.of(t), share -> 1 - share));

  /** Symmetric Atkinson index of many groups. */
  public static final Metric<CrossTab> ATKINSON =
      Metric.of(
          ofAnyGroups("multigroup-atkinson", "SM-ATK", "Symmetric multigroup Atkinson index")
              .claims(COMPOSITION_INVARIANCE)
              .formula("1 - \\sum_i \\prod_g q_{ig}^{1/K},\\quad q_{ig} = n_{ig}/n_g")
              .reading("On a scale from 0, mixed, to 1, apart, schools stand at {value}.")
              .reference(
                  "Frankel, D. M. and Volij, O. (2011), Measuring school segregation,"
                      + " doi:10.1016/j.jet.2010.10.008"),
          t -> atkinson(Cells.of(t)));

  private MultigroupMetrics() {}

  /**
   * Returns an ordinal index of segregation; the groups of the table are categories in ascending
   * order.
   */
  public static Metric<CrossTab> ordinal(OrdinalForm form) {
    return new OrdinalSegregation(form);
  }

  /**
   * Returns a rank-order index of segregation: the index of those below against those above each
   * cut between categories, as a polynomial of the share below, and its weighted mean over all
   * cuts. The polynomial is fitted with the squared variation at the cut as weight.
   *
   * @param form any but {@link OrdinalForm#ABSOLUTE_DIFFERENCE}
   * @param order of the polynomial, from 0 to 10; it takes one cut more
   */
  public static Metric<CrossTab> rankOrder(OrdinalForm form, int order) {
    return new RankOrderSegregation(form, order, true);
  }

  /** Returns {@link #rankOrder} with a polynomial fitted to all cuts alike. */
  public static Metric<CrossTab> rankOrderUnweighted(OrdinalForm form, int order) {
    return new RankOrderSegregation(form, order, false);
  }

  private static MetricInfo.Builder info(String id, String key, String name) {
    return ofAnyGroups(id, key, name).requires(VARIATION);
  }

  private static MetricInfo.Builder ofAnyGroups(String id, String key, String name) {
    return MetricInfo.of(id, key, name, CrossTab.class)
        .range(0, 1)
        .direction(LESS_EQUAL)
        .requires(SOME_UNITS)
        .claims(
            ORGANISATIONAL_EQUIVALENCE,
            SCHOOL_DIVISION,
            SIZE_INVARIANCE,
            GROUP_SYMMETRY,
            SEGREGATION_EXTREMES);
  }

  /** Returns Simpson's interaction I of the groups. */
  static double interaction(Cells cells) {
    double sum = 0;
    for (double share : cells.shares()) {
      sum += share * (1 - share);
    }
    return sum;
  }

  private static double dissimilarity(Cells cells) {
    double[] shares = cells.shares();
    double all = cells.all();
    double[] gaps = new double[cells.units()];
    for (int i = 0; i < gaps.length; i++) {
      double unit = cells.unit(i);
      double gap = 0;
      for (int g = 0; g < shares.length; g++) {
        gap += Math.abs(cells.count(g, i) - unit * shares[g]);
      }
      gaps[i] = gap / all;
    }
    return Math.min(1, ExactSum.of(gaps) / (2 * interaction(cells)));
  }

  /** A divisor for the squared deviations of a group with some share. */
  private interface Divisor {
    double of(double share);
  }

  /** Returns the squared deviations of each group's shares from the whole, each over a divisor. */
  private static double squares(Cells cells, Divisor divisor) {
    double[] shares = cells.shares();
    ExactSum sum = new ExactSum();
    for (int g = 0; g < shares.length; g++) {
      for (int i = 0; i < cells.units() && shares[g] > 0; i++) {
        if (cells.unit(i) > 0) {
          double gap = cells.count(g, i) / cells.unit(i) - shares[g];
          sum.add(cells.unit(i) / cells.all() * gap * gap / divisor.of(shares[g]));
        }
      }
    }
    return Math.min(1, sum.value());
  }

  /**
   * For each group, units in ascending order of its share: a member counts with the people of the
   * units below less those of the units above. Units with the same share count for neither.
   */
  private static double gini(Cells cells) {
    int[] filled = filled(cells);
    double[] people = Sorting.arrange(cells.unitTotals(), filled);
    ExactSum sum = new ExactSum();
    for (int g = 0; g < cells.groups(); g++) {
      double[] members = Sorting.arrange(cells.members(g), filled);
      double[] shares = new double[filled.length];
      for (int k = 0; k < shares.length; k++) {
        shares[k] = members[k] / people[k];
      }
      int[] order = Sorting.order(shares);
      ExactSum below = new ExactSum();
      double before = 0;
      for (int start = 0, end; start < order.length; start = end) {
        end = start;
        while (end < order.length && shares[order[end]] == shares[order[start]]) {
          below.add(people[order[end++]]);
        }
        double after = below.value();
        for (int k = start; k < end; k++) {
          sum.add(
              members[order[k]] / cells.all() * ((before - (cells.all() - after)) / cells.all()));
        }
        before = after;
      }
    }
    return Math.min(1, Math.max(0, sum.value() / interaction(cells)));
  }

  private static int[] filled(Cells cells) {
    int[] filled = new int[cells.unitsWithMembers()];
    int n = 0;
    for (int i = 0; i < cells.units(); i++) {
      if (cells.unit(i) > 0) {
        filled[n++] = i;
      }
    }
    return filled;
  }

  private static double atkinson(Cells cells) {
    int groups = cells.groupsWithMembers();
    ExactSum sum = new ExactSum();
    for (int i = 0; i < cells.units(); i++) {
      double mean = 1;
      for (int g = 0; g < cells.groups(); g++) {
        if (cells.group(g) > 0) {
          mean *= Math.pow(cells.count(g, i) / cells.group(g), 1.0 / groups);
        }
      }
      sum.add(mean);
    }
    return Math.min(1, Math.max(0, 1 - sum.value()));
  }
}
