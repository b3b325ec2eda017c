package org.resourceequity.reference;

/** The cases of the family "progressivity". */
final class ProgressivityCases extends CaseTable {

  ProgressivityCases() {
    super("progressivity");
  }
}
