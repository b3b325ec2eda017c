package org.resourceequity.io.federal;

import java.util.List;
import java.util.stream.Stream;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.model.OutcomeOperands;

/**
 * Graduation rates of the adjusted four-year cohort, by school and by district. Rates of small
 * cohorts are ranges, whose bounds are kept. Asian students include Pacific Islanders.
 */
final class GraduationRates {

  static final Format FORMAT =
      EdFacts.format("edfacts-graduation", "adjusted cohort graduation rate", Format.Evidence.FILE)
          .layout(EdFacts.schools("schools").numbers(GraduationRates::numbers))
          .layout(EdFacts.districts("districts").numbers(GraduationRates::numbers))
          .build();

  private GraduationRates() {}

  private static List<Field> numbers() {
    return EdFacts.GROUPS.entrySet().stream()
        .flatMap(
            e -> {
              Field rate =
                  Field.number(OutcomeOperands.graduationRate(e.getValue()), e.getKey() + "_RATE")
                      .percent();
              return Stream.of(
                  Field.number(
                      OutcomeOperands.graduationCohort(e.getValue()), e.getKey() + "_COHORT"),
                  e.getValue().isAll() ? rate.require() : rate);
            })
        .toList();
  }
}
