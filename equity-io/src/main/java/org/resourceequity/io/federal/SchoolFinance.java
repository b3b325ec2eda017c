package org.resourceequity.io.federal;

import static org.resourceequity.model.CostLayer.CENTRAL;
import static org.resourceequity.model.CostLayer.SITE;
import static org.resourceequity.model.FinanceOperands.SPENDING_PER_STUDENT;
import static org.resourceequity.model.FinanceOperands.spendingPerStudent;
import static org.resourceequity.model.Fund.FEDERAL;
import static org.resourceequity.model.Fund.STATE_LOCAL;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.CostLayer;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolLevel;

/** Expenditure of schools: the federal survey, and what states report under the ESSA. */
final class SchoolFinance {

  /** The School-Level Finance Survey, whose items have the codes of {@link DistrictFinance}. */
  static final Format SURVEY =
      Format.of("slfs-schools", Nces.SCHEME)
          .published(
              Nces.PUBLISHER,
              "School-Level Finance Survey",
              "2013-14 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              Nces.schools("schools")
                  .year(
                      YearRule.inFile(YearRule.Style.ENDING, "slfs_?(\\d\\d)"),
                      YearRule.column("YEAR", "FISCAL_YEAR"))
                  .codes(DistrictFinance.CODES)
                  .numbers(Field.number(Operands.ENROLMENT, "V33", "MEMBER").flag("FL_V33"))
                  .numbers(() -> DistrictFinance.teacherSalaries(1))
                  .numbers(() -> DistrictFinance.items(1, Set.of())))
          .build();

  private static final Codes MARKS =
      Codes.none().missing("NA", "N/A", "NRD", "NR", "-", "--").hidden("*", "**", "S").ranges();

  private static final List<Consequence> CHECKS =
      List.of(
          parts(SPENDING_PER_STUDENT, CostLayer.ALL),
          parts(spendingPerStudent(Fund.ALL, SITE), SITE),
          parts(spendingPerStudent(Fund.ALL, CENTRAL), CENTRAL),
          Consequence.partsMakeTotal(
              "expenditure per student by level",
              SPENDING_PER_STUDENT,
              2,
              spendingPerStudent(Fund.ALL, SITE),
              spendingPerStudent(Fund.ALL, CENTRAL)));

