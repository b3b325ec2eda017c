package org.resourceequity.reference;

import static org.resourceequity.gaps.EffectSizes.COHEN;
import static org.resourceequity.gaps.EffectSizes.COMMON_LANGUAGE;
import static org.resourceequity.gaps.EffectSizes.HEDGES;
import static org.resourceequity.gaps.EffectSizes.KOLMOGOROV_SMIRNOV;
import static org.resourceequity.gaps.EffectSizes.V_GAP;
import static org.resourceequity.gaps.EffectSizes.WASSERSTEIN;
import static org.resourceequity.gaps.GapMetrics.EXPOSURE_GAP;
import static org.resourceequity.gaps.GapMetrics.EXPOSURE_RATIO;
import static org.resourceequity.gaps.GapMetrics.nestedGapOfTwo;

import org.resourceequity.gaps.MeanTests;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.GroupedValues;

/** The cases of the family "gaps". */
final class GapCases extends CaseTable {

  GapCases() {
    super("gaps");
    add("mean_difference", c -> EXPOSURE_GAP.measure(c.split()));
    add("mean_ratio", c -> EXPOSURE_RATIO.measure(c.split()));
    add("cohens_d", c -> COHEN.measure(c.split()));
    add("hedges_g", c -> HEDGES.measure(c.split()));
    add("welch_t", c -> MeanTests.T.measure(c.split()));
    add("welch_p", c -> MeanTests.P.measure(c.split()));
    add("common_language_effect", c -> COMMON_LANGUAGE.measure(c.split()));
    add("v_statistic_gap", c -> V_GAP.measure(c.split()));
    add("kolmogorov_smirnov", c -> KOLMOGOROV_SMIRNOV.measure(c.split()));
    add("wasserstein_1", c -> WASSERSTEIN.measure(c.split()));
    add(
        "resource_exposure",
        c -> {
          GroupedValues sizes = sizes(c.table());
          return sizes.exposure(sizes.groups().indexOf(c.text("group")));
        });
    add("resource_gap_between", c -> gap(c).part(Decomposable.BETWEEN));
    add("resource_gap_within", c -> gap(c).part(Decomposable.WITHIN));
  }

  /** The resource of the cases is the size of the school. */
  private static GroupedValues sizes(CrossTab table) {
    double[][] counts = new double[table.groups().size()][table.size()];
    double[] sizes = new double[table.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = table.unitTotal(i);
      for (int g = 0; g < counts.length; g++) {
        counts[g][i] = table.count(g, i);
      }
    }
    return GroupedValues.of(table.units(), sizes, table.groups(), counts);
  }

  private static Parts gap(Case reference) {
    return nestedGapOfTwo("district")
        .measure(
            sizes(reference.table()).focusOn(reference.text("group_a"), reference.text("group_b")))
        .get();
  }
}
