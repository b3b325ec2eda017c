package org.resourceequity;

import java.util.Collection;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.testkit.MetricLaws;

/** Every measure in the catalog keeps every law that its claims bring with them. */
class CatalogLaws implements MetricLaws {

  private static final MetricCatalog CATALOG = MetricCatalog.load();

  @Override
  public Collection<Measure<?, ?>> measures() {
    return CATALOG.all();
  }
}
