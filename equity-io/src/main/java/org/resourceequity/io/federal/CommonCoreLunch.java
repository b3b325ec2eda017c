package org.resourceequity.io.federal;

import java.util.List;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;

/**
 * Students eligible for meals that are free or at a reduced price, and students directly certified,
 * which is another measure and never added. Some states report the total of both kinds of meals
 * only; where it is published with its parts, a difference is a notice.
 */
final class CommonCoreLunch {

  private static final Operand ALL = Operands.enrolment(Groups.SUBSIDISED_MEALS);
  private static final Operand FREE = Operands.enrolment(Groups.FREE_MEALS);
  private static final Operand REDUCED = Operands.enrolment(Groups.REDUCED_PRICE_MEALS);

  static final Format FORMAT =
      Nces.commonCore(
              "ccd-lunch", "free and reduced-price lunch (033)", "2014-15 on", Format.Evidence.FILE)
          .layout(
              Nces.schools("wide, to 2015-16")
                  .without("GSLO", "LUNCH_PROGRAM")
                  .numbers(Field.number(ALL, "TOTFRL").require())
                  .numbers(CommonCoreLunch::parts))
          .layout(
              Nces.schools("long, from 2016-17")
                  .dimension(
                      Dimension.of("DATA_GROUP")
                          .all("Free and Reduced-price Lunch Table")
                          .code(Groups.DIRECTLY_CERTIFIED, "Direct Certification"))
                  .dimension(
                      Dimension.of("LUNCH_PROGRAM")
                          .code(Groups.FREE_MEALS, "Free lunch qualified")
                          .code(Groups.REDUCED_PRICE_MEALS, "Reduced-price lunch qualified")
                          .code(Groups.SUBSIDISED_MEALS, "No Category Codes")
                          .all("Not Applicable")
                          .skip("Missing"))
                  .numbers(
                      Field.number(Operands.ENROLMENT, "STUDENT_COUNT").flag("DMS_FLAG").require()))
          .then(checks())
          .build();

  private CommonCoreLunch() {}

  /** Returns the columns of the two kinds of meals in wide files. */
  static List<Field> parts() {
    return List.of(Field.number(FREE, "FRELCH"), Field.number(REDUCED, "REDLCH"));
  }

  /** Returns what follows from the numbers. */
  static Consequence[] checks() {
    return new Consequence[] {
      Consequence.sum(ALL, FREE, REDUCED),
      Consequence.partsMakeTotal("free and reduced-price meals", ALL, 0, FREE, REDUCED)
    };
  }
}
