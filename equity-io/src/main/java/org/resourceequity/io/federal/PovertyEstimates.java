package org.resourceequity.io.federal;

import static org.resourceequity.model.Level.DISTRICT;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.io.table.Shape;
import org.resourceequity.io.table.Shape.Slice;
import org.resourceequity.model.Operands;

/**
 * Poverty in school districts: the Small Area Income and Poverty Estimates, as a workbook of the
 * nation or as lines of fixed width, one file per state.
 *
 * <p>The year of the estimates is taken as the school year that ends in it. Estimates have no
 * margins of error for districts; poor are children related to the householder, so that their share
 * of all children is slightly too low.
 */
final class PovertyEstimates {

  private static final Id STATE = Id.of(Field.text("State FIPS Code").require()).width(2);

  private static final Shape LINES =
      Shape.fixedWidth(
          List.of(
              new Slice("State FIPS Code", 1, 2),
              new Slice("District ID", 4, 8),
              new Slice("Name", 10, 81),
              new Slice("Estimated Total Population", 83, 90),
              new Slice("Estimated Population 5-17", 92, 99),
              new Slice("Estimated children in poverty", 101, 108),
              new Slice("File and date", 110, 131)));

  private static final Map<String, String> LOOKS =
      Map.of(
          "State FIPS Code",
          "\\d{2}",
          "District ID",
          "\\d{5}",
          "Name",
          ".*\\p{L}.*",
          "Estimated Population 5-17",
          "\\d+",
          "File and date",
          "\\p{L}*sd\\d\\d.*");

  static final Format FORMAT =
      Format.of("saipe-districts", Nces.SCHEME)
          .published(
              "U.S. Census Bureau",
              "Small Area Income and Poverty Estimates, school districts",
              "2012 on",
              Format.Evidence.FILE)
          .layout(
              Layout.of("districts")
                  .shape(LINES, LOOKS)
                  .level(DISTRICT)
                  .id(
                      DISTRICT,
                      Id.joined(STATE, Id.of(Field.text("District ID").require()).width(5)))
                  .state(STATE.postal())
                  .name(DISTRICT, "Name")
                  .year(
                      new YearRule.Column(
                          Field.text("File and date").correct("^\\p{L}*sd(\\d\\d).*", "$1"),
                          YearRule.Style.ENDING),
                      new YearRule.Named(
                          YearRule.Where.SHEET,
                          Pattern.compile("ussd(\\d\\d)", Pattern.CASE_INSENSITIVE),
                          YearRule.Style.ENDING),
                      YearRule.inFile(YearRule.Style.ENDING, "sd(\\d\\d)"))
                  .numbers(
                      Field.number(Operands.POPULATION, "Estimated Total Population").require(),
                      Field.number(Operands.CHILDREN, "Estimated Population 5-17").require(),
                      Field.like(
                              Operands.CHILDREN_IN_POVERTY,
                              "Estimated children in poverty",
                              "estimated .*children.* in poverty.*")
                          .require()))
          .then(
              Consequence.atMost(Operands.CHILDREN_IN_POVERTY, Operands.CHILDREN),
              Consequence.atMost(Operands.CHILDREN, Operands.POPULATION))
          .build();

  private PovertyEstimates() {}
}
