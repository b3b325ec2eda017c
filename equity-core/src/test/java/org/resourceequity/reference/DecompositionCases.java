package org.resourceequity.reference;

import static org.resourceequity.inequality.AtkinsonDecomposition.Order.MEANS_FIRST;
import static org.resourceequity.inequality.DecompositionMetrics.atkinsonDecomposition;
import static org.resourceequity.inequality.DecompositionMetrics.giniDecomposition;
import static org.resourceequity.inequality.GiniDecomposition.Method.PYATT;
import static org.resourceequity.inequality.GiniDecomposition.Method.YITZHAKI_LERMAN;
import static org.resourceequity.inequality.SourceDecomposition.Method.ELASTICITY;
import static org.resourceequity.inequality.SourceDecomposition.Method.LERMAN_YITZHAKI;
import static org.resourceequity.inequality.SourceDecomposition.Method.SHORROCKS;
import static org.resourceequity.metric.Decomposable.BETWEEN;
import static org.resourceequity.metric.Decomposable.WITHIN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.inequality.DecompositionMetrics;
import org.resourceequity.inequality.GiniDecomposition;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.inequality.SourceDecomposition;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Units;

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
    sources();
    add("generalized_entropy_nested", DecompositionCases::nested);
    add("mld_change_decomposition", DecompositionCases::theilLOfFirstYear);
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

  private void sources() {
    add(
        "source_decomposition_gini",
        c -> {
          Parts parts = bySource(LERMAN_YITZHAKI, c);
          return parts.part(c.text("source")) / parts.total();
        });
    add("source_decomposition_shorrocks", c -> bySource(SHORROCKS, c).part(c.text("source")));
    add("source_gini_elasticity", c -> bySource(ELASTICITY, c).part(c.text("source")));
  }

  /** The value is a sum of columns, "state + local", which are its sources. */
  private static Parts bySource(SourceDecomposition.Method method, Case c) {
    String total = c.text("total");
    String[] columns = total.split(" \\+ ", -1);
    Data rows = c.weighed(columns);
    Map<String, double[]> sources = new LinkedHashMap<>();
    for (String column : columns) {
      sources.put(column, rows.numbers(column));
    }
    Distribution all =
        Distribution.of(Units.numbered(rows.size()), rows.numbers(total), c.weights(rows));
    return DecompositionMetrics.bySource(method).measure(all.withParts(sources)).get();
  }

  /**
   * Levels are columns from the highest to the units; a part is "between_counties", {@code
   * between_districts_in_counties} or {@code within_districts}.
   */
  private static double nested(Case c) {
    List<String> levels = c.texts("levels");
    Data rows = c.weighed(c.text("column"));
    Units units = Units.numbered(rows.size());
    for (int l = levels.size() - 2; l >= 0; l--) {
      units = units.within(levels.get(l), Arrays.asList(rows.texts(levels.get(l))));
    }
    Parts parts =
        DecompositionMetrics.nested(InequalityMetrics.generalisedEntropy(c.number("alpha")))
            .measure(Distribution.of(units, rows.numbers(c.text("column")), c.weights(rows)))
            .get();
    String part = c.text("part");
    return parts.part(
        part.startsWith("within_") || part.equals("within")
            ? DecompositionMetrics.UNIT
            : level(levels, part.replaceFirst("^between_?", "").split("_in_", -1)[0]));
  }

  /** The level whose column begins most like a word: "counties" is "county_no". */
  private static String level(List<String> levels, String word) {
    String best = levels.get(0);
    int most = 0;
    for (String level : levels) {
      String[] columns = level.split(" \\+ ", -1);
      int alike = 0;
      String column = columns[columns.length - 1];
      while (alike < Math.min(column.length(), word.length())
          && column.charAt(alike) == word.charAt(alike)) {
        alike++;
      }
      if (alike > most) {
        most = alike;
        best = level;
      }
    }
    if (most < 3 && !word.isEmpty()) {
      throw new IllegalArgumentException("no level \"" + word + "\" among " + levels);
    }
    return best;
  }

  /** The peer's parts are those of the first of the two years. */
  private static double theilLOfFirstYear(Case c) {
    String[] by = c.text("group").split(" bands ", 2);
    Data rows = c.weighed(c.text("column"), by[0]);
    double[] year = rows.numbers("year");
    double first = c.number("year1");
    Data ofYear = rows.rows(i -> year[i] == first);
    Distribution values = Distribution.of(ofYear.numbers(c.text("column")), c.weights(ofYear));
    Parts parts =
        InequalityMetrics.THEIL_L.decompose(
            values,
            Partition.of(
                by.length == 1
                    ? Arrays.asList(ofYear.texts(by[0]))
                    : bands(ofYear.numbers(by[0]), by[1])));
    return switch (c.text("part")) {
      case "mld_total" -> parts.total();
      case "mld_between" -> parts.part(BETWEEN);
      case "mld_within" -> parts.part(WITHIN);
      default -> throw new IllegalArgumentException("part is " + c.text("part"));
    };
  }

  /** Bands are written "[0,20) [20,60]". */
  private static List<String> bands(double[] values, String words) {
    List<String> labels = new ArrayList<>();
    for (double value : values) {
      labels.add(
          Arrays.stream(words.split(" ", -1))
              .filter(band -> holds(band, value))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(value + " is in no band " + words)));
    }
    return labels;
  }

  private static boolean holds(String band, double value) {
    String[] ends = band.substring(1, band.length() - 1).split(",", -1);
    double low = Double.parseDouble(ends[0]);
    double high = Double.parseDouble(ends[1]);
    return (band.startsWith("[") ? value >= low : value > low)
        && (band.endsWith("]") ? value <= high : value < high);
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
