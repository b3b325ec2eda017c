package org.resourceequity.testkit;

import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.resourceequity.metric.Measure;
import org.resourceequity.sample.Sample;
import org.resourceequity.testkit.Samples.Draw;

/**
 * Something that must hold for measures of a kind, whatever the sample.
 *
 * @param name kebab case, to name it in a test
 * @param statement what must hold, in one sentence
 * @param binds which measures it binds: all, those that claim an axiom, those with a capability
 * @param check looks for a violation
 */
public record Law(String name, String statement, Predicate<Measure<?, ?>> binds, Check check) {

  /** Looks for a violation in one sample. */
  @FunctionalInterface
  public interface Check {
    /** Returns what is wrong, empty if nothing is or if the law says nothing about the sample. */
    Optional<String> broken(Measure<?, ?> measure, Sample<?> sample, Random choices);
  }

  /** Returns what is wrong, empty if nothing is or if the law does not bind the measure. */
  public Optional<String> broken(Measure<?, ?> measure, Sample<?> sample, long seed) {
    return binds.test(measure) ? check.broken(measure, sample, new Random(seed)) : Optional.empty();
  }

  /**
   * Checks the law on the sample that a measure takes.
   *
   * @throws AssertionError if the law is broken; the message names the law, the measure, the seed
   *     and a sample in which no unit can be left out without losing the failure
   */
  public void check(Measure<?, ?> measure, Draw draw) {
    Sample<?> sample = draw.of(measure);
    if (broken(measure, sample, draw.seed()).isEmpty()) {
      return;
    }
    Sample<?> small = shrunk(measure, sample, draw.seed());
    throw new AssertionError(
        measure.info().id()
            + " breaks the law \""
            + name
            + "\" ("
            + statement
            + ")\n"
            + broken(measure, small, draw.seed()).orElse("")
            + "\nseed "
            + draw.seed()
            + ", "
            + Samples.describe(small));
  }

  /** Leaves out units one by one as long as the law stays broken. */
  private Sample<?> shrunk(Measure<?, ?> measure, Sample<?> sample, long seed) {
    for (int i = 0; i < sample.size() && sample.size() > 1; i++) {
      Sample<?> smaller = sample.without(i);
      if (broken(measure, smaller, seed).isPresent()) {
        return shrunk(measure, smaller, seed);
      }
    }
    return sample;
  }

  @Override
  public String toString() {
    return name;
  }
}
