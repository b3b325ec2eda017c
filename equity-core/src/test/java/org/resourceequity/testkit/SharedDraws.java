package org.resourceequity.testkit;

import java.util.List;
import org.resourceequity.testkit.Samples.Draw;

/** The samples that all laws of a run are checked with, drawn once. */
final class SharedDraws {

  private static final List<Draw> ALL =
      Samples.some(
          Integer.getInteger("equity.laws.tries", MetricLaws.TRIES),
          Long.getLong("equity.laws.seed", 1000));

  private SharedDraws() {}

  static List<Draw> all() {
    return ALL;
  }
}
