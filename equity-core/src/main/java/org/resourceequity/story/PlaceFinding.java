package org.resourceequity.story;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.resourceequity.analysis.GroupComparison;
import org.resourceequity.analysis.GroupComparison.UnitValue;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.indicator.Indicator;
import org.resourceequity.indicator.Indicators;
import org.resourceequity.model.Level;
import org.resourceequity.model.Ratio;
import org.resourceequity.model.UnitId;
import org.resourceequity.story.Answer.GroupFigure;
import org.resourceequity.story.Answer.Judgement;

/** A district's own spending beside that of all districts in the data. */
final class PlaceFinding {

  private final Telling telling;

  PlaceFinding(Telling telling) {
    this.telling = telling;
  }

  /** Returns the finding, if the story is about a district whose spending is known. */
  Optional<Finding> find() {
    Indicator indicator = Indicators.DISTRICT_SPENDING;
    UnitId district = telling.options().district();
    Optional<Ratio> money = telling.available(indicator.ratios(), Level.DISTRICT);
    if (district == null || money.isEmpty()) {
      return Optional.empty();
    }
    return GroupComparison.byProperty(
            telling.data(),
            money.get(),
            List.of("all other districts", telling.place()),
            "a known district",
            (id, year) -> Optional.of(id.equals(district) ? 1 : 0),
            telling
                .scope(Level.DISTRICT)
                .in(null)
                .during(telling.years(Level.DISTRICT, Telling.main(money.get())).get(0)),
            telling.conventions())
        .find()
        .filter(comparison -> comparison.highest().value() != null)
        .filter(comparison -> comparison.lowest().value() != null)
        .map(comparison -> finding(indicator, comparison));
  }

  private Finding finding(Indicator indicator, GroupComparison comparison) {
    Double own = comparison.highest().value();
    Double others = comparison.lowest().value();
    double mine = own == null ? 0 : own;
    double rest = others == null ? 0 : others;
    List<UnitValue> ranked =
        comparison.units().stream()
            .sorted(Comparator.comparingDouble(UnitValue::value).reversed())
            .toList();
    double above = (double) ranked.stream().filter(unit -> unit.value() > mine).count();
    NumberStyle style = indicator.style();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("own", mine);
    figures.put("others", rest);
    figures.put("difference", mine - rest);
    figures.put("spendMore", above);
    String sentence =
        telling.place()
            + " spends "
            + style.prose(mine)
            + " per student; all other districts in the data together spend "
            + style.prose(rest)
            + ". Of "
            + NumberStyle.COUNT.prose(ranked.size())
            + " districts, "
            + NumberStyle.COUNT.prose(above)
            + " spend more.";
    Answer answer =
        new Answer(
            "All districts",
            Status.SHOWN,
            Judgement.NOT_JUDGED,
            false,
            List.of(sentence),
            new Chart.Bars(
                new Chart.Header(
                    "Spending per student in " + telling.place() + " and elsewhere",
                    "Two bars: the district, and all other districts together."),
                List.of(telling.place(), "All other districts"),
                List.of(Chart.Series.of("Spending per student", mine, rest)),
                new Chart.Axis("Spending per student", style),
                false),
            "The district against "
                + NumberStyle.COUNT.prose(ranked.size() - 1)
                + " others; how money is divided between its schools is not in the data.",
            "A rank without regard to need says little: districts differ in whom they serve.",
            "Years: "
                + comparison.provenance().yearsInWords()
                + ". Group values: "
                + comparison.aggregation().words()
                + ".",
            comparison.grouping(),
            comparison.aggregation().id(),
            List.of(
                figure(telling.place(), comparison.highest()),
                figure("all other districts", comparison.lowest())),
            figures,
            comparison.coverage());
    return new Finding(
        "district-spending",
        indicator.id(),
        indicator.dimension().name(),
        "How does the district's spending compare with that of others?",
        style,
        List.of(answer),
        comparison.provenance().cite());
  }

  private static GroupFigure figure(String label, GroupComparison.GroupValue group) {
    return new GroupFigure(label, group.units(), group.students(), null, null, group.value(), "");
  }
}
