package org.resourceequity.io.urban;

import java.util.Collection;
import java.util.List;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Format;
import org.resourceequity.io.FormatProvider;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Operands;

/**
 * Tables of the Education Data Portal, as pages of its programming interface or as its csv files,
 * whose names are the same. Years are those of autumn, but for poverty in districts, which has the
 * year of the estimates. The modelled poverty of schools (MEPS) is read as the portal's publisher
 * gives it out elsewhere, by the format {@code meps-schools}.
 */
public final class Urban implements FormatProvider {

  private static final Format POVERTY =
      Portal.format("urban-saipe", "poverty in school districts (SAIPE)")
          .layout(
              // The year of an estimate is taken as the school year that ends in it.
              Portal.districts("districts", YearRule.Style.ENDING)
                  .numbers(
                      Field.number(Operands.POPULATION, "est_population_total"),
                      Field.number(Operands.CHILDREN, "est_population_5_17").require(),
                      Field.number(Operands.CHILDREN_IN_POVERTY, "est_population_5_17_poverty")
                          .require()))
          .then(Consequence.atMost(Operands.CHILDREN_IN_POVERTY, Operands.CHILDREN))
          .build();

  /** Makes the provider. */
  public Urban() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(
        CommonCore.SCHOOLS,
        CommonCore.DISTRICTS,
        CommonCore.ENROLMENT,
        Finance.FORMAT,
        POVERTY,
        EdFacts.ASSESSMENTS,
        EdFacts.GRADUATION,
        CivilRights.FORMAT);
  }
}
