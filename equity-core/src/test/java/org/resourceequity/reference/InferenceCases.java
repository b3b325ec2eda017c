package org.resourceequity.reference;

/** The cases of the family "inference". */
final class InferenceCases extends CaseTable {

  InferenceCases() {
    super("inference");
  }
}
