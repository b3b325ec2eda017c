package org.resourceequity.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Kind;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Ratio;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;

/**
 * A question in a person's words that knows how to draw its sample from a store.
 *
 * <p>Immutable. {@link #within} and {@link #weightedBy} return changed copies.
 *
 * @param <S> the kind of sample
 */
public final class Question<S extends Sample<S>> {

  /** Sums of fractional counts may differ from their whole by a rounding. */
  private static final double SLACK = 1e-12;

  private final String label;
  private final Operand main;
  private final List<Operand> others;
  private final @Nullable Operand weight;
  private final Strata strata;
  private final Drawer<S> drawer;

  /** Leaves out the units that cannot be used and makes the sample of the others. */
  private interface Drawer<S> {
    void exclude(Frame frame, @Nullable Operand weight);

    /** Returns how much a unit counts, in words. */
    default String counts(@Nullable Operand weight, Weighting weighting) {
      return "students of the groups are counted";
    }

    S draw(Frame frame, int[] used, @Nullable Operand weight, Weighting weighting);
  }

  private Question(
      String label,
      Operand main,
      List<Operand> others,
      @Nullable Operand weight,
      Strata strata,
      Drawer<S> drawer) {
    this.label = label;
    this.main = main;
    this.others = others;
    this.weight = weight;
    this.strata = strata;
    this.drawer = drawer;
  }

  /** How unequally is a resource spread over units? */
  public static Question<Distribution> spread(Ratio resource) {
    return new Question<Distribution>(
        "spread of " + resource.label(),
        numerator(resource),
        List.of(),
        resource.weight(),
        Strata.ALL_TOGETHER,
        new ByRatio<Distribution>(
            resource,
            (frame, used, values, weights) ->
                Distribution.of(frame.sampleUnits(used), values, weights)));
  }

  /**
   * How unequally is a resource spread, and which source of money makes it so? The value of a unit
   * is the sum of its sources.
   *
   * @param resource dollars per something
   * @param sources at least two that do not overlap, such as federal, state and local
   */
  public static Question<Distribution> spread(Ratio.Pooled resource, List<Fund> sources) {
    List<Operand> parts = sources.stream().map(resource.numerator()::with).toList();
    return new Question<Distribution>(
        "spread of " + resource.label() + " by source",
        parts.get(0),
        parts,
        resource.weight(),
        Strata.ALL_TOGETHER,
        new ByRatio<Distribution>(
            new Ratio.Pooled(parts.get(0), resource.denominator()),
            (frame, used, first, weights) -> {
              double[] denominators = frame.values(resource.denominator(), used);
              double[] total = new double[used.length];
              Map<String, double[]> named = new LinkedHashMap<>();
              for (Operand part : parts) {
                double[] values = frame.values(part, used);
                for (int i = 0; i < values.length; i++) {
                  values[i] /= denominators[i];
                  total[i] += values[i];
                }
                named.put(part.fund().words(), values);
              }
              return Distribution.of(frame.sampleUnits(used), total, weights).withParts(named);
            }) {
          @Override
          public void exclude(Frame frame, @Nullable Operand weight) {
            super.exclude(frame, weight);
            parts.forEach(frame::require);
          }
        });
  }

  /**
   * Does the resource follow need?
   *
   * @param resource the resource
   * @param need need, such as the share of students from low-income families
   */
  public static Question<PairedSample> progressivity(Ratio resource, Ratio need) {
    return progressivity(resource, need, Map.of());
  }

  /**
   * Does the resource follow need, other things being equal?
   *
   * @param resource the resource
   * @param need need, or wealth
   * @param others further covariates by name, such as a cost index or "target", what a unit should
   *     have
   */
  public static Question<PairedSample> progressivity(
      Ratio resource, Ratio need, Map<String, Ratio> others) {
    Map<String, Ratio> covariates = new LinkedHashMap<>();
    covariates.put("need", need);
    covariates.putAll(others);
    return new Question<PairedSample>(
        resource.label() + " by " + need.label(),
        numerator(resource),
        covariates.values().stream().flatMap(ratio -> operands(ratio).stream()).toList(),
        resource.weight(),
        Strata.ALL_TOGETHER,
        new ByRatio<PairedSample>(
            resource,
            (frame, used, values, weights) -> {
              Map<String, double[]> columns = new LinkedHashMap<>();
              covariates.forEach((name, ratio) -> columns.put(name, values(ratio, frame, used)));
              return PairedSample.of(frame.sampleUnits(used), values, weights, columns);
            }) {
          @Override
          public void exclude(Frame frame, @Nullable Operand weight) {
            super.exclude(frame, weight);
            covariates.values().forEach(ratio -> usable(ratio, frame));
          }
        });
  }

