package org.resourceequity.inequality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.HasLevel;
import org.resourceequity.sample.Moments;

/**
 * Why Theil's index rose or fell: inequality within districts, their sizes, their means. The parts
 * of both forms of T and of L add up exactly and change their signs with the periods; means of the
 * two periods take the place of either. O(n).
 *
 * <p>Districts are matched by key. One that has something in one period only leaves no value.
 */
final class TheilChange implements Comparison<Distribution, Parts> {

  /** What is decomposed. */
  enum Form {
    /** Theil's L, exactly. */
    L(
        "theil-l-change",
        "CH-MLD",
        "Change of the Theil L index, within and between",
        "\\Delta L = \\sum\\bar v_k\\Delta L_k + \\sum\\bar L_k\\Delta v_k - \\sum"
            + "\\overline{\\ln\\lambda_k}\\Delta v_k - \\sum\\bar v_k\\Delta\\ln\\lambda_k",
        "Mookherjee, D. and Shorrocks, A. (1982), A decomposition analysis of the trend in UK"
            + " income inequality, doi:10.2307/2232673; in its exact form"),
    /** Theil's L with shares and means of the published form, and what they leave. */
    L_APPROXIMATE(
        "theil-l-change-approximate",
        "CH-MLD",
        "Change of the Theil L index, within and between, approximate",
        "\\Delta L \\approx \\sum\\bar v_k\\Delta L_k + \\sum\\bar L_k\\Delta v_k + \\sum"
            + "(\\bar\\lambda_k-\\overline{\\ln\\lambda_k})\\Delta v_k + \\sum"
            + "(\\bar\\theta_k-\\bar v_k)\\Delta\\ln\\mu_k",
        "Mookherjee, D. and Shorrocks, A. (1982), A decomposition analysis of the trend in UK"
            + " income inequality, doi:10.2307/2232673"),
    /** Theil's T, exactly; its shares are shares of the resource. */
    T(
        "theil-t-change",
        "CH-T",
        "Change of the Theil T index, within and between",
        "\\Delta T = \\sum\\bar\\theta_k\\Delta T_k + \\sum\\bar T_k\\Delta\\theta_k + \\sum"
            + "\\overline{\\ln\\lambda_k}\\Delta\\theta_k + \\sum\\bar\\theta_k\\Delta\\ln"
            + "\\lambda_k",
        "Shorrocks, A. F. (1980), The class of additively decomposable inequality measures,"
            + " doi:10.2307/1913126; by the product rule");

    private final String id;
    private final String key;
    private final String name;
    private final String formula;
    private final String reference;

    Form(String id, String key, String name, String formula, String reference) {
      this.id = id;
      this.key = key;
      this.name = name;
      this.formula = formula;
      this.reference = reference;
    }
  }

  private final Form form;
  private final String level;
  private final MetricInfo info;

  TheilChange(Form form, String level) {
    this.form = form;
    this.level = level;
    MetricInfo.Builder builder =
        MetricInfo.of(form.id + ":" + level, form.key, form.name, Distribution.class)
            .requires(new HasLevel(level), Condition.SOME_UNITS, Condition.NO_NEGATIVES)
            .requires(Condition.POSITIVE_TOTAL);
    if (form != Form.T) {
      builder.requires(Condition.NO_ZEROS);
    }
    this.info =
        builder
            .requires(Condition.EVERY_GROUP)
            .claims(
                Axiom.ANONYMITY,
                Axiom.SCALE_INVARIANCE,
                Axiom.REPLICATION_INVARIANCE,
                Axiom.WEIGHT_SCALE_INVARIANCE)
            .formula(form.formula)
            .reading("How much inequality within districts, their sizes and means changed it.")
            .reference(form.reference);
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public Outcome<Parts> measure(Change<Distribution> change) {
    return Outcome.of(
        info,
        List.of(change.before(), change.after()),
        () -> {
          Map<String, Moments> before = cells(change.before());
          Map<String, Moments> after = cells(change.after());
          return before.keySet().equals(after.keySet())
              ? Outcome.of(formula(change))
              : Outcome.undefined(
                  Condition.EVERY_GROUP, "the periods do not have the same units of " + level);
        });
  }

  @Override
  public Parts formula(Change<Distribution> change) {
    Map<String, Moments> before = cells(change.before());
    Map<String, Moments> after = cells(change.after());
    Moments was = change.before().moments();
    Moments is = change.after().moments();
    boolean ofL = form != Form.T;
    ExactSum[] sums = {new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum()};
    before.forEach(
        (key, moments) -> {
          Cell one = new Cell(moments, was, ofL);
          Cell two = new Cell(after.getOrDefault(key, moments), is, ofL);
          add(one, two, sums);
        });
    double total = index(is, ofL) - index(was, ofL);
    Map<String, Double> named = new LinkedHashMap<>();
    named.put("within", sums[0].value());
    named.put("shares within", sums[1].value());
    named.put("shares between", sums[2].value());
    named.put("means", sums[3].value());
    if (form == Form.L_APPROXIMATE) {
      double rest = total;
      for (ExactSum sum : sums) {
        rest -= sum.value();
      }
      named.put("residual", rest);
    }
    return new Parts(total, named);
  }

  private void add(Cell one, Cell two, ExactSum[] sums) {
    double logs = (one.log + two.log) / 2;
    double share = (one.share + two.share) / 2;
    double moved = two.share - one.share;
    int sign = form == Form.T ? 1 : -1;
    sums[0].add(share * (two.within - one.within));
    sums[1].add((one.within + two.within) / 2 * moved);
    if (form == Form.L_APPROXIMATE) {
      sums[2].add(((one.relative + two.relative) / 2 - logs) * moved);
      double resource = (one.share * one.relative + two.share * two.relative) / 2;
      sums[3].add((resource - share) * Math.log(two.mean / one.mean));
    } else {
      sums[2].add(sign * logs * moved);
      sums[3].add(sign * share * (two.log - one.log));
    }
  }

  /** Returns the districts that have something; one without has no part in the index. */
  private Map<String, Moments> cells(Distribution sample) {
    Map<String, Moments> cells = new TreeMap<>();
    Cells.of(sample, level)
        .forEach(
            (key, cell) -> {
              Moments moments = cell.moments();
              if (moments.total() > 0) {
                cells.put(key, moments);
              }
            });
    return cells;
  }

  private static double index(Moments moments, boolean ofL) {
    return ofL ? moments.theilL() : moments.theilT();
  }

  /** One district in one period; the share is of the weight for L, of the resource for T. */
  private static final class Cell {
    private final double mean;
    private final double relative;
    private final double log;
    private final double share;
    private final double within;

    Cell(Moments cell, Moments all, boolean ofL) {
      mean = cell.mean();
      relative = mean / all.mean();
      log = Math.log(relative);
      share = ofL ? cell.weight() / all.weight() : cell.total() / all.total();
      within = index(cell, ofL);
    }
  }

  @Override
  public String toString() {
    return info.id();
  }
}
