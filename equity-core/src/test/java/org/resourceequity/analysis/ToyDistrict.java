package org.resourceequity.analysis;

import org.resourceequity.model.Cell;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.CostLayer;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Source;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** The worked district of the domain guide, section 10.2: eight elementary schools. */
public final class ToyDistrict {

  /** The year of everything in it. */
  public static final SchoolYear YEAR = SchoolYear.parse("2023-24");

  /** Its id. */
  public static final DistrictId DISTRICT = new DistrictId("toy");

  private static final String ROWS =
      """
      A,400,360,120,60,5600000,25,7.0,0.5,1
      B,500,400,100,70,6500000,30,6.0,1.0,1
      C,300,180,30,36,3900000,18,3.0,1.0,1
      D,600,240,36,60,6900000,36,4.0,1.5,0
      E,450,135,18,45,5175000,28,2.0,1.0,0
      F,350,70,7,35,4200000,21,1.5,1.0,0
      G,200,30,2,30,2900000,13,0.5,1.0,0
      H,700,70,7,63,7700000,42,2.0,2.0,0
      """;

  private ToyDistrict() {}

  /** Returns the district as a store. */
  public static EquityData data() {
    return builder().build();
  }

  /** Returns a builder that holds the district. */
  public static EquityData.Builder builder() {
    EquityData.Builder builder = EquityData.builder("TOY");
    ROWS.lines()
        .map(line -> line.split(",", -1))
        .forEach(
            cells -> {
              SchoolId id = new SchoolId(cells[0]);
              builder.facts(
                  id,
                  new SchoolFacts(
                      YEAR,
                      cells[0],
                      DISTRICT,
                      SchoolLevel.ELEMENTARY,
                      null,
                      cells[9].equals("1") ? TitleI.SCHOOLWIDE : TitleI.NOT_ELIGIBLE,
                      false,
                      Locale.CITY));
              add(builder, id, Operands.ENROLMENT, cells[1]);
              add(builder, id, Operands.enrolment(Groups.LOW_INCOME), cells[2]);
              add(builder, id, Operands.enrolment(Groups.ENGLISH_LEARNERS), cells[3]);
              add(builder, id, Operands.enrolment(Groups.WITH_DISABILITIES), cells[4]);
              add(builder, id, FinanceOperands.SPENDING, cells[5]);
              add(builder, id, Operands.TEACHERS, cells[6]);
              add(builder, id, Operands.staff(Groups.NOVICE_TEACHERS), cells[7]);
            });
    return builder.source(new Source("nobody", "Toy district", "invented", "", ""));
  }

  /** Adds one number. */
  public static void add(EquityData.Builder builder, SchoolId id, Operand operand, String value) {
    builder.add(
        id,
        new ColumnKey(Level.SCHOOL, operand.what(), operand.group(), Fund.ALL, CostLayer.ALL, YEAR),
        Cell.of(Double.parseDouble(value)));
  }
}
