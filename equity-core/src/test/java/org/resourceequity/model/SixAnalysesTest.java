package org.resourceequity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.resourceequity.disproportionality.DisproportionalityMetrics;
import org.resourceequity.gaps.GapMetrics;
import org.resourceequity.inequality.InequalityMetrics;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.SectionId;
import org.resourceequity.model.UnitId.StateId;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.RiskComparison;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Units;
import org.resourceequity.segregation.SegregationMetrics;

/**
 * The store carries the six analyses that the design asks for, from cells to the right sample. All
 * data are invented; the expected numbers are worked out by hand beside them.
 */
class SixAnalysesTest {

  private static final SchoolYear YEAR = SchoolYear.ending(2019);

  private static SchoolId school(String code) {
    return new SchoolId(code);
  }

  private static SchoolFacts facts(
      SchoolYear year, String district, SchoolLevel level, TitleI titleI) {
    return new SchoolFacts(
        year, "School", new DistrictId(district), level, null, titleI, false, Locale.CITY);
  }

  /** Returns the known values of a column for the given units. */
  private static double[] values(EquityData data, List<UnitId> units, ColumnKey key) {
    Column column = data.column(key).orElseThrow();
    return units.stream().mapToDouble(id -> column.value(data.index(id))).toArray();
  }

  private static List<String> codes(List<UnitId> units) {
    return units.stream().map(UnitId::code).toList();
  }

