package org.resourceequity.segregation;

import java.util.Collection;
import org.resourceequity.metric.Measure;
import org.resourceequity.testkit.MetricLaws;

/** Every measure of this family keeps every law that its claims bring with them. */
class SegregationLaws implements MetricLaws {

  @Override
  public Collection<Measure<?, ?>> measures() {
    return new SegregationProvider().measures();
  }
}
