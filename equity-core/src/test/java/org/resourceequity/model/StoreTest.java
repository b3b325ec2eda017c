package org.resourceequity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import org.resourceequity.internal.Sent;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Rows become cells in one place, in any order and split in any way. All data are invented. */
class StoreTest {

  private static final SchoolYear YEAR = SchoolYear.ending(2019);
  private static final ColumnKey STUDENTS = Operands.ENROLMENT.at(Level.SCHOOL, YEAR);
  private static final ColumnKey RATE = FinanceOperands.SPENDING_PER_STUDENT.at(Level.SCHOOL, YEAR);
  private static final SchoolId NORTH = new SchoolId("01");
  private static final Source FILE = new Source("Invented", "Invented data", "a.csv", "", "");

  /** Where whole numbers stop to take four bytes, and where an int would lose them. */
  private static final Double[] EDGES = {
    -0.0,
    -1.0,
    -0x1p29,
    -0x1p29 - 1,
    0x1p29 - 1,
    0x1p29,
    0x1p30,
    (double) Integer.MIN_VALUE,
    (double) Integer.MAX_VALUE
  };

  /** What a file says about one unit in one column. */
  record Fact(SchoolId unit, ColumnKey key, Cell cell) {}

  @Provide
  Arbitrary<List<Fact>> facts() {
    Arbitrary<Double> number =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(0, 3000).map(Integer::doubleValue)),
            Tuple.of(2, Arbitraries.of(0.1, 0.2, 0.3, 17.5, 1e9, 0x1p53, 1e-3)));
    Arbitrary<Double> anyNumber =
        Arbitraries.frequencyOf(Tuple.of(3, number), Tuple.of(1, Arbitraries.of(EDGES)));
    Arbitrary<Quality> quality =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(Quality.REPORTED)),
            Tuple.of(1, Arbitraries.of(Quality.values())));
    Arbitrary<Cell> known = Combinators.combine(anyNumber, quality).as(Cell.Known::new);
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

  /** Adds what rows say by the number of their unit, each column by one adder as a reader does. */
  private static final class ByNumber {
    private final EquityData.Builder builder;
    private final Map<ColumnKey, EquityData.Builder.Adder> adders = new TreeMap<>();

    ByNumber(EquityData.Builder builder) {
      this.builder = builder;
    }

    void add(Fact fact) {
      add(builder.number(fact.unit()), fact);
    }

    void add(int number, Fact fact) {
      EquityData.Builder.Adder adder = adders.computeIfAbsent(fact.key(), builder::adder);
      if (fact.cell() instanceof Cell.Known known && known.quality() == Quality.REPORTED) {
        adder.add(number, known.value());
      } else {
        adder.add(number, fact.cell());
      }
    }
  }

  @Property(tries = 1000)
  void addingByNumberMakesTheSameCells(@ForAll("facts") List<Fact> facts) {
    ByNumber byNumber = new ByNumber(EquityData.builder("TOY"));
    facts.forEach(byNumber::add);
    assertThat(cells(byNumber.builder.build())).isEqualTo(cells(builder(facts).build()));
  }

  @Property(tries = 1000)
  void partsHaveTheNumbersOfTheirBuilderAndMergeInAnyOrder(
      @ForAll("facts") List<Fact> facts, @ForAll long seed) {
    Random choices = new Random(seed);
    EquityData.Builder whole = EquityData.builder("TOY");
    int late = facts.size() / 2;
    facts.subList(0, late).forEach(new ByNumber(whole)::add);
    List<ByNumber> parts = List.of(new ByNumber(whole.part()), new ByNumber(whole.part()));
    for (Fact fact : facts.subList(late, facts.size())) {
      ByNumber part = parts.get(choices.nextInt(2));
      boolean isKnown = facts.subList(0, late).stream().anyMatch(f -> f.unit().equals(fact.unit()));
      int number = (isKnown ? whole : part.builder).number(fact.unit());
      assertThat(number).isEqualTo(part.builder.number(fact.unit()));
      part.add(number, fact);
    }
    int first = choices.nextInt(2);
    EquityData.Builder one = parts.get(first).builder;
    EquityData.Builder other = parts.get(1 - first).builder;
    EquityData.Builder merged =
        choices.nextBoolean() ? whole.merge(one).merge(other) : one.merge(whole.merge(other));
    assertThat(cells(merged.build())).isEqualTo(cells(builder(facts).build()));
  }

  @Property(tries = 300)
  void aBuilderThatWasSentGoesOn(@ForAll("facts") List<Fact> facts)
      throws IOException, ClassNotFoundException {
    int sent = facts.size() / 2;
    EquityData.Builder builder =
        (EquityData.Builder) Sent.read(Sent.written(builder(facts.subList(0, sent))));
    facts.subList(sent, facts.size()).forEach(new ByNumber(builder)::add);
    assertThat(cells(builder.build())).isEqualTo(cells(builder(facts).build()));
  }

  @Property(tries = 300)
  void aCodeAsTextAndAsBytesIsOneUnit(@ForAll("codes") List<String> codes) {
    EquityData.Builder builder = EquityData.builder("TOY");
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i);
      SchoolId id = new SchoolId(code);
      // The first of two that are asked makes the unit.
      int byText = i % 2 == 0 ? builder.number(id) : -1;
      byte[] text = ("x" + code + "y").getBytes(StandardCharsets.UTF_8);
      int number = builder.number(Level.SCHOOL, text, 1, text.length - 1);
      assertThat(number).isEqualTo(builder.number(id));
      assertThat(byText).isIn(-1, number);
      assertThat(builder.number(Level.SCHOOL, text, 1, text.length - 1)).isEqualTo(number);
    }
    assertThat(builder.build().units(Level.SCHOOL))
        .hasSize((int) codes.stream().distinct().count());
  }

  @Provide
  Arbitrary<List<String>> codes() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.strings().withChars("01a").ofMinLength(1).ofMaxLength(18)),
            Tuple.of(
                1, Arbitraries.strings().withChars("0\u00e9\u20ac").ofMinLength(1).ofMaxLength(6)))
        .list()
        .ofMaxSize(60);
  }

  @Example
  void levelsHaveTheirOwnCodesAndBytesThatAreNoTextHaveAUnitToo() {
    EquityData.Builder builder = EquityData.builder("TOY");
    byte[] code = {'0', '1', (byte) 0xFF};
    assertThat(builder.number(Level.SCHOOL, code, 0, 2)).isZero();
    assertThat(builder.number(Level.DISTRICT, code, 0, 2)).isZero();
    // What is not UTF-8 is decoded to U+FFFD, as always in Java.
    assertThat(builder.number(Level.SCHOOL, code, 0, 3)).isEqualTo(1);
    assertThat(builder.number(new SchoolId("01\uFFFD"))).isEqualTo(1);
    assertThatThrownBy(() -> builder.number(Level.SCHOOL, code, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.number(Level.SCHOOL, code, 2, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
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
  void aNumberIsAddedOnlyWhereThereMayBeOne() {
    EquityData.Builder builder = EquityData.builder("TOY");
    EquityData.Builder.Adder adder = builder.adder(STUDENTS);
    EquityData.Builder.Adder rates = builder.adder(RATE);
    int north = builder.number(NORTH);
    int south = builder.number(new SchoolId("02"));
    adder.add(north, 5);
    adder.add(north, Cell.absent(Reason.NOT_REPORTED));
    adder.add(north, 5);
    adder.add(south, Cell.derived(5));
    adder.add(south, 5);
    rates.add(north, 5);
    rates.add(north, 6);
    EquityData data = builder.build();
    assertThat(data.cell(NORTH, STUDENTS)).isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(data.cell(new SchoolId("02"), STUDENTS)).isEqualTo(Cell.derived(10));
    assertThat(data.cell(NORTH, RATE)).isEqualTo(Cell.absent(Reason.FLAGGED_INVALID));
  }

  @Example
  void aNumberThatNoUnitHasIsRefused() {
    EquityData.Builder builder = EquityData.builder("TOY");
    EquityData.Builder.Adder adder = builder.adder(STUDENTS);
    int number = builder.number(NORTH);
    adder.add(number, 5);
    assertThatThrownBy(() -> adder.add(number + 1, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> adder.add(-1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
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

  @Example
  void whatStandsBelowIsKnownWhereAStoreIsSent() throws IOException, ClassNotFoundException {
    DistrictId district = new DistrictId("1");
    EquityData data =
        EquityData.builder("NCES").unit(NORTH, district).unit(new SchoolId("z"), district).build();
    EquityData received = Sent.received(data);
    assertThat(received.below(district)).containsExactlyElementsOf(data.below(district)).hasSize(2);
    assertThat(received.everBelow(district, Level.SCHOOL)).isEqualTo(data.below(district));
    assertThat(Sent.received(data).below(district)).hasSize(2);
  }
}
