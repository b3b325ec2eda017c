package org.resourceequity.io.example;

import static org.resourceequity.model.Attribute.GRADE;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;
import static org.resourceequity.model.Reason.SUPPRESSED_QUALITY;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Dimension;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.FormatProvider;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.RowKind;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;

/** Enrolment as the department of a state called EX publishes it. */
public final class ExampleFormats implements FormatProvider {

  private static final Operand ALL = Operands.ENROLMENT;
  private static final Operand POOR = Operands.enrolment(Groups.LOW_INCOME);

  static final Format ENROLMENT_BY_GROUP =
      Format.of("ex-enrolment", "EX")
          .published("EX Department", "Enrolment by group", "2018-19 on", Format.Evidence.FILE)
          .layout(
              Layout.of("groups")
                  .level(Field.text("Type").require(), Map.of("D", DISTRICT, "S", SCHOOL))
                  .skip("Type", "State")
                  .id(DISTRICT, Id.of("District Code").width(4))
                  .id(SCHOOL, Id.joined(Id.of("District Code").width(4), Id.of("School").width(3)))
                  .state(Id.always("EX"))
                  .name(SCHOOL, "School Name")
                  .name(DISTRICT, "District Name")
                  .year(YearRule.column("Year"))
                  .kinds("Table", RowKind.of("By grade").fills(GRADE), RowKind.of("All").fills())
                  .dimension(
                      Dimension.of("Grade").code(GRADE, "8", "08").code(GRADE, "9", "09").all(""))
                  .codes(Codes.none().hidden(1, 9, "*").flagAbsent("W", SUPPRESSED_QUALITY))
                  .numbers(Field.number(ALL, "Students", "Pupils").require())
                  .numbers(Field.number(POOR, "Low Income").flag("Flag")))
          .then(Consequence.reconciles(ALL, SCHOOL, DISTRICT, 0), Consequence.atMost(POOR, ALL))
          .build();

  @Override
  public Collection<Format> formats() {
    return List.of(ENROLMENT_BY_GROUP);
  }
}
