package example;

import static org.resourceequity.metric.Axiom.ANONYMITY;
import static org.resourceequity.metric.Axiom.REPLICATION_INVARIANCE;
import static org.resourceequity.metric.Axiom.SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.WEIGHT_SCALE_INVARIANCE;
import static org.resourceequity.metric.Axiom.ZERO_AT_EQUALITY;
import static org.resourceequity.metric.Direction.LESS_EQUAL;
import static org.resourceequity.sample.Condition.POSITIVE_TOTAL;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;

/** Metrics that are not part of the library. */
public final class ExampleMetrics {

  /** The range in units of the mean. */
  public static final Metric<Distribution> RELATIVE_RANGE =
      Metric.of(
          MetricInfo.of("example-relative-range", "X-RANGE", "Relative range", Distribution.class)
              .range(0, Double.MAX_VALUE)
              .direction(LESS_EQUAL)
              .requires(SOME_UNITS, POSITIVE_TOTAL)
              .claims(
                  ANONYMITY,
                  SCALE_INVARIANCE,
                  REPLICATION_INVARIANCE,
                  WEIGHT_SCALE_INVARIANCE,
                  ZERO_AT_EQUALITY)
              .formula("(\\max_i x_i - \\min_i x_i) / \\mu")
              .reading("The best- and the worst-resourced unit are {value} averages apart.")
              .reference("an example"),
          d -> (d.moments().maximum() - d.moments().minimum()) / d.mean());

  private ExampleMetrics() {}
}
