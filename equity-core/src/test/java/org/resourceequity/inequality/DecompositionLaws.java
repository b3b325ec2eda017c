package org.resourceequity.inequality;

import java.util.Collection;
import org.resourceequity.metric.Measure;
import org.resourceequity.testkit.MetricLaws;

/** Every decomposition and comparison keeps every law that its claims bring with them. */
class DecompositionLaws implements MetricLaws {

  @Override
  public Collection<Measure<?, ?>> measures() {
    return new DecompositionProvider().measures();
  }
}
