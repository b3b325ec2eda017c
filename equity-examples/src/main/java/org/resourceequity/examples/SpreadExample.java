package org.resourceequity.examples;

import static org.resourceequity.Equity.ask;
import static org.resourceequity.Equity.show;
import static org.resourceequity.Equity.spread;
import static org.resourceequity.analysis.Strata.SCHOOL_LEVEL;
import static org.resourceequity.inequality.InequalityMetrics.GINI;
import static org.resourceequity.inequality.InequalityMetrics.MCLOONE;
import static org.resourceequity.model.Ratios.EMERGENCY_SHARE;

import org.resourceequity.io.california.California;
import org.resourceequity.model.EquityData;

/** How unequally are teachers with an emergency credential spread over California's schools? */
public final class SpreadExample {

  private SpreadExample() {}

  /** Prints one line per school level and metric. */
  public static void main(String[] args) {
    EquityData california = California.load();
    show(ask(california, spread(EMERGENCY_SHARE).within(SCHOOL_LEVEL)).with(GINI, MCLOONE).run());
  }
}