  /**
   * Do groups get different amounts? What the average student of each group meets at school.
   *
   * @param resource the resource
   * @param group the first group
   * @param comparedWith the group it is compared with
   */
  public static Question<GroupedValues> gap(Ratio resource, Group group, Group comparedWith) {
    Operand first = Operands.enrolment(group);
    Operand second = Operands.enrolment(comparedWith);
    return new Question<GroupedValues>(
        resource.label()
            + " met by "
            + Groups.people(group)
            + " and "
            + Groups.people(comparedWith),
        numerator(resource),
        List.of(first, second),
        resource.weight(),
        Strata.ALL_TOGETHER,
        new ByRatio<GroupedValues>(
            resource,
            (frame, used, values, weights) ->
                GroupedValues.of(
                    frame.sampleUnits(used),
                    values,
                    List.of(Groups.people(group), Groups.people(comparedWith)),
                    new double[][] {frame.values(first, used), frame.values(second, used)})) {
          @Override
          public String counts(@Nullable Operand weight, Weighting weighting) {
            return "each unit counts by its students of each group";
          }

          @Override
          public void exclude(Frame frame, @Nullable Operand weight) {
            super.exclude(frame, weight);
            frame.require(first).require(second);
            notNegative(frame, first);
            notNegative(frame, second);
          }
        });
  }

  /** How separately do the students of a group and all other students attend? */
  public static Question<CrossTab> separation(Group group) {
    Operand members = Operands.enrolment(group);
    Operand all = Operands.enrolment(group.all());
    return new Question<CrossTab>(
        "separation of " + Groups.people(group) + " from all others",
        members,
        List.of(all),
        null,
        Strata.ALL_TOGETHER,
        new Drawer<CrossTab>() {
          @Override
          public void exclude(Frame frame, @Nullable Operand weight) {
            frame.require(all).require(members);
            int[] used = frame.used();
            double[] some = frame.values(members, used);
            double[] everybody = frame.values(all, used);
            java.util.Set<Integer> impossible = new java.util.HashSet<>();
            for (int i = 0; i < used.length; i++) {
              if (some[i] < 0 || some[i] > everybody[i]) {
                impossible.add(used[i]);
              }
            }
            frame.keep(
                i -> !impossible.contains(i), "with more members of the group than students");
          }

          @Override
          public CrossTab draw(
              Frame frame, int[] used, @Nullable Operand weight, Weighting weighting) {
            return CrossTab.againstRest(
                frame.sampleUnits(used),
                Groups.people(group),
                frame.values(members, used),
                frame.values(all, used));
          }
        });
  }

  /**
   * How separately do several groups attend? The first two are in focus.
   *
   * @param groups at least two groups that do not overlap
   */
  public static Question<CrossTab> separation(List<Group> groups) {
    List<Operand> counts = groups.stream().map(Operands::enrolment).toList();
    return new Question<CrossTab>(
        "separation of " + String.join(", ", groups.stream().map(Groups::people).toList()),
        counts.get(0),
        counts,
        null,
        Strata.ALL_TOGETHER,
        new Drawer<CrossTab>() {
          @Override
          public void exclude(Frame frame, @Nullable Operand weight) {
            counts.forEach(frame::require);
            counts.forEach(count -> notNegative(frame, count));
          }

          @Override
          public CrossTab draw(
              Frame frame, int[] used, @Nullable Operand weight, Weighting weighting) {
            double[][] table = new double[counts.size()][];
            for (int g = 0; g < table.length; g++) {
              table[g] = frame.values(counts.get(g), used);
            }
            return CrossTab.of(
                frame.sampleUnits(used), groups.stream().map(Groups::people).toList(), table);
          }
        });
  }

