package org.resourceequity.io.california;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;
import static org.resourceequity.model.Level.STATE;

import java.util.Map;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Group;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.OutcomeOperands;

/**
 * Who took the SAT in grade 12, and who met its benchmarks.
 *
 * <pre>
 * cds             rtype  sname      dname    enroll12  NumTstTakr  TotNumElaBenchmark  ...  year
 * 01999010000000  D                 Example  249       90          46                       2017-18
 * 01999010199999  S      Oak High   Example  44        3           *                        2017-18
 * </pre>
 *
 * <p>Rows of counties are not read. Results of fewer than 15 test takers are hidden.
 */
final class SatResults {

  private static final Operand GRADE_12 =
      Operands.enrolment(Group.STUDENTS.and(Attribute.GRADE, "12"));

  static final Format FORMAT =
      Cde.format("ca-sat", "SAT results", "2015-16 on")
          .layout(
              Cde.codeInOne("schools, districts and the State")
                  .level(
                      Field.text("rtype").require(), Map.of("X", STATE, "D", DISTRICT, "S", SCHOOL))
                  .skip("rtype", "C")
                  .id(STATE, Id.always("CA"))
                  .name(SCHOOL, "sname")
                  .name(DISTRICT, "dname")
                  .year(YearRule.column("year"), YearRule.inFile())
                  .codes(Codes.none().hidden(0, 14, "*").notApplicable("N/A"))
                  // The ACT has a table like this one.
                  .without("NumGE21", "PctGE21")
                  .numbers(
                      Field.number(GRADE_12, "enroll12").require(),
                      Field.number(OutcomeOperands.SAT_TEST_TAKERS, "NumTstTakr", "NumTstTakr12")
                          .require(),
                      Field.number(
                          OutcomeOperands.SAT_MET_ENGLISH,
                          "TotNumElaBenchmark",
                          "NumElaBenchmark12"),
                      Field.number(
                          OutcomeOperands.SAT_MET_MATHEMATICS,
                          "TotNumMathBenchmark",
                          "NumMathBenchmark12"),
                      Field.number(
                          OutcomeOperands.SAT_MET_BOTH,
                          "TotNumBothBenchmark",
                          "TotNumBothBenchmark12")))
          .then(
              Consequence.atMost(OutcomeOperands.SAT_MET_ENGLISH, OutcomeOperands.SAT_TEST_TAKERS),
              Consequence.atMost(
                  OutcomeOperands.SAT_MET_MATHEMATICS, OutcomeOperands.SAT_TEST_TAKERS))
          .build();

  private SatResults() {}
}
