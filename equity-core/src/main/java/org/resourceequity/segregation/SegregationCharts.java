package org.resourceequity.segregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.internal.Checks;
import org.resourceequity.internal.Sorting;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Points;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * Pictures of separation, with their text alternative. A nation takes no more room than a district:
 * of many points only those are drawn that can be told apart. All are O(n log n).
 *
 * <ul>
 *   <li>{@link #curve}: the segregation curve of the two groups in focus, beside the diagonal
 *   <li>{@link #composition}: what each unit is made of, the unit most unlike the whole last
 *   <li>{@link #merges}: how much of M is kept with fewer units
 * </ul>
 *
 * <p>What the functions {@code segcurve}, {@code segplot} and {@code scree_plot} of the R package
 * segregation (B. Elbers) draw.
 */
public final class SegregationCharts {

  /** Points that are nearer than this to the last one drawn are left out. */
  private static final double NEAR = 1 / 300.0;

  /** A title names the fewest units that keep this share. */
  private static final double ENOUGH = 0.9;

  private SegregationCharts() {}

  /**
   * Returns the segregation curve of the group in focus against the one compared with: the diagonal
   * where all units have one mix, along the axes where no unit has both. Undefined as {@link
   * TwoGroupMetrics#SEGREGATION_CURVE}.
   */
  public static Outcome<Chart> curve(CrossTab table) {
    String group = table.groups().get(table.focus());
    String other = table.groups().get(table.comparison());
    return TwoGroupMetrics.SEGREGATION_CURVE
        .measure(table)
        .map(
            curve -> {
              String half = NumberStyle.SHARE.prose(curve.at(0.5));
              return new Chart.Lines(
                  new Chart.Header(
                      "Where half of %s attend, %s of %s do".formatted(other, half, group),
                      ("Segregation curve. The half of %s that attends with the fewest of %s shares"
                              + " its schools with %s of them; if nobody were apart, with half.")
                          .formatted(other, group, half)),
                  axis("Share of " + other),
                  axis("Share of " + group),
                  List.of(
                      line(group + " by " + other, curve),
                      line("nobody apart", Points.of(new double[] {0, 1}, new double[] {0, 1}))));
            });
  }

  /**
   * Returns what each unit is made of, beside the whole, in ascending order of their local scores:
   * units like the whole first. It shows the shares of every unit, so that small numbers of a table
   * that is not published must be suppressed before. Undefined (SOME_UNITS) without members.
   */
  public static Outcome<Chart> composition(CrossTab table) {
    Optional<String> empty = Condition.SOME_UNITS.unmet(table);
    if (empty.isPresent()) {
      return Outcome.undefined(Condition.SOME_UNITS, empty.get());
    }
    int[] order = Sorting.order(Entropy.local(Cells.of(table)), table.units().keys());
    List<Chart.Column> columns = new ArrayList<>();
    for (int unit : order) {
      if (table.counts(unit)) {
        double[] counts = new double[table.groups().size()];
        for (int g = 0; g < counts.length; g++) {
          counts[g] = table.count(g, unit);
        }
        columns.add(column(table.units().key(unit), counts, table.unitTotal(unit)));
      }
    }
    double[] totals = new double[table.groups().size()];
    for (int g = 0; g < totals.length; g++) {
      totals[g] = table.groupTotal(g);
    }
    double apart = SegregationMetrics.MUTUAL_INFORMATION.formula(table);
    return Outcome.of(
        new Chart.Mosaic(
            new Chart.Header(
                "What schools are made of, from most like all to least",
                ("Columns of %d units, each divided by %d groups; the first resemble all members,"
                        + " the last differ most. On average a unit's mix tells %s nats about the"
                        + " group.")
                    .formatted(columns.size(), totals.length, NumberStyle.NUMBER.prose(apart))),
            table.groups(),
            column("all", totals, table.total()),
            columns,
            "members"));
  }

  /**
   * Returns the share of M that is kept after each merge, by how many units are left: where the
   * line bends, further merges cost more. To see all of it, merge until a share of 0 is kept.
   * Undefined (ENOUGH_UNITS) if nothing was merged.
   *
   * @param most the number of units to begin with, such as 50; more than there are shows all
   */
  public static Outcome<Chart> merges(Compression compression, int most) {
    Checks.atLeast(most, 2, "most");
    List<Compression.Merge> merges = compression.merges();
    if (merges.isEmpty()) {
      return Outcome.undefined(Condition.ENOUGH_UNITS, "no units were merged");
    }
    int left = compression.table().size();
    int all = left + merges.size();
    int shown = Math.max(1, Math.min(all, most) - left);
    double[] units = new double[shown + 1];
    double[] kept = new double[shown + 1];
    for (int i = 0; i <= shown; i++) {
      units[i] = left + i;
      kept[i] = kept(merges, i);
    }
    // Where the line ends below it, the fewest units that keep enough are not shown.
    int undone = 0;
    while (kept(merges, undone) < ENOUGH) {
      undone++;
    }
    int enough = left + undone;
    String share = NumberStyle.SHARE.prose(ENOUGH);
    return Outcome.of(
        new Chart.Lines(
            new Chart.Header(
                "%d of %d units keep %s of the separation".formatted(enough, all, share),
                "Share of the mutual information index that is kept with fewer units: %s with %d."
                        .formatted(NumberStyle.SHARE.prose(kept[shown]), left + shown)
                    + " %s with %d.".formatted(NumberStyle.SHARE.prose(kept[0]), left)),
            new Chart.Axis("Units", NumberStyle.COUNT),
            axis("Share of M kept"),
            List.of(line("kept", Points.of(units, kept)))));
  }

  /** Returns what is kept if the last merges are undone; all of M before the first merge. */
  private static double kept(List<Compression.Merge> merges, int undone) {
    return undone == merges.size() ? 1 : merges.get(merges.size() - 1 - undone).kept();
  }

  private static Chart.Axis axis(String label) {
    return new Chart.Axis(label, NumberStyle.SHARE);
  }

  private static Chart.Column column(String name, double[] counts, double total) {
    List<Double> shares = new ArrayList<>();
    for (double count : counts) {
      shares.add(Math.min(1, count / total));
    }
    return new Chart.Column(name, total, shares);
  }

  /**
   * Returns the line through the points that can be told apart, the first and the last included.
   */
  private static Chart.Line line(String name, Points points) {
    int last = points.size() - 1;
    double width = points.x(last) - points.x(0);
    double height = Math.abs(points.y(last) - points.y(0));
    List<Chart.Point> drawn = new ArrayList<>();
    for (int i = 0, before = 0; i <= last; i++) {
      boolean apart =
          Math.abs(points.x(i) - points.x(before)) >= NEAR * width
              || Math.abs(points.y(i) - points.y(before)) >= NEAR * height;
      if (i == 0 || i == last || apart) {
        drawn.add(new Chart.Point("", points.x(i), points.y(i), 1));
        before = i;
      }
    }
    return new Chart.Line(name, drawn);
  }
}