  /**
   * Expenditure per student as the ESSA asks every state to report it and the Interstate Financial
   * Reporting criteria arrange it: by source, at the school and by the district, of personnel and
   * other. There is no national layout, so columns are known by the words in their names.
   */
  static final Format PER_STUDENT =
      Format.of("essa-spending", Nces.SCHEME)
          .published(
              "State education agencies",
              "Per-pupil expenditure under the Every Student Succeeds Act",
              "2018-19 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              schools(
                      "schools",
                      Field.textLike(
                          "NCESSCH",
                          "ncessch(?:_?id)?|nces[ _-]?(?:school|sch)[ _-]?(?:id|code|number)"
                              + "|school[ _-]nces[ _-]?(?:id|code|number)"))
                  .name(SCHOOL, Field.textLike("School Name", "sch(?:ool)?[ _]?(?:name|nm)"))
                  .name(
                      DISTRICT,
                      Field.textLike("District Name", "(?:district|lea|dist)[ _]?(?:name|nm)"))
                  .year(
                      new YearRule.Column(
                          Field.textLike("Year", "(?:school|fiscal|academic)?[ _]?year|fy|sy"),
                          YearRule.Style.ENDING),
                      YearRule.inSheet(),
                      YearRule.inFile())
                  .numbers(
                      Field.like(
                          Operands.ENROLMENT,
                          "Enrollment",
                          "(?:total |student |school |october )*"
                              + "(?:enrol?lment|membership|(?:student|pupil) count)s?"))
                  .numbers(SchoolFinance::byWords))
          .then(CHECKS.toArray(new Consequence[0]))
          .build();

  /** The National Education Resource Database on Schools, whose amounts come from the states. */
  static final Format COMPILED =
      Format.of("nerds-schools", Nces.SCHEME)
          .published(
              "Edunomics Lab",
              "National Education Resource Database on Schools",
              "2018-19 on",
              Format.Evidence.DOCUMENTATION)
          .layout(
              schools(
                      "schools",
                      Field.textLike("ncesid", "nces(?:_?sch(?:ool)?)?_?id|nces_?sch(?:ool)?"))
                  .name(SCHOOL, "schoolname")
                  .name(DISTRICT, "distname")
                  .year(YearRule.column("year"), YearRule.inSheet(), YearRule.inFile())
                  .schoolLevel(
                      new Coded<>(
                          Field.text("level"),
                          Map.of(
                              "1", SchoolLevel.PRESCHOOL,
                              "2", SchoolLevel.ELEMENTARY,
                              "3", SchoolLevel.MIDDLE,
                              "4", SchoolLevel.HIGH,
                              "0", SchoolLevel.COMBINED,
                              "NA", SchoolLevel.UNKNOWN,
                              "NRD", SchoolLevel.UNKNOWN),
                          SchoolLevel.UNKNOWN))
                  .charter(
                      new Coded<>(
                          Field.text("nces_charter"),
                          Map.of(
                              "1-yes", true, "yes", true, "1", true, "2-no", false, "no", false,
                              "0", false, "NA", false, "N/A", false, "NRD", false),
                          false))
                  .numbers(
                      compiled(Operands.ENROLMENT, "enroll").require(),
                      compiled(SPENDING_PER_STUDENT, "pp_total").require(),
                      compiled(spendingPerStudent(FEDERAL, CostLayer.ALL), "pp_fed"),
                      compiled(spendingPerStudent(STATE_LOCAL, CostLayer.ALL), "pp_stloc"),
                      compiled(spendingPerStudent(Fund.ALL, SITE), "pp_site"),
                      compiled(spendingPerStudent(FEDERAL, SITE), "pp_site_fed"),
                      compiled(spendingPerStudent(STATE_LOCAL, SITE), "pp_site_stloc"),
                      compiled(spendingPerStudent(Fund.ALL, CENTRAL), "pp_centshare"),
                      compiled(spendingPerStudent(FEDERAL, CENTRAL), "pp_centshare_fed"),
                      compiled(spendingPerStudent(STATE_LOCAL, CENTRAL), "pp_centshare_stloc"),
                      compiled(FinanceOperands.SPENDING, "schooltot"),
                      compiled(FinanceOperands.spending(FEDERAL), "schoolfed"),
                      compiled(FinanceOperands.spending(STATE_LOCAL), "schoolstloc"),
                      Field.number(Operands.enrolment(Groups.FREE_MEALS), "nces_freelunch"),
                      Field.number(
                          Operands.enrolment(Groups.REDUCED_PRICE_MEALS), "nces_reducedlunch"),
                      Field.number(
                          FinanceOperands.COMPARABLE_SPENDING_PER_STUDENT, "pp_total_norm_NERDS")))
          .then(CHECKS.toArray(new Consequence[0]))
          .build();

  private SchoolFinance() {}

  /** Rows without the id of a school are about a district or the State. */
  private static Layout.Builder schools(String name, Field key) {
    Id.Column id = Id.of(key.require()).width(12);
    return Layout.of(name)
        .level(SCHOOL)
        .id(SCHOOL, id)
        .id(DISTRICT, id.cut(0, 7, ""))
        .state(id.cut(0, 2, "").postal())
        .skip(key, "")
        .codes(MARKS);
  }

  private static Consequence parts(Operand total, CostLayer layer) {
    return Consequence.partsMakeTotal(
        "expenditure per student by source, " + layer.words(),
        total,
        2,
        spendingPerStudent(FEDERAL, layer),
        spendingPerStudent(STATE_LOCAL, layer));
  }

  /** Amounts as the state reports them; later editions end in "_al". */
  private static Field compiled(Operand operand, String name) {
    return Field.number(operand, name + "_raw", name + "_raw_al");
  }

  private static List<Field> byWords() {
    String perStudent = "(?=.*(?:per[ _-]?(?:pupil|student)|ppe))(?!.*(?:rank|average|percent|%))";
    String site = "site|school[ _-]?(?:level|share)";
    String central = "central|district[ _-]?(?:level|share|wide)";
    Map<CostLayer, String> layers =
        Map.of(
            SITE,
            "(?=.*(?:" + site + "))(?!.*(?:" + central + "))",
            CENTRAL,
            "(?=.*(?:" + central + "))(?!.*(?:site))",
            CostLayer.ALL,
            "(?!.*(?:" + site + "|" + central + "))");
    Map<Fund, String> funds =
        Map.of(
            FEDERAL,
            "(?=.*fed)(?!.*(?:state|local))",
            STATE_LOCAL,
            "(?=.*state)(?=.*local)(?!.*fed)",
            Fund.ALL,
            "(?:(?=.*fed)(?=.*state)(?=.*local)|(?=.*total)(?!.*(?:fed|state|local)))");
    List<Field> fields = new ArrayList<>();
    for (CostLayer layer : CostLayer.values()) {
      for (Fund fund : List.of(FEDERAL, STATE_LOCAL, Fund.ALL)) {
        String words = perStudent + layers.get(layer) + funds.get(fund);
        String name = "per pupil, " + layer.words() + ", " + fund.words();
        fields.add(Field.like(spendingPerStudent(fund, layer), name, words + "(?!.*personnel).*"));
        fields.add(
            Field.like(
                FinanceOperands.personnelPerStudent(fund, layer),
                name + ", personnel",
                words + "(?=.*(?<!non[ _-]?)personnel).*"));
        fields.add(
            Field.like(
                FinanceOperands.nonPersonnelPerStudent(fund, layer),
                name + ", non-personnel",
                words + "(?=.*non[ _-]?personnel).*"));
      }
    }
    return fields;
  }
}
