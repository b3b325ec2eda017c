package org.resourceequity.testkit;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.resourceequity.metric.Measure;
import org.resourceequity.testkit.Samples.Draw;

/**
 * The laws as tests, one for each measure and each law that binds it. A contributor's test
 * implements this with one line:
 *
 * <pre>{@code
 * class MyMetricLaws implements MetricLaws {
 *   @Override
 *   public Collection<Measure<?, ?>> measures() {
 *     return List.of(MyMetrics.MINE);
 *   }
 * }
 * }</pre>
 *
 * <p>All measures share the same samples, {@value #TRIES} of each kind and the same in every run.
 * The system property {@code equity.laws.tries} asks for more, {@code equity.laws.seed} for others.
 * A failure prints the law, the measure, the seed, and the sample with as few units as still fail.
 */
public interface MetricLaws {

  /** How many samples of each kind a law is checked with if nothing else is asked for. */
  int TRIES = 100;

  /** Returns the measures to check. */
  Collection<Measure<?, ?>> measures();

  /** Returns a test for each measure and each law that binds it. */
  @TestFactory
  default Stream<DynamicContainer> laws() {
    List<Draw> draws = SharedDraws.all();
    return measures().stream()
        .map(
            measure ->
                DynamicContainer.dynamicContainer(
                    measure.info().id(),
                    Laws.all().stream()
                        .filter(law -> law.binds().test(measure))
                        .map(
                            law ->
                                DynamicTest.dynamicTest(
                                    measure.info().id() + ": " + law.name(),
                                    () -> draws.forEach(draw -> law.check(measure, draw))))));
  }
}
