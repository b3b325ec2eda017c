package org.resourceequity.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.resourceequity.analysis.Analysis;
import org.resourceequity.analysis.Question;
import org.resourceequity.analysis.Report;
import org.resourceequity.analysis.Scope;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.sample.CrossTab;

/** How separately groups attend, in the nation and in each district, by year. */
final class DistrictSeparation {

  /** The columns of the rows, in their order. */
  static final StructType COLUMNS =
      StructType.fromDDL(
          "year string, level string, place_id string, metric string, part string, value double,"
              + " why string, schools int, students double, coverage double");

  private final Attribute between;
  private final List<Measure<CrossTab, ?>> metrics;

  private DistrictSeparation(Attribute between, List<Measure<CrossTab, ?>> metrics) {
    this.between = between;
    this.metrics = metrics;
  }

  /**
   * Returns the question.
   *
   * @throws IllegalArgumentException if a metric is unknown or measures something else
   */
  static DistrictSeparation of(Attribute between, List<String> ids, MetricCatalog catalog) {
    List<Measure<CrossTab, ?>> metrics = new ArrayList<>();
    for (String id : ids) {
      Measure<?, ?> metric = catalog.get(id.strip());
      if (!metric.info().sample().equals(CrossTab.class) || metric instanceof Comparison<?, ?>) {
        throw new IllegalArgumentException(
            metric + " is no metric of separation, expected one such as mutual-information");
      }
      // Safe: info().sample() is the class that the metric measures.
      @SuppressWarnings("unchecked")
      Measure<CrossTab, ?> checked = (Measure<CrossTab, ?>) metric;
      metrics.add(checked);
    }
    return new DistrictSeparation(between, metrics);
  }

  /** Returns the answers as rows; none if the data have no counts of such groups. */
  List<Row> rows(EquityData data) {
    List<Row> rows = new ArrayList<>();
    for (SchoolYear year : data.years()) {
      List<Group> groups = data.groups(Level.SCHOOL, between, year);
      if (!groups.isEmpty()) {
        Question<CrossTab> question =
            groups.size() == 1 ? Question.separation(groups.get(0)) : Question.separation(groups);
        Analysis<CrossTab> all = Analysis.of(data, question).of(Scope.schools().during(year));
        for (Measure<CrossTab, ?> metric : metrics) {
          all = all.with(metric);
        }
        add(rows, year, "nation", all.run());
        add(rows, year, "district", all.by(Level.DISTRICT).run());
      }
    }
    return rows;
  }

  private static void add(List<Row> rows, SchoolYear year, String level, Report report) {
    for (Report.Row row : report.rows()) {
      rows.add(
          RowFactory.create(
              year.toString(),
              level,
              row.placeId(),
              row.metric(),
              row.part(),
              row.value(),
              row.why(),
              row.units(),
              row.students(),
              row.coverage()));
    }
  }
}
