package org.resourceequity.reference;

import static org.resourceequity.inequality.InequalityMetrics.CV;
import static org.resourceequity.inequality.InequalityMetrics.GINI;
import static org.resourceequity.inequality.InequalityMetrics.atkinson;

/** The cases of the family "inequality". */
final class InequalityCases extends CaseTable {

  InequalityCases() {
    super("inequality");
    add("gini", c -> GINI.measure(c.distribution()));
    add("HD-GINI: Gini population", c -> GINI.measure(c.distribution()));
    add("IN-ATK", c -> atkinson(c.number("epsilon")).measure(c.distribution()));
    add("HD-CV", c -> CV.measure(c.distribution()));
  }
}
