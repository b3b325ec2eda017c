package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Partition;

/** Hutchens' square root index: composition invariant, and it splits exactly over clusters. */
public final class Hutchens
    implements Explained<CrossTab>,
        InfluentialByCell,
        Decomposable<CrossTab>,
        LeaveOneOut<CrossTab> {

  private static final MetricInfo INFO =
      MetricInfo.of("hutchens", "S2-HUT", "Hutchens square root index", CrossTab.class)
          .range(0, 1)
          .direction(Direction.LESS_EQUAL)
          .requires(Condition.SOME_UNITS, Condition.EVERY_GROUP)
          .claims(
              Axiom.ORGANISATIONAL_EQUIVALENCE,
              Axiom.SCHOOL_DIVISION,
              Axiom.SIZE_INVARIANCE,
              Axiom.COMPOSITION_INVARIANCE,
              Axiom.SEGREGATION_TRANSFERS,
              Axiom.STRICT_SEGREGATION_TRANSFERS,
              Axiom.SEGREGATION_EXTREMES)
          .formula("S = 1 - \\sum_i \\sqrt{\\tfrac{a_i}{A}\\tfrac{b_i}{B}}")
          .reading("On a scale from 0, mixed, to 1, apart, schools stand at {value}.")
          .reference(
              "Hutchens, R. (2004), One measure of segregation,"
                  + " doi:10.1111/j.1468-2354.2004.00136.x");

  Hutchens() {}

  @Override
  public MetricInfo info() {
    return INFO;
  }

  @Override
  public double formula(CrossTab sample) {
    return ExactSum.of(terms(Pair.of(sample)));
  }

  /** Half the squared difference of the roots: adds up to the index, and no term is negative. */
  private static double[] terms(Pair pair) {
    double[] terms = new double[pair.units()];
    for (int i = 0; i < terms.length; i++) {
      double gap = Math.sqrt(pair.a[i] / pair.sumA) - Math.sqrt(pair.b[i] / pair.sumB);
      terms[i] = gap * gap / 2;
    }
    return terms;
  }

  @Override
  public UnitValues contributions(CrossTab sample) {
    return UnitValues.of(sample.units().keys(), terms(Pair.of(sample)));
  }

  @Override
  public double[][] influenceByCell(CrossTab table) {
    Pair pair = Pair.of(table);
    double together = 1 - formula(table);
    double[] root = new double[pair.units()];
    Arrays.setAll(root, i -> Math.sqrt(pair.b[i] / pair.sumB * pair.sumA / pair.a[i]));
    return pair.influence(table, i -> (together - root[i]) / 2, i -> (together - 1 / root[i]) / 2);
  }

  @Override
  public UnitValues leaveOneOut(CrossTab sample) {
    Pair pair = Pair.of(sample);
    double[] roots = new double[pair.units()];
    Arrays.setAll(roots, i -> Math.sqrt(pair.a[i] / pair.sumA) * Math.sqrt(pair.b[i] / pair.sumB));
    double all = ExactSum.of(roots);
    List<String> keys = new ArrayList<>();
    double[] values = new double[roots.length];
    for (int i = 0; i < roots.length; i++) {
      double restA = 1 - pair.a[i] / pair.sumA;
      double restB = 1 - pair.b[i] / pair.sumB;
      if (restA > 0 && restB > 0) {
        double rest = (all - roots[i]) / Math.sqrt(restA) / Math.sqrt(restB);
        values[keys.size()] = Math.min(1, Math.max(0, 1 - rest));
        keys.add(sample.units().key(i));
      }
    }
    return UnitValues.of(keys, Arrays.copyOf(values, keys.size()));
  }

  /** Within is the sum of the clusters' own indices, weighted \(\sqrt{A_kB_k/(AB)}\). */
  @Override
  public Parts decompose(CrossTab sample, Partition partition) {
    CrossTab pooled = sample.pool(partition);
    Pair clusters = Pair.of(pooled);
    int[][] parts = partition.units();
    ExactSum within = new ExactSum();
    for (int k = 0; k < parts.length; k++) {
      if (clusters.a[k] > 0 && clusters.b[k] > 0) {
        double weight =
            Math.sqrt(clusters.a[k] / clusters.sumA) * Math.sqrt(clusters.b[k] / clusters.sumB);
        within.add(weight * formula(sample.select(parts[k])));
      }
    }
    Map<String, Double> named = new LinkedHashMap<>();
    named.put(BETWEEN, formula(pooled));
    named.put(WITHIN, within.value());
    return new Parts(formula(sample), named);
  }

  @Override
  public String toString() {
    return INFO.id();
  }
}
