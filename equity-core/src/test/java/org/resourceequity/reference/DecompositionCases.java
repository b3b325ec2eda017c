package org.resourceequity.reference;

import static org.resourceequity.inequality.AtkinsonDecomposition.Order.MEANS_FIRST;
import static org.resourceequity.inequality.DecompositionMetrics.atkinsonDecomposition;
import static org.resourceequity.inequality.DecompositionMetrics.giniDecomposition;
import static org.resourceequity.inequality.GiniDecomposition.Method.PYATT;
import static org.resourceequity.inequality.GiniDecomposition.Method.YITZHAKI_LERMAN;
import static org.resourceequity.metric.Decomposable.BETWEEN;
import static org.resourceequity.metric.Decomposable.WITHIN;

import java.util.List;
import org.resourceequity.inequality.GiniDecomposition;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.metric.Parts;

/** The cases of the family "decomposition". */
final class DecompositionCases extends CaseTable {

  DecompositionCases() {
    super("decomposition");
    for (String part : List.of(BETWEEN, WITHIN)) {
      add("theil_" + part, c -> theil(c).part(part));
      add("generalized_entropy_" + part, c -> entropy(c).part(part));
      add(
          "atkinson_decomposition_" + part,
          c ->
              atkinsonDecomposition(c.number("epsilon"), MEANS_FIRST)
                  .decompose(c.distribution(), c.partition())
                  .part(part));
      add("gini_decomposition_" + part, c -> gini(PYATT, c).part(part));
    }
    add("gini_decomposition_overlap", c -> gini(PYATT, c).part(GiniDecomposition.OVERLAP));
    add(
        "gini_decomposition_yitzhaki_lerman",
        c -> {
          String part = c.text("part");
          return gini(YITZHAKI_LERMAN, c)
              .part(part.equals("stratif") ? GiniDecomposition.STRATIFICATION : part);
        });
    add("IN-DECGE: Theil T between", c -> theil(c).part(BETWEEN));
    add(
        "IN-DECGE: Theil T [total, between, within] with zeros",
        c -> List.of(theil(c).total(), theil(c).part(BETWEEN), theil(c).part(WITHIN)));
    add("IN-DECGE: GE(1) [within, between]", c -> withinBetween(entropy(c)));
    add("IN-DECGE: GE(2) [within, between]", c -> withinBetween(entropy(c)));
    add(
        "IN-DECGINI: Gini BM [within, between, overlap]",
        c -> {
          Parts parts = gini(PYATT, c);
          return List.of(
              parts.part(WITHIN), parts.part(BETWEEN), parts.part(GiniDecomposition.OVERLAP));
        });
  }

  private static Parts theil(Case c) {
    return InequalityMetrics.THEIL_T.decompose(c.distribution(), c.partition());
  }

  private static Parts entropy(Case c) {
    return InequalityMetrics.generalisedEntropy(c.number("alpha"))
        .decompose(c.distribution(), c.partition());
  }

  private static Parts gini(GiniDecomposition.Method method, Case c) {
    return giniDecomposition(method).decompose(c.distribution(), c.partition());
  }

  private static List<Double> withinBetween(Parts parts) {
    return List.of(parts.part(WITHIN), parts.part(BETWEEN));
  }
}
