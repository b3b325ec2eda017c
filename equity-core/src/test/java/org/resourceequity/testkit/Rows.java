package org.resourceequity.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.RiskComparison;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;
import org.resourceequity.sample.Units;

/** A sample of any kind as rows that a law may change, and back. */
final class Rows {

  /** One unit. Arrays that the kind of sample does not have are empty. */
  static final class Row {
    String key = "";
    List<String> parents = List.of();
    double value;
    double weight;
    double[] covariates = {};
    double[] counts = {};
    double[] events = {};
    boolean offered = true;

    Row copy(String newKey) {
      Row copy = new Row();
      copy.key = newKey;
      copy.parents = parents;
      copy.value = value;
      copy.weight = weight;
      copy.covariates = covariates.clone();
      copy.counts = counts.clone();
      copy.events = events.clone();
      copy.offered = offered;
      return copy;
    }

    /** Multiplies weight, members and events. */
    void scaleMass(double factor) {
      weight *= factor;
      for (int g = 0; g < counts.length; g++) {
        counts[g] *= factor;
      }
      for (int g = 0; g < events.length; g++) {
        events[g] = Math.min(counts[g], events[g] * factor);
      }
    }

    double mass() {
      return weight + Arrays.stream(counts).sum();
    }
  }

  final List<Row> rows = new ArrayList<>();
  List<String> groups = List.of();
  List<String> covariates = List.of();
  int focus;
  int comparison = 1;
  RiskComparison comparedWith = new RiskComparison.AllOthers();
  private final Sample<?> from;

  private Rows(Sample<?> from) {
    this.from = from;
  }

  static Rows of(Sample<?> sample) {
    Rows all = new Rows(sample);
    List<Partition> levels = sample.units().levels().stream().map(sample.units()::by).toList();
    for (int i = 0; i < sample.size(); i++) {
      int unit = i;
      Row row = new Row();
      row.key = sample.units().key(i);
      row.parents = levels.stream().map(p -> p.labels().get(p.part(unit))).toList();
      all.rows.add(row);
    }
    if (sample instanceof Distribution d) {
      all.each((row, i) -> row.value = d.value(i));
      all.each((row, i) -> row.weight = d.weight(i));
    } else if (sample instanceof PairedSample p) {
      all.covariates = p.covariates();
      all.each((row, i) -> row.value = p.value(i));
      all.each((row, i) -> row.weight = p.weight(i));
      List<double[]> columns = all.covariates.stream().map(p::covariate).toList();
      all.each(
          (row, i) -> row.covariates = columns.stream().mapToDouble(column -> column[i]).toArray());
    } else if (sample instanceof GroupedValues g) {
      all.groups = g.groups();
      all.focus = g.focus();
      all.comparison = g.comparison();
      all.each((row, i) -> row.value = g.value(i));
      all.each((row, i) -> row.counts = all.perGroup(group -> g.count(group, i)));
    } else if (sample instanceof CrossTab c) {
      all.groups = c.groups();
      all.focus = c.focus();
      all.comparison = c.comparison();
      all.each((row, i) -> row.counts = all.perGroup(group -> c.count(group, i)));
    } else if (sample instanceof RiskCounts r) {
      all.groups = r.groups();
      all.focus = r.groups().indexOf(r.focusGroup());
      all.comparison = all.focus == 0 ? 1 : 0;
      all.comparedWith = r.comparison();
      all.each((row, i) -> row.counts = all.perGroup(group -> r.population(group, i)));
      all.each((row, i) -> row.events = all.perGroup(group -> r.events(group, i)));
      all.each((row, i) -> row.offered = r.isOffered(i));
    }
    return all;
  }

  /** What is done with each row and its position. */
  interface Step {
    void take(Row row, int position);
  }

  /** A number per group. */
  interface PerGroup {
    double of(int group);
  }

  void each(Step step) {
    for (int i = 0; i < rows.size(); i++) {
      step.take(rows.get(i), i);
    }
  }

  private double[] perGroup(PerGroup number) {
    double[] numbers = new double[groups.size()];
    for (int g = 0; g < numbers.length; g++) {
      numbers[g] = number.of(g);
    }
    return numbers;
  }

  boolean hasValues() {
    return from instanceof Distribution
        || from instanceof PairedSample
        || from instanceof GroupedValues;
  }

  /** Returns the row of a unit, null if there is none. */
  @Nullable Row find(String key) {
    return rows.stream().filter(row -> row.key.equals(key)).findFirst().orElse(null);
  }

  double totalOf(int group) {
    return rows.stream().mapToDouble(row -> row.counts[group]).sum();
  }

  double totalMass() {
    return rows.stream().mapToDouble(Row::mass).sum();
  }

  double largestValue() {
    return rows.stream().mapToDouble(row -> Math.abs(row.value)).max().orElse(0);
  }

  Sample<?> build() {
    Units units = Units.of(rows.stream().map(row -> row.key).toList());
    List<String> levels = from.units().levels();
    for (int l = 0; l < levels.size(); l++) {
      int level = l;
      units =
          units.within(levels.get(l), rows.stream().map(row -> row.parents.get(level)).toList());
    }
    double[] values = rows.stream().mapToDouble(row -> row.value).toArray();
    double[] weights = rows.stream().mapToDouble(row -> row.weight).toArray();
    if (from instanceof Distribution) {
      return Distribution.of(units, values, weights);
    }
    if (from instanceof PairedSample) {
      Map<String, double[]> columns = new LinkedHashMap<>();
      for (int c = 0; c < covariates.size(); c++) {
        int column = c;
        columns.put(
            covariates.get(c), rows.stream().mapToDouble(row -> row.covariates[column]).toArray());
      }
      return PairedSample.of(units, values, weights, columns);
    }
    double[][] counts = transposed(false);
    if (from instanceof GroupedValues) {
      return GroupedValues.of(units, values, groups, counts)
          .focusOn(groups.get(focus), groups.get(comparison));
    }
    if (from instanceof CrossTab) {
      return CrossTab.of(units, groups, counts).focusOn(groups.get(focus), groups.get(comparison));
    }
    boolean[] offered = new boolean[rows.size()];
    each((row, i) -> offered[i] = row.offered);
    return RiskCounts.of(units, groups, transposed(true), counts)
        .focusOn(groups.get(focus))
        .comparedWith(comparedWith)
        .offered(offered);
  }

  private double[][] transposed(boolean events) {
    double[][] columns = new double[groups.size()][rows.size()];
    each(
        (row, i) -> {
          for (int g = 0; g < columns.length; g++) {
            columns[g][i] = events ? row.events[g] : row.counts[g];
          }
        });
    return columns;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(from.getClass().getSimpleName());
    if (!groups.isEmpty()) {
      text.append(" of ").append(groups).append(", focus ").append(groups.get(focus));
    }
    for (Row row : rows) {
      text.append("\n  ").append(row.key).append(row.parents);
      if (hasValues()) {
        text.append(" value ").append(row.value);
      }
      if (groups.isEmpty()) {
        text.append(" weight ").append(row.weight);
      } else {
        text.append(" members ").append(Arrays.toString(row.counts));
      }
      if (row.covariates.length > 0) {
        text.append(" need ").append(Arrays.toString(row.covariates));
      }
      if (row.events.length > 0) {
        text.append(" events ").append(Arrays.toString(row.events));
      }
    }
    return text.toString();
  }
}
