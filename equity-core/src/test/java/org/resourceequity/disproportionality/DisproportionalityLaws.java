package org.resourceequity.disproportionality;

import java.util.Collection;
import org.resourceequity.metric.Measure;
import org.resourceequity.testkit.MetricLaws;

/** Every measure of this family keeps every law that its claims bring with them. */
class DisproportionalityLaws implements MetricLaws {

  @Override
  public Collection<Measure<?, ?>> measures() {
    return new DisproportionalityProvider().measures();
  }
}
