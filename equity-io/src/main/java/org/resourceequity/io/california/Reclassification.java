package org.resourceequity.io.california;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operands;

/**
 * Students learning English, fluent in English as another language, and reclassified from the first
 * to the second since the last count, one row per school.
 *
 * <pre>
 * CDS             County   District  School      EL   FEP  Reclass
 * 01999010199999  Example  Example   Oak School  115  45   12
 * </pre>
 */
final class Reclassification {

  static final Format FORMAT =
      Cde.format(
              "ca-reclassification",
              "English learners by school, and reclassified students",
              "the year in the file's name")
          .layout(
              Cde.codeInOne("schools")
                  .level(SCHOOL)
                  .name(SCHOOL, "School")
                  .name(DISTRICT, "District")
                  .year(
                      YearRule.inFile(YearRule.Style.ENDING, "reclass(\\d\\d)(?!\\d)"),
                      YearRule.inFile())
                  .numbers(
                      Field.number(Operands.enrolment(Groups.ENGLISH_LEARNERS), "EL").require(),
                      Field.number(Operands.enrolment(Groups.FLUENT_IN_ENGLISH), "FEP"),
                      Field.number(Operands.enrolment(Groups.RECLASSIFIED), "Reclass").require()))
          .then(Consequence.districtSums(Operands.ENROLMENT.what()))
          .build();

  private Reclassification() {}
}
