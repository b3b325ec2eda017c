package org.resourceequity.io.california;

import static org.resourceequity.model.Level.SCHOOL;

import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;

/**
 * Students eligible for free or reduced price meals on the census day, in kindergarten to grade 12,
 * one row per school.
 *
 * <pre>
 * Academic Year,County Code,District Code,School Code,...,Enrollment (K-12),Free Meal Count (K-12),...
 * 2018-2019,01,99901,0199999,...,310,120,...
 * </pre>
 *
 * <p>Shares follow from the counts and are not read; neither are the counts of ages 5 to 17, which
 * are parts of the others.
 */
final class SubsidisedMeals {

  private static final Operand ELIGIBLE = Operands.enrolment(Groups.SUBSIDISED_MEALS);
  private static final Operand FREE = Operands.enrolment(Groups.FREE_MEALS);

  static final Format FORMAT =
      Cde.format("ca-subsidised-meals", "Free or reduced-price meals, school level", "2013-14 on")
          .layout(
              Cde.described("schools")
                  .level(SCHOOL)
                  .codes(Codes.none().notApplicable("N/A").hidden(1, 10, "*"))
                  .numbers(
                      Field.number(Operands.ENROLMENT, "Enrollment (K-12)").require(),
                      Field.number(ELIGIBLE, "FRPM Count (K-12)").require(),
                      Field.number(FREE, "Free Meal Count (K-12)")))
          .then(
              Consequence.atMost(ELIGIBLE, Operands.ENROLMENT), Consequence.atMost(FREE, ELIGIBLE))
          .build();

  private SubsidisedMeals() {}
}
