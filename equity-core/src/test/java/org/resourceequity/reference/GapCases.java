package org.resourceequity.reference;

/** The cases of the family "gaps". */
final class GapCases extends CaseTable {

  GapCases() {
    super("gaps");
  }
}
