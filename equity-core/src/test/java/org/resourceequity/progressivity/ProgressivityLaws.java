package org.resourceequity.progressivity;

import java.util.Collection;
import org.resourceequity.metric.Measure;
import org.resourceequity.testkit.MetricLaws;

/** Every measure of this family keeps every law that its claims bring with them. */
class ProgressivityLaws implements MetricLaws {

  @Override
  public Collection<Measure<?, ?>> measures() {
    return new ProgressivityProvider().measures();
  }
}