  @Test
  void dollarsPerPupilBySourceByNeedQuartileWithinSchoolLevel() {
    EquityData.Builder builder = EquityData.builder("TOY");
    // Eight elementary schools of 100 students: need rises with the number, and so do federal
    // dollars, 100 per student and step; state and local dollars are 10,000 per student throughout.
    // A high school must stay out.
    for (int i = 0; i < 9; i++) {
      SchoolId id = school("s" + i);
      boolean high = i == 8;
      builder
          .facts(
              id,
              facts(YEAR, "d", high ? SchoolLevel.HIGH : SchoolLevel.ELEMENTARY, TitleI.UNKNOWN))
          .add(id, Operands.ENROLMENT.at(Level.SCHOOL, YEAR), Cell.of(100))
          .add(
              id,
              Operands.enrolment(Groups.LOW_INCOME).at(Level.SCHOOL, YEAR),
              Cell.of(10 * (i + 1)))
          .add(
              id,
              FinanceOperands.SPENDING.with(Fund.FEDERAL).at(Level.SCHOOL, YEAR),
              Cell.of(100 * 100.0 * i))
          .add(
              id,
              FinanceOperands.SPENDING.with(Fund.STATE_LOCAL).at(Level.SCHOOL, YEAR),
              Cell.of(100 * 10_000));
    }
    EquityData data = builder.build();

    List<UnitId> elementary =
        data.units(Level.SCHOOL).stream()
            .filter(
                id ->
                    data.facts((SchoolId) id, YEAR).orElseThrow().level() == SchoolLevel.ELEMENTARY)
            .toList();
    double[] pupils = values(data, elementary, Operands.ENROLMENT.at(Level.SCHOOL, YEAR));
    double[] poor =
        values(data, elementary, Operands.enrolment(Groups.LOW_INCOME).at(Level.SCHOOL, YEAR));
    Map<String, double[]> parts = new LinkedHashMap<>();
    double[] all = new double[pupils.length];
    for (Fund fund : List.of(Fund.FEDERAL, Fund.STATE_LOCAL)) {
      double[] dollars =
          values(data, elementary, FinanceOperands.SPENDING.with(fund).at(Level.SCHOOL, YEAR));
      for (int i = 0; i < dollars.length; i++) {
        dollars[i] /= pupils[i];
        all[i] += dollars[i];
      }
      parts.put(fund.words(), dollars);
    }
    Distribution perPupil =
        Distribution.of(Units.of(codes(elementary)), all, pupils).withParts(parts);

    int[] byNeed =
        java.util.stream.IntStream.range(0, poor.length)
            .boxed()
            .sorted((a, b) -> Double.compare(poor[a] / pupils[a], poor[b] / pupils[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    Distribution lowest = perPupil.select(byNeed[0], byNeed[1]);
    Distribution highest = perPupil.select(byNeed[6], byNeed[7]);
    // Federal 100 x 0.5 = 50 in the lowest quartile, 100 x 6.5 = 650 in the highest.
    assertThat(perPupil.size()).isEqualTo(8);
    assertThat(lowest.mean()).isEqualTo(10_050);
    assertThat(highest.mean()).isEqualTo(10_650);
    assertThat(Distribution.of(part(highest, Fund.FEDERAL), highest.weights()).mean())
        .isEqualTo(650);
    assertThat(part(lowest, Fund.STATE_LOCAL)).containsOnly(10_000);
  }

  private static double[] part(Distribution d, Fund fund) {
    return d.parts().getOrDefault(fund.words(), new double[0]);
  }

  @Test
  void exposureOfStudentGroupsToNoviceTeachers() {
    // Novice shares 2/10 and 1/20; black students 30 and 10, white 20 and 60. Black exposure
    // (30 x .2 + 10 x .05) / 40 = .1625, white (20 x .2 + 60 x .05) / 80 = .0875.
    EquityData data =
        EquityData.builder("TOY")
            .add(school("a"), Operands.TEACHERS.at(Level.SCHOOL, YEAR), Cell.of(10))
            .add(school("b"), Operands.TEACHERS.at(Level.SCHOOL, YEAR), Cell.of(20))
            .add(school("a"), novices(), Cell.of(2))
            .add(school("b"), novices(), Cell.of(1))
            .add(school("a"), students(Groups.BLACK), Cell.of(30))
            .add(school("b"), students(Groups.BLACK), Cell.of(10))
            .add(school("a"), students(Groups.WHITE), Cell.of(20))
            .add(school("b"), students(Groups.WHITE), Cell.of(60))
            .build();

    List<UnitId> schools = data.units(Level.SCHOOL);
    double[] share = values(data, schools, novices());
    double[] teachers = values(data, schools, Operands.TEACHERS.at(Level.SCHOOL, YEAR));
    for (int i = 0; i < share.length; i++) {
      share[i] /= teachers[i];
    }
    List<Group> races = data.groups(Level.SCHOOL, Attribute.RACE, YEAR);
    GroupedValues sample =
        GroupedValues.of(
            Units.of(codes(schools)),
            share,
            races.stream().map(Group::label).toList(),
            races.stream().map(g -> values(data, schools, students(g))).toArray(double[][]::new));

    assertThat(races).containsExactly(Groups.BLACK, Groups.WHITE);
    UnitValues exposure = GapMetrics.EXPOSURE.measure(sample).get();
    assertThat(exposure.value(0)).isCloseTo(0.1625, within(1e-15));
    assertThat(exposure.value(1)).isCloseTo(0.0875, within(1e-15));
    assertThat(GapMetrics.EXPOSURE_GAP.measure(sample).get()).isCloseTo(0.075, within(1e-15));
  }

  private static ColumnKey novices() {
    return Operands.staff(Groups.NOVICE_TEACHERS).at(Level.SCHOOL, YEAR);
  }

  private static ColumnKey students(Group group) {
    return Operands.enrolment(group).at(Level.SCHOOL, YEAR);
  }

  @Test
  void separationNestedInStateDistrictSchoolAndSection() {
    // Two states; in each one district, one school, two sections of 10. State x is all black, in
    // state y the sections are 10 white and 10 black: groups 30 and 10, of which states explain
    // some
    // and sections the rest; districts and schools add nothing.
    EquityData.Builder builder = EquityData.builder("TOY");
    int[][] blackAndWhite = {{10, 0}, {10, 0}, {0, 10}, {10, 0}};
    for (int i = 0; i < 4; i++) {
      String state = i < 2 ? "x" : "y";
      SectionId section = new SectionId("section " + i);
      builder
          .unit(section, school("school " + state))
          .unit(school("school " + state), new DistrictId("district " + state))
          .unit(new DistrictId("district " + state), new StateId(state))
          .add(section, section(Groups.BLACK), Cell.of(blackAndWhite[i][0]))
          .add(section, section(Groups.WHITE), Cell.of(blackAndWhite[i][1]));
    }
    EquityData data = builder.build();

    List<UnitId> sections = data.units(Level.SECTION);
    Units units = Units.of(codes(sections));
    for (Level level : List.of(Level.SCHOOL, Level.DISTRICT, Level.STATE)) {
      units =
          units.within(
              level.words(1),
              sections.stream()
                  .map(id -> data.ancestor(id, level, YEAR).orElseThrow().code())
                  .toList());
    }
    CrossTab table =
        CrossTab.of(
            units,
            List.of("black", "white"),
            new double[][] {
              values(data, sections, section(Groups.BLACK)),
              values(data, sections, section(Groups.WHITE))
            });

    // Complete separation of sections: H = 1. Between states: M = E - (1/2) ln 2 with
    // E = -(3/4 ln 3/4 + 1/4 ln 1/4), over E.
    double entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
    double betweenStates = 1 - Math.log(2) / 2 / entropy;
    for (String level : List.of("state", "district", "school")) {
      Parts h = SegregationMetrics.nestedH(level).measure(table).get();
      assertThat(h.total()).isCloseTo(1, within(1e-14));
      assertThat(h.part("between")).isCloseTo(betweenStates, within(1e-14));
    }
  }

  private static ColumnKey section(Group group) {
    return Operands.enrolment(group).at(Level.SECTION, YEAR);
  }

  @Test
  void titleIComparability() {
    // The toy district of the domain guide, 10.2: enrolment, teacher FTE, Title I A to C. Section
    // 6.3 gives the pooled ratio of the others 2,300 / 140 = 16.4286 and the limit 18.0714, which
    // A 16.0 and B, C 16.667 keep; with A at 20 FTE its ratio is 20 and it needs 22.1344 FTE.
    double[] enrolment = {400, 500, 300, 600, 450, 350, 200, 700};
    double[] teachers = {25, 30, 18, 36, 28, 21, 13, 42};
    EquityData.Builder builder = EquityData.builder("TOY");
    for (int i = 0; i < 8; i++) {
      SchoolId id = school(String.valueOf((char) ('A' + i)));
      builder
          .facts(
              id,
              facts(
                  YEAR,
                  "toy",
                  SchoolLevel.ELEMENTARY,
                  i < 3 ? TitleI.SCHOOLWIDE : TitleI.NOT_ELIGIBLE))
          .add(id, Operands.ENROLMENT.at(Level.SCHOOL, YEAR), Cell.of(enrolment[i]))
          .add(id, Operands.TEACHERS.at(Level.SCHOOL, YEAR), Cell.of(teachers[i]));
    }
    EquityData data = builder.build();

    List<UnitId> others = new ArrayList<>();
    List<UnitId> titleI = new ArrayList<>();
    for (UnitId id : data.units(Level.SCHOOL)) {
      boolean participates = data.facts((SchoolId) id, YEAR).orElseThrow().titleI().participates();
      (participates ? titleI : others).add(id);
    }
    // The ratio of a school, weighted by its FTE, has the pooled ratio as its mean.
    Distribution compared = studentsPerTeacher(data, others);
    assertThat(compared.mean()).isCloseTo(2300.0 / 140, within(1e-12));
    double limit = 1.1 * compared.mean();
    assertThat(limit).isCloseTo(18.0714285714, within(6e-11));
    // A 400 / 25, B 500 / 30 and C 300 / 18 students per teacher.
    assertThat(studentsPerTeacher(data, titleI).values())
        .containsExactly(16, 500.0 / 30, 300.0 / 18);
    assertThat(studentsPerTeacher(data, titleI).moments().maximum()).isLessThan(limit);
    assertThat(400 / limit).isCloseTo(22.1344, within(5e-5));
  }

  private static Distribution studentsPerTeacher(EquityData data, List<UnitId> schools) {
    double[] fte = values(data, schools, Operands.TEACHERS.at(Level.SCHOOL, YEAR));
    double[] ratio = values(data, schools, Operands.ENROLMENT.at(Level.SCHOOL, YEAR));
    for (int i = 0; i < ratio.length; i++) {
      ratio[i] /= fte[i];
    }
    return Distribution.of(Units.of(codes(schools)), ratio, fte);
  }

  @Test
  void fiveYearTrendWithChangedSchools() {
    // Schools a and b in all years; c closes after 2016, d opens in 2017, e moves from district 1
    // to 2 in 2018. Every school has 100 students and 10,000 dollars each, b 12,000 from 2017 on.
    EquityData.Builder builder = EquityData.builder("TOY");
    for (int year = 2015; year <= 2019; year++) {
      SchoolYear at = SchoolYear.ending(year);
      for (String code : List.of("a", "b", "c", "d", "e")) {
        if ((code.equals("c") && year > 2016) || (code.equals("d") && year < 2017)) {
          continue;
        }
        String district = code.equals("e") && year >= 2018 ? "2" : "1";
        double perPupil = code.equals("b") && year >= 2017 ? 12_000 : 10_000;
        builder
            .facts(school(code), facts(at, district, SchoolLevel.ELEMENTARY, TitleI.UNKNOWN))
            .add(school(code), Operands.ENROLMENT.at(Level.SCHOOL, at), Cell.of(100))
            .add(
                school(code),
                FinanceOperands.SPENDING.at(Level.SCHOOL, at),
                Cell.of(100 * perPupil));
      }
    }
    EquityData data = builder.build();

    assertThat(data.years(Level.SCHOOL, FinanceOperands.SPENDING))
        .extracting(SchoolYear::ending)
        .containsExactly(2015, 2016, 2017, 2018, 2019);
    Map<Integer, Distribution> all = new TreeMap<>();
    Map<Integer, Distribution> same = new TreeMap<>();
    for (SchoolYear year : data.years(Level.SCHOOL, FinanceOperands.SPENDING)) {
      List<UnitId> open = known(data, year);
      all.put(year.ending(), perPupil(data, open, year));
      List<UnitId> always =
          open.stream()
              .filter(
                  id ->
                      data.years(Level.SCHOOL, FinanceOperands.SPENDING).stream()
                          .allMatch(y -> known(data, y).contains(id)))
              .toList();
      same.put(year.ending(), perPupil(data, always, year));
    }
    assertThat(all.values()).extracting(Distribution::size).containsExactly(4, 4, 4, 4, 4);
    assertThat(same.values()).extracting(Distribution::size).containsOnly(3);
    // Nobody differs at first. Then one of four, or of three, has 12,000: Hoover is
    // w (1 - w) x 2,000 / mean, mean 10,500 or 10,666.67.
    assertThat(InequalityMetrics.HOOVER.measure(at(all, 2015)).get()).isEqualTo(0);
    assertThat(InequalityMetrics.HOOVER.measure(at(all, 2019)).get())
        .isCloseTo(3.0 / 16 * 2000 / 10_500, within(1e-15));
    assertThat(InequalityMetrics.HOOVER.measure(at(same, 2019)).get())
        .isCloseTo(2.0 / 9 * 2000 / (32_000 / 3.0), within(1e-15));
    // The school that moved counts where it was in each year.
    assertThat(data.ancestor(school("e"), Level.DISTRICT, SchoolYear.ending(2017)))
        .contains(new DistrictId("1"));
    assertThat(data.ancestor(school("e"), Level.DISTRICT, SchoolYear.ending(2018)))
        .contains(new DistrictId("2"));
  }

  private static Distribution at(Map<Integer, Distribution> years, int year) {
    return years.getOrDefault(year, Distribution.of());
  }

  private static List<UnitId> known(EquityData data, SchoolYear year) {
    Column column = data.column(FinanceOperands.SPENDING.at(Level.SCHOOL, year)).orElseThrow();
    return data.units(Level.SCHOOL).stream().filter(id -> column.isKnown(data.index(id))).toList();
  }

  private static Distribution perPupil(EquityData data, List<UnitId> schools, SchoolYear year) {
    double[] pupils = values(data, schools, Operands.ENROLMENT.at(Level.SCHOOL, year));
    double[] dollars = values(data, schools, FinanceOperands.SPENDING.at(Level.SCHOOL, year));
    for (int i = 0; i < dollars.length; i++) {
      dollars[i] /= pupils[i];
    }
    return Distribution.of(Units.of(codes(schools)), dollars, pupils);
  }

  @Test
  void advancedPlacementGapSplitInOfferAndUptake() {
    // Schools a and b offer courses, c does not. Black students 20, 20, 60 of whom 4, 4, 0 took a
    // test; white 60, 30, 10 of whom 18, 9, 0. Rates 8% and 27%. Offered to 40% and to 90%; where
    // offered 20% and 30% took one.
    EquityData.Builder builder = EquityData.builder("TOY");
    String[] codes = {"a", "b", "c"};
    double[][] people = {{20, 20, 60}, {60, 30, 10}};
    double[][] tests = {{4, 4, 0}, {18, 9, 0}};
    List<Group> groups = List.of(Groups.BLACK, Groups.WHITE);
    for (int i = 0; i < 3; i++) {
      for (int g = 0; g < 2; g++) {
        builder.add(school(codes[i]), grade9to12(groups.get(g)), Cell.of(people[g][i]));
        builder.add(
            school(codes[i]),
            takers(groups.get(g)),
            i < 2 ? Cell.of(tests[g][i]) : Cell.absent(Reason.NOT_APPLICABLE));
      }
    }
    EquityData data = builder.build();

    List<UnitId> schools = data.units(Level.SCHOOL);
    boolean[] offered = new boolean[schools.size()];
    double[][] events = new double[2][schools.size()];
    double[][] population = new double[2][];
    for (int g = 0; g < 2; g++) {
      Column column = data.column(takers(groups.get(g))).orElseThrow();
      population[g] = values(data, schools, grade9to12(groups.get(g)));
      for (int i = 0; i < schools.size(); i++) {
        offered[i] = column.reason(i) != Reason.NOT_APPLICABLE;
        events[g][i] = offered[i] ? column.value(i) : 0;
      }
    }
    RiskCounts counts =
        RiskCounts.of(
                Units.of(codes(schools)),
                groups.stream().map(Groups::people).toList(),
                events,
                population)
            .offered(offered)
            .comparedWith(new RiskComparison.Reference(Groups.people(Groups.WHITE)));

    assertThat(DisproportionalityMetrics.RISK_DIFFERENCE.measure(counts).get())
        .isCloseTo(0.08 - 0.27, within(1e-15));
    RiskCounts where = counts.select(0, 1);
    assertThat(where.isOffered(0) && where.isOffered(1) && !counts.isOffered(2)).isTrue();
    double blackOffer = where.risk(0).population() / counts.risk(0).population();
    double whiteOffer = where.risk(1).population() / counts.risk(1).population();
    double blackUptake = where.risk(0).value();
    double whiteUptake = where.risk(1).value();
    assertThat(List.of(blackOffer, whiteOffer, blackUptake, whiteUptake))
        .containsExactly(0.4, 0.9, 0.2, 0.3);
    // Offer at mean uptake (.4 - .9) x .25 = -.125, uptake at mean offer (.2 - .3) x .65 = -.065.
    double offer = (blackOffer - whiteOffer) * (blackUptake + whiteUptake) / 2;
    double uptake = (blackUptake - whiteUptake) * (blackOffer + whiteOffer) / 2;
    assertThat(offer).isCloseTo(-0.125, within(1e-15));
    assertThat(uptake).isCloseTo(-0.065, within(1e-15));
    assertThat(offer + uptake).isCloseTo(-0.19, within(1e-15));
  }

  private static ColumnKey grade9to12(Group group) {
    return Operands.enrolment(group.and(Attribute.GRADE, "9-12")).at(Level.SCHOOL, YEAR);
  }

  private static ColumnKey takers(Group group) {
    return Operand.of(OutcomeOperands.AP_TEST_TAKERS.what(), group).at(Level.SCHOOL, YEAR);
  }
}
