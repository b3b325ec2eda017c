package org.resourceequity.reference;

/** The cases of the family "disproportionality". */
final class DisproportionalityCases extends CaseTable {

  DisproportionalityCases() {
    super("disproportionality");
  }
}