  /**
   * Is a group likelier to have the event?
   *
   * @param event a count of students with the event, about everybody; the group's own count is the
   *     same operand with the group's categories
   * @param group the group, compared with all other students
   */
  public static Question<RiskCounts> risk(Operand event, Group group) {
    return risk(event, List.of(group));
  }

  /**
   * Which group is likelier to have the event? The first group is in focus; all students who are in
   * none of the groups are one more group.
   *
   * @param event a count of students with the event, about everybody
   * @param groups groups that do not overlap
   */
  public static Question<RiskCounts> risk(Operand event, List<Group> groups) {
    List<Operand> events =
        groups.stream()
            .map(group -> new Operand(event.what(), group, event.fund(), event.layer()))
            .toList();
    List<Operand> members = groups.stream().map(Operands::enrolment).toList();
    Operand all = Operands.enrolment(groups.get(0).all());
    List<Operand> needed = new ArrayList<>(List.of(event, all));
    needed.addAll(events);
    needed.addAll(members);
    return new Question<RiskCounts>(
        event.label()
            + " among "
            + String.join(", ", groups.stream().map(Groups::people).toList())
            + " and all others",
        event,
        needed,
        null,
        Strata.ALL_TOGETHER,
        new Drawer<RiskCounts>() {
          @Override
          public void exclude(Frame frame, @Nullable Operand weight) {
            needed.forEach(frame::require);
            for (int g = 0; g < events.size(); g++) {
              atMost(
                  frame, events.get(g), members.get(g), "with more events than members of a group");
            }
            atMost(frame, events, event, "with more events of the groups than events");
            atMost(frame, members, all, "with more members of the groups than students");
            atMost(frame, event, all, "with more events than students");
          }

          @Override
          public RiskCounts draw(
              Frame frame, int[] used, @Nullable Operand weight, Weighting weighting) {
            List<String> names = new ArrayList<>(groups.stream().map(Groups::people).toList());
            names.add("all others");
            return RiskCounts.of(
                frame.sampleUnits(used),
                names,
                withRest(frame, used, events, event),
                withRest(frame, used, members, all));
          }
        });
  }

