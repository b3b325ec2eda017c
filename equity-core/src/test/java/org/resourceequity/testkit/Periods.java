package org.resourceequity.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Verdict;
import org.resourceequity.metric.Verdict.Relation;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Sample;

/** The two periods of a change, exchanged. */
final class Periods {

  private Periods() {}

  /** Parts change their sign, additions become removals, and the other sample dominates. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // MetricInfo.sample() says which kind it takes.
  static Optional<String> notAntisymmetric(Comparison<?, ?> measure, Sample<?> sample) {
    Change change = new Change(sample, Later.of(sample));
    Outcome<?> there = ((Comparison) measure).measure(change);
    Outcome<?> back = ((Comparison) measure).measure(change.reversed());
    if (!there.isKnown() || !back.isKnown()) {
      return there.isKnown() == back.isKnown()
          ? Optional.empty()
          : Optional.of("one way it is " + there + ", the other " + back);
    }
    if (there.get() instanceof Verdict verdict) {
      Relation expected =
          switch (verdict.relation()) {
            case FIRST -> Relation.SECOND;
            case SECOND -> Relation.FIRST;
            case EQUAL, CROSSING -> verdict.relation();
          };
      return back.get() instanceof Verdict other && other.relation() == expected
          ? Optional.empty()
          : Optional.of("one way " + verdict + ", the other " + back);
    }
    Outcome<?> expected =
        there.map(value -> value instanceof Parts parts ? turned(parts) : Laws.times(value, -1));
    return Outcomes.difference(expected, back, Outcomes.STANDARD, Outcomes.scale(measure, sample));
  }

  private static Parts turned(Parts parts) {
    Map<String, Double> turned = new LinkedHashMap<>();
    parts
        .parts()
        .forEach(
            (name, part) ->
                turned.put(
                    switch (name) {
                      case "additions" -> "removals";
                      case "removals" -> "additions";
                      default -> name;
                    },
                    -part));
    return new Parts(-parts.total(), turned);
  }
}
