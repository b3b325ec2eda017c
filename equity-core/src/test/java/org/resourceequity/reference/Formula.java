package org.resourceequity.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.resourceequity.metric.Outcome;
import org.resourceequity.progressivity.Design;
import org.resourceequity.progressivity.Regression;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Units;

/**
 * A model as the cases write it: {@code log(rev_pp) ~ poverty_rate + log(enroll) + factor(state)},
 * with {@code a * factor(b)} for both and their products.
 */
final class Formula {

  private final String value;
  private final List<String> columns = new ArrayList<>();
  private final List<String> factors = new ArrayList<>();
  private boolean products;

  Formula(String text) {
    String[] sides = text.split(" ~ ", 2);
    value = sides[0];
    for (String term : sides[1].split(" \\+ ", -1)) {
      for (String part : term.split(" \\* ", -1)) {
        if (part.startsWith("factor(")) {
          factors.add(part.substring("factor(".length(), part.length() - 1));
        } else {
          columns.add(part);
        }
      }
      products |= term.contains(" * ");
    }
  }

  /** Returns the rows that have every number the model needs. */
  Data rows(Case reference) {
    List<String> needed = new ArrayList<>(List.of(value));
    needed.addAll(columns);
    return reference.weighed(needed.toArray(String[]::new));
  }

  /** Returns some of the rows as a sample with the columns as covariates "x0", "x1" ... */
  PairedSample sample(Case reference, IntPredicate chosen) {
    Data rows = rows(reference).rows(chosen);
    Map<String, double[]> covariates = new LinkedHashMap<>();
    for (String column : columns) {
      covariates.put("x" + covariates.size(), rows.numbers(column));
    }
    return PairedSample.of(
        Units.numbered(rows.size()), rows.numbers(value), reference.weights(rows), covariates);
  }

  /** Fits the model; terms have the names of the formula. */
  Outcome<Regression> fit(Case reference) {
    Data rows = rows(reference);
    PairedSample sample =
        PairedSample.of(
            Units.numbered(rows.size()),
            rows.numbers(value),
            reference.weights(rows),
            Map.of(columns.get(0), rows.numbers(columns.get(0))));
    Design design = Design.of(sample);
    for (String column : columns) {
      design = design.with(column, rows.numbers(column));
    }
    for (String factor : factors) {
      Partition levels = Partition.of(Arrays.asList(rows.texts(factor)));
      design = design.withFactor(factor, levels, null);
      if (products) {
        design = product(design, rows.numbers(columns.get(0)), factor, levels);
      }
    }
    return design.fit();
  }

  private static Design product(Design design, double[] column, String factor, Partition levels) {
    Design more = design;
    for (int level = 1; level < levels.parts(); level++) {
      double[] product = new double[column.length];
      for (int i = 0; i < product.length; i++) {
        product[i] = levels.part(i) == level ? column[i] : 0;
      }
      more = more.with("product with " + factor + " " + levels.labels().get(level), product);
    }
    return more;
  }
}
