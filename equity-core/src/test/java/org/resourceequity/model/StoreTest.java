package org.resourceequity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Rows become cells in one place, in any order and split in any way. All data are invented. */
class StoreTest {

  private static final SchoolYear YEAR = SchoolYear.ending(2019);
  private static final ColumnKey STUDENTS = Operands.ENROLMENT.at(Level.SCHOOL, YEAR);
  private static final ColumnKey RATE = FinanceOperands.SPENDING_PER_STUDENT.at(Level.SCHOOL, YEAR);
  private static final SchoolId NORTH = new SchoolId("01");
  private static final Source FILE = new Source("Invented", "Invented data", "a.csv", "", "");

  /** What a file says about one unit in one column. */
  record Fact(SchoolId unit, ColumnKey key, Cell cell) {}

  @Provide
  Arbitrary<List<Fact>> facts() {
    Arbitrary<Double> number =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(0, 3000).map(Integer::doubleValue)),
            Tuple.of(2, Arbitraries.of(0.1, 0.2, 0.3, 17.5, 1e9, 0x1p53, 1e-3)));
    Arbitrary<Cell> known =
        Combinators.combine(number, Arbitraries.of(Quality.values())).as(Cell.Known::new);
    // STRUCTURAL_GAP means that there is no row, so no row says it.
    Arbitrary<Cell> absent =
        Arbitraries.of(Reason.values())
            .filter(reason -> reason != Reason.STRUCTURAL_GAP)
            .map(Cell::absent);
    Arbitrary<Cell> bounded =
        Combinators.combine(
                number,
                Arbitraries.of(0.0, 0.1, 9.0),
                Arbitraries.of(Reason.SUPPRESSED_PRIVACY, Reason.NOT_REPORTED))
            .as((low, width, reason) -> new Cell.Bounded(low, low + width, reason));
    Arbitrary<Cell> cell =
        Arbitraries.frequencyOf(Tuple.of(6, known), Tuple.of(1, absent), Tuple.of(2, bounded));
    Arbitrary<SchoolId> unit = Arbitraries.of("01", "02", "3", "10").map(SchoolId::new);
    return Combinators.combine(unit, Arbitraries.of(STUDENTS, RATE), cell)
        .as(Fact::new)
        .list()
        .ofMaxSize(14);
  }

  private static EquityData.Builder builder(List<Fact> facts) {
    EquityData.Builder builder = EquityData.builder("TOY");
    facts.forEach(f -> builder.add(f.unit(), f.key(), f.cell()));
    return builder;
  }

  private static Map<String, Cell> cells(EquityData data) {
    Map<String, Cell> cells = new TreeMap<>();
    data.columns()
        .forEach(
            (key, column) -> {
              for (int i = 0; i < column.size(); i++) {
                cells.put(key + " " + data.units(key.level()).get(i), column.cell(i));
              }
            });
    return cells;
  }

  @Property(tries = 1000)
  void theOrderOfRowsChangesNoCell(@ForAll("facts") List<Fact> facts, @ForAll long seed) {
    List<Fact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(cells(builder(shuffled).build())).isEqualTo(cells(builder(facts).build()));
  }

  @Property(tries = 1000)
  void anySplitIntoMergedBuildersChangesNoCell(
      @ForAll("facts") List<Fact> facts, @ForAll long seed) {
    Random choices = new Random(seed);
    List<EquityData.Builder> parts = new ArrayList<>();
    for (int p = 0; p < 3; p++) {
      parts.add(EquityData.builder("TOY"));
    }
    facts.forEach(f -> parts.get(choices.nextInt(3)).add(f.unit(), f.key(), f.cell()));
    Collections.shuffle(parts, choices);
    EquityData.Builder merged =
        choices.nextBoolean()
            ? parts.get(0).merge(parts.get(1)).merge(parts.get(2))
            : parts.get(0).merge(parts.get(1).merge(parts.get(2)));
    EquityData data = merged.build();
    EquityData whole = builder(facts).build();
    assertThat(cells(data)).isEqualTo(cells(whole));
    assertThat(data.units(Level.SCHOOL)).isEqualTo(whole.units(Level.SCHOOL));
  }

  @Property(tries = 1000)
  void addingByNumberMakesTheSameCells(@ForAll("facts") List<Fact> facts) {
    EquityData.Builder byNumber = EquityData.builder("TOY");
    for (Fact fact : facts) {
      int number = byNumber.number(fact.unit());
      EquityData.Builder.Adder adder = byNumber.adder(fact.key());
      if (fact.cell() instanceof Cell.Known known && known.quality() == Quality.REPORTED) {
        adder.add(number, known.value());
      } else {
        adder.add(number, fact.cell());
      }
    }
    assertThat(cells(byNumber.build())).isEqualTo(cells(builder(facts).build()));
  }

  @Example
  void sumsThatLeaveTheRangeOfAnIntGoOn() {
    EquityData.Builder builder = EquityData.builder("TOY");
    EquityData.Builder.Adder adder = builder.adder(STUDENTS);
    int number = builder.number(NORTH);
    for (double value : new double[] {2147483647, 2147483647, -1, 0.5, -0.0}) {
      adder.add(number, value);
    }
    // 2147483647 + 2147483647 - 1 + 0.5 = 4294967293.5
    assertThat(builder.build().cell(NORTH, STUDENTS)).isEqualTo(Cell.of(4294967293.5));
  }

  @Example
  void aNumberThatNoUnitHasIsRefused() {
    EquityData.Builder builder = EquityData.builder("TOY");
    EquityData.Builder.Adder adder = builder.adder(STUDENTS);
    int number = builder.number(NORTH);
    assertThatThrownBy(() -> adder.add(number + 1, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> adder.add(number, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void aStoreAndItsBuilderHoldTheSame(@ForAll("facts") List<Fact> facts) {
    EquityData data = builder(facts).build();
    assertThat(cells(data.toBuilder().build())).isEqualTo(cells(data));
  }

  @Property(tries = 300)
  void countsAddExactly(@ForAll("counts") List<Double> counts) {
    // The right sum comes from BigDecimal.
    BigDecimal sum = BigDecimal.ZERO;
    EquityData.Builder builder = EquityData.builder("TOY");
    for (double count : counts) {
      sum = sum.add(new BigDecimal(count));
      builder.add(NORTH, STUDENTS, Cell.of(count));
    }
    assertThat(builder.build().cell(NORTH, STUDENTS)).isEqualTo(Cell.of(sum.doubleValue()));
  }

  @Provide
  Arbitrary<List<Double>> counts() {
    return Arbitraries.of(0.1, 0.2, 0.7, 1.0, 3.0, 1e15, 0x1p53, 1e-9)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  private static Cell of(ColumnKey key, Cell... cells) {
    EquityData.Builder builder = EquityData.builder("TOY");
    for (Cell cell : cells) {
      builder.add(NORTH, key, cell);
    }
    return builder.build().cell(NORTH, key);
  }

  @Example
  void aMissingPartMakesTheWholeMissing() {
    assertThat(of(STUDENTS, Cell.of(5), Cell.absent(Reason.NOT_REPORTED)))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
  }

  @Example
  void aKnownPartShiftsTheBounds() {
    assertThat(of(STUDENTS, Cell.of(5), new Cell.Bounded(1, 9, Reason.SUPPRESSED_PRIVACY)))
        .isEqualTo(new Cell.Bounded(6, 14, Reason.SUPPRESSED_PRIVACY));
  }

  @Example
  void ratesNeverAddAndMustAgree() {
    assertThat(of(RATE, Cell.of(11_000), Cell.of(11_000))).isEqualTo(Cell.of(11_000));
    assertThat(of(RATE, Cell.of(11_000), Cell.of(12_000)))
        .isEqualTo(Cell.absent(Reason.FLAGGED_INVALID));
    assertThat(of(RATE, Cell.of(11_000), new Cell.Bounded(0, 10_000, Reason.SUPPRESSED_PRIVACY)))
        .isEqualTo(Cell.absent(Reason.FLAGGED_INVALID));
  }

  @Example
  void zeroIsAValueAndNotMissing() {
    assertThat(of(STUDENTS, Cell.of(0))).isEqualTo(Cell.of(0));
  }

  @Example
  void aUnitWithoutARowIsAGap() {
    EquityData data =
        EquityData.builder("TOY")
            .add(NORTH, STUDENTS, Cell.of(3))
            .unit(new SchoolId("02"), null)
            .build();
    assertThat(data.cell(new SchoolId("02"), STUDENTS))
        .isEqualTo(Cell.absent(Reason.STRUCTURAL_GAP));
    assertThat(data.cell(NORTH, RATE)).isEqualTo(Cell.absent(Reason.STRUCTURAL_GAP));
  }

  @Example
  void unitsStandInKeyOrderAndKeepTheirZeros() {
    EquityData data =
        EquityData.builder("TOY")
            .unit(new SchoolId("10"), null)
            .unit(new SchoolId("02"), null)
            .unit(new SchoolId("2"), null)
            .build();
    assertThat(data.units(Level.SCHOOL)).extracting(UnitId::code).containsExactly("02", "10", "2");
  }

  @Example
  void buildersOfDifferentSchemesAreNotMerged() {
    assertThatThrownBy(() -> EquityData.builder("NCES").merge(EquityData.builder("STATE")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("join");
  }

  @Example
  void everyColumnKeepsItsSource() {
    EquityData data =
        EquityData.builder("TOY").add(NORTH, STUDENTS, Cell.of(3)).source(FILE).build();
    assertThat(data.column(STUDENTS).orElseThrow().sources()).containsExactly(FILE);
  }

  @Example
  void aSchoolBelongsToTheDistrictOfItsYear() {
    DistrictId first = new DistrictId("1");
    DistrictId second = new DistrictId("2");
    EquityData data =
        EquityData.builder("TOY")
            .facts(NORTH, facts(SchoolYear.ending(2018), first))
            .facts(NORTH, facts(YEAR, second))
            .build();
    assertThat(data.ancestor(NORTH, Level.DISTRICT, SchoolYear.ending(2018))).contains(first);
    assertThat(data.ancestor(NORTH, Level.DISTRICT, YEAR)).contains(second);
    assertThat(data.parent(NORTH)).contains(second);
    assertThat(data.facts(NORTH, SchoolYear.ending(2016)).orElseThrow().district())
        .isEqualTo(first);
  }

  @Example
  void directoriesOfTheSameYearCompleteEachOtherInAnyOrder() {
    DistrictId district = new DistrictId("1");
    GradeSpan grades = new GradeSpan(1, 5);
    SchoolFacts unnamed =
        new SchoolFacts(
            YEAR,
            NORTH.code(),
            district,
            SchoolLevel.ELEMENTARY,
            grades,
            TitleI.UNKNOWN,
            true,
            Locale.TOWN);
    SchoolFacts named =
        new SchoolFacts(
            YEAR,
            "North",
            district,
            SchoolLevel.UNKNOWN,
            null,
            TitleI.TARGETED,
            false,
            Locale.UNKNOWN);
    SchoolFacts both =
        new SchoolFacts(
            YEAR,
            "North",
            district,
            SchoolLevel.ELEMENTARY,
            grades,
            TitleI.TARGETED,
            true,
            Locale.TOWN);
    assertThat(directory(unnamed, named).facts(NORTH, YEAR)).contains(both);
    assertThat(directory(named, unnamed).facts(NORTH, YEAR)).contains(both);
    assertThat(Join.of(directory(named), directory(unnamed)).data().facts(NORTH, YEAR))
        .contains(both);
  }

  private static EquityData directory(SchoolFacts... facts) {
    EquityData.Builder builder = EquityData.builder("TOY");
    List.of(facts).forEach(each -> builder.facts(NORTH, each));
    return builder.build();
  }

  private static SchoolFacts facts(SchoolYear year, DistrictId district) {
    return new SchoolFacts(
        year,
        "North",
        district,
        SchoolLevel.ELEMENTARY,
        null,
        TitleI.UNKNOWN,
        false,
        Locale.UNKNOWN);
  }
}