  /** Returns the counts of the groups, and of all who are in none of them. */
  private static double[][] withRest(Frame frame, int[] used, List<Operand> parts, Operand whole) {
    double[][] counts = new double[parts.size() + 1][];
    double[] rest = frame.values(whole, used);
    for (int g = 0; g < parts.size(); g++) {
      counts[g] = frame.values(parts.get(g), used);
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= counts[g][i];
      }
    }
    for (int i = 0; i < rest.length; i++) {
      // Fractional counts may leave a hair below zero.
      rest[i] = Math.max(0, rest[i]);
    }
    counts[parts.size()] = rest;
    return counts;
  }

  /** Returns the same question, asked within each stratum. */
  public Question<S> within(Strata strata) {
    return new Question<>(label, main, others, weight, strata, drawer);
  }

  /** Returns the same question with another quantity as the weight of a unit. */
  public Question<S> weightedBy(Operand weight) {
    return new Question<>(label, main, others, weight, strata, drawer);
  }

  /** Returns the question in words. */
  public String label() {
    return label;
  }

  /**
   * Returns which units of a store could be used for an answer, and which not for what reason,
   * without asking; undefined where the store lacks something that the question needs.
   */
  public Outcome<Coverage> coverage(EquityData data, Scope scope) {
    return frame(data, scope, Exclusions.NONE).map(frame -> frame.coverage(frame.all()));
  }

  /** Returns the strata within which it is asked. */
  public Strata strata() {
    return strata;
  }

  /** Returns how much a unit counts, in words. */
  String counts(Weighting weighting) {
    return drawer.counts(weight, weighting);
  }

  Outcome<Frame> frame(EquityData data, Scope scope, Exclusions exclusions) {
    List<Operand> needed = new java.util.ArrayList<>(others);
    if (weight != null) {
      needed.add(weight);
    }
    if (drawer instanceof ByRatio<S> byRatio) {
      needed.addAll(operands(byRatio.resource));
    }
    Outcome<Frame> frame = Frame.of(data, scope, main, needed);
    frame.find().ifPresent(f -> drawer.exclude(f.leaveOut(exclusions), weight));
    return frame;
  }

  S draw(Frame frame, int[] used, Weighting weighting) {
    return drawer.draw(frame, used, weight, weighting);
  }

  static Operand numerator(Ratio ratio) {
    return ratio instanceof Ratio.Pooled pooled
        ? pooled.numerator()
        : ((Ratio.Published) ratio).rate();
  }

  static List<Operand> operands(Ratio ratio) {
    return ratio instanceof Ratio.Pooled pooled
        ? List.of(pooled.numerator(), pooled.denominator())
        : List.of(((Ratio.Published) ratio).rate());
  }

  private static void atMost(Frame frame, Operand part, Operand whole, String reason) {
    atMost(frame, List.of(part), whole, reason);
  }

  /** Leaves out units where a part is negative, or the parts are more than the whole. */
  private static void atMost(Frame frame, List<Operand> parts, Operand whole, String reason) {
    int[] used = frame.used();
    double[] wholes = frame.values(whole, used);
    double[] sum = new double[used.length];
    Set<Integer> impossible = new HashSet<>();
    for (Operand part : parts) {
      double[] values = frame.values(part, used);
      for (int i = 0; i < used.length; i++) {
        sum[i] += values[i];
        if (values[i] < 0 || sum[i] > wholes[i] + SLACK * Math.abs(wholes[i])) {
          impossible.add(used[i]);
        }
      }
    }
    frame.keep(i -> !impossible.contains(i), reason);
  }

  private static void notNegative(Frame frame, Operand count) {
    atMost(frame, count, count, "with a negative " + count.label());
  }

  /**
   * Leaves out the units that have no value of the ratio. A share of people above 1, as numbers of
   * two sources or years can make it, is no value.
   */
  static void usable(Ratio ratio, Frame frame) {
    if (ratio instanceof Ratio.Pooled pooled) {
      Operand part = pooled.numerator();
      Operand whole = pooled.denominator();
      frame.positive(whole).require(part);
      if (ratio.unit() == Measurement.SHARE && part.what().kind() == Kind.COUNT) {
        atMost(frame, part, whole, "with more " + part.label() + " than " + whole.label());
      }
    } else {
      frame.require(numerator(ratio));
    }
  }

  /** Returns the ratio of each used unit. */
  static double[] values(Ratio ratio, Frame frame, int[] used) {
    double[] values = frame.values(numerator(ratio), used);
    if (ratio instanceof Ratio.Pooled pooled) {
      double[] denominators = frame.values(pooled.denominator(), used);
      for (int i = 0; i < values.length; i++) {
        values[i] /= denominators[i];
      }
    }
    return values;
  }

  @Override
  public String toString() {
    return label;
  }

  /** Makes a sample from the used units, the ratio of each and the weight of each. */
  private interface Maker<S> {
    S make(Frame frame, int[] used, double[] values, double[] weights);
  }

  /** Draws samples that rest on one ratio per unit. */
  private static class ByRatio<S> implements Drawer<S> {
    private final Ratio resource;
    private final Maker<S> maker;

    ByRatio(Ratio resource, Maker<S> maker) {
      this.resource = resource;
      this.maker = maker;
    }

    @Override
    public void exclude(Frame frame, @Nullable Operand weight) {
      frame.positive(weight == null ? resource.weight() : weight);
      usable(resource, frame);
    }

    @Override
    public String counts(@Nullable Operand weight, Weighting weighting) {
      return weighting == Weighting.UNITS
          ? weighting.words()
          : "each unit counts by its " + (weight == null ? resource.weight() : weight).label();
    }

    @Override
    public S draw(Frame frame, int[] used, @Nullable Operand weight, Weighting weighting) {
      double[] weights = frame.values(weight == null ? resource.weight() : weight, used);
      if (weighting == Weighting.UNITS) {
        java.util.Arrays.fill(weights, 1);
      }
      return maker.make(frame, used, values(resource, frame, used), weights);
    }
  }
}
