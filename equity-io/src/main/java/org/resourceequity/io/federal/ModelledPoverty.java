package org.resourceequity.io.federal;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import org.resourceequity.io.Codes;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Operands;

/**
 * The share of a school's students in poverty, estimated by a model that is comparable between
 * states and years, which counts of meals are not. The year is that of autumn.
 */
final class ModelledPoverty {

  static final Format FORMAT =
      Format.of("meps-schools", Nces.SCHEME)
          .published(
              "Urban Institute",
              "Model Estimates of Poverty in Schools",
              "2009-10 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              Layout.of("schools")
                  .level(SCHOOL)
                  .id(SCHOOL, Nces.SCHOOL_KEY)
                  .id(DISTRICT, Nces.SCHOOL_KEY.cut(0, 7, ""))
                  .state(Nces.SCHOOL_KEY.cut(0, 2, "").postal())
                  .year(YearRule.column(YearRule.Style.STARTING, "year"))
                  .codes(Codes.none().missing("-1").notApplicable("-2").hidden("-3"))
                  .numbers(
                      Field.number(Operands.MODELLED_POVERTY, "meps_poverty_pct")
                          .percent()
                          .require(),
                      Field.number(Operands.MODELLED_POVERTY_ERROR, "meps_poverty_se").percent()))
          .build();

  private ModelledPoverty() {}
}
