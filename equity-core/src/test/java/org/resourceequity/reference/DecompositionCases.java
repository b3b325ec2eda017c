package org.resourceequity.reference;

/** The cases of the family "decomposition". */
final class DecompositionCases extends CaseTable {

  DecompositionCases() {
    super("decomposition");
  }
}
