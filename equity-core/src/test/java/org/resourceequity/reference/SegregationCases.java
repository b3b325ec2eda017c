package org.resourceequity.reference;

import static org.resourceequity.segregation.SegregationMetrics.DISSIMILARITY;
import static org.resourceequity.segregation.SegregationMetrics.MUTUAL_INFORMATION;

/** The cases of the family "segregation". */
final class SegregationCases extends CaseTable {

  SegregationCases() {
    super("segregation");
    add("dissimilarity", c -> DISSIMILARITY.measure(c.pair()));
    add("mutual_information", c -> MUTUAL_INFORMATION.measure(c.table()).get() / c.natsPerUnit());
    add("S2-D", c -> DISSIMILARITY.measure(c.pair()));
    add("S2-D: black-white dissimilarity", c -> DISSIMILARITY.measure(c.pair("black", "white")));
    add("SM-M", c -> MUTUAL_INFORMATION.measure(c.table()));
  }
}
