package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.resourceequity.io.table.Medium;
import org.resourceequity.io.table.Table;
import org.resourceequity.io.table.Tables;
import org.resourceequity.model.Cell;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.StudentEvents;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** What is read in parts is what is read at once, to the bytes of the saved store. */
class PartReaderTest {

  private static final int PARTS = 5;

  private static final String MAPPING =
      """
      {"publisher": "P", "title": "T", "scheme": "S", "level": "school", "year": "2022-23",
       "hidden": {"*": [1, 9]},
       "columns": {"School": {"is": "id", "width": 3}, "District": {"is": "district-id", "width": 2},
                   "Students": "enrolment", "Black": {"is": "enrolment", "group": "black"},
                   "Spent": "spending"}}
      """;

  private static final String STUDENTS =
      """
      {"publisher": "P", "title": "Students", "scheme": "S", "level": "school", "rows": "students",
       "columns": {"School": "id", "District": "district-id", "Year": "year",
                   "Race": {"is": "group", "codes": {"B": "black", "W": "white", "O": null}},
                   "Lunch": {"is": "group", "codes": {"F": "subsidised-meals",
                     "R": "subsidised-meals", "": null}},
                   "Suspended": {"is": "event", "id": "suspension", "yes": ["1"], "no": ["0", ""]}}}
      """;

  @TempDir Path folder = Path.of("");

  static Stream<Table> tablesOfAllFormats() throws IOException {
    List<Table> tables = new ArrayList<>();
    for (FileFormat format : Formats.all()) {
      // A file without a header is known by its rows.
      if (format instanceof Format declared
          && declared.layouts().stream().allMatch(layout -> layout.shape().isEmpty())) {
        tables.addAll(Tables.open(Shared.fixture(format.id()), new Notices()));
      }
    }
    // The name of a sheet may hold the year; records have none.
    return tables.stream().filter(table -> table.sheet() == null);
  }

  @ParameterizedTest
  @MethodSource("tablesOfAllFormats")
  void partsOfAFixtureGiveWhatTheWholeGives(Table table) throws Exception {
    List<Numbered> rows = rows(table);
    rows.addAll(rows(table));
    Table twice = records(table.file(), table.header(), rows);
    Loaded whole = EquityFiles.read(twice);
    Loaded parts = parts(PartReader.of(table.file(), table.header()), table.header(), rows);
    assertSame(parts, whole);
  }

  @Test
  void rowsThatContradictEachOtherMeetInAPart() throws Exception {
    List<String> header = List.of("School", "District", "Unread", "Students", "Black", "Spent");
    Random random = new Random(1);
    List<Numbered> rows = new ArrayList<>();
    for (int i = 1; i <= 400; i++) {
      // Half of the ids have lost their zeros, and many schools have several rows.
      int school = random.nextInt(150);
      String id = random.nextBoolean() ? String.valueOf(school) : "%03d".formatted(school);
      String black = random.nextInt(4) == 0 ? "*" : String.valueOf(random.nextInt(90));
      String spent = String.valueOf(1000 * random.nextDouble());
      rows.add(new Numbered(i, id, String.valueOf(school % 20), "x", "100", black, spent));
    }
    Path mapping = Files.writeString(folder.resolve("mapping.json"), MAPPING);
    PartReader reader = PartReader.withMapping(mapping, "schools", header);
    assertThat(reader.columns())
        .containsExactly("School", "District", "Students", "Black", "Spent");
    assertThat(reader.keyColumns()).containsExactly("District");
    assertThat(reader.key("7")).isEqualTo("07");
    assertThat(reader.key("not an id")).isEmpty();
    Loaded whole = EquityFiles.readWithMapping(mapping, records("schools", header, rows));
    Loaded parts = parts(reader, header, rows);
    assertThat(whole.notices().count("duplicate-unit")).isPositive();
    assertSame(parts, whole);
    assertThat(parts.tables().get(0).ignored()).containsExactly("Unread");
  }

  @Test
  void studentsAreCountedInAnyParts() throws Exception {
    List<String> header = List.of("School", "District", "Year", "Race", "Lunch", "Suspended");
    Random random = new Random(2);
    List<Numbered> rows = new ArrayList<>();
    Map<String, Integer> expected = new TreeMap<>();
    for (int i = 1; i <= 2000; i++) {
      String school = "s" + random.nextInt(30);
      String race = List.of("B", "w", "O").get(random.nextInt(3));
      String lunch = List.of("F", "R", "").get(random.nextInt(3));
      String suspended = List.of("1", "0", "").get(random.nextInt(3));
      rows.add(new Numbered(i, school, "d", "2022-23", race, lunch, suspended));
      count(expected, school, "all", suspended);
      count(expected, school, race.equals("O") ? "none" : race, suspended);
      count(expected, school, lunch.isEmpty() ? "none" : "lunch", suspended);
    }
    Path mapping = Files.writeString(folder.resolve("students.json"), STUDENTS);
    PartReader reader = PartReader.withMapping(mapping, "students", header);
    assertThat(reader.keyColumns()).isEmpty();
    Loaded parts = parts(reader, header, rows);
    assertSame(parts, EquityFiles.readWithMapping(mapping, records("students", header, rows)));
    EquityData data = parts.data();
    for (int s = 0; s < 30; s++) {
      String school = "s" + s;
      for (String what : List.of("", "1")) {
        assertCount(data, school, what, expected.getOrDefault(school + "all" + what, 0), "all");
        assertCount(data, school, what, expected.getOrDefault(school + "B" + what, 0), "black");
        assertCount(data, school, what, expected.getOrDefault(school + "w" + what, 0), "white");
        assertCount(data, school, what, expected.getOrDefault(school + "lunch" + what, 0), "meals");
      }
    }
    assertThat(data.parent(new SchoolId("s1"))).contains(new DistrictId("d"));
    assertThat(parts.notices().counts()).isEmpty();
  }

  /** Counts all students of a group at a school under "", those suspended under "1". */
  private static void count(
      Map<String, Integer> counts, String school, String group, String suspended) {
    counts.merge(school + group, 1, Integer::sum);
    counts.merge(school + group + "1", suspended.equals("1") ? 1 : 0, Integer::sum);
  }

  private static void assertCount(
      EquityData data, String school, String what, int expected, String group) {
    Operand all =
        what.isEmpty()
            ? Operands.ENROLMENT
            : Operand.of(StudentEvents.SUSPENSION, Operands.ENROLMENT.group());
    Operand of =
        switch (group) {
          case "black" -> new Operand(all.what(), Groups.BLACK, all.fund(), all.layer());
          case "white" -> new Operand(all.what(), Groups.WHITE, all.fund(), all.layer());
          case "meals" -> new Operand(all.what(), Groups.SUBSIDISED_MEALS, all.fund(), all.layer());
          default -> all;
        };
    ColumnKey key = of.at(Level.SCHOOL, SchoolYear.ending(2023));
    assertThat(data.cell(new SchoolId(school), key))
        .as(school + " " + key)
        .isEqualTo(Cell.derived(expected));
  }

  @Test
  void nobodyIsZeroAndUnknownIsMissing() throws Exception {
    List<String> header = List.of("School", "District", "Year", "Race", "Lunch", "Suspended");
    List<Numbered> rows =
        List.of(
            new Numbered(1, "a", "d", "2022-23", "B", "", "0"),
            new Numbered(2, "a", "d", "2022-23", "X", "", "perhaps"),
            new Numbered(3, "b", "d", "2022-23", "W", "", "1"),
            new Numbered(4, "", "d", "2022-23", "W", "", "1"));
    Loaded loaded =
        parts(PartReader.withMapping("students.json", STUDENTS, "students", header), header, rows);
    EquityData data = loaded.data();
    ColumnKey white = Operands.enrolment(Groups.WHITE).at(Level.SCHOOL, SchoolYear.ending(2023));
    ColumnKey suspended =
        Operand.of(StudentEvents.SUSPENSION, Groups.BLACK)
            .at(Level.SCHOOL, SchoolYear.ending(2023));
    assertThat(data.cell(new SchoolId("a"), white)).isEqualTo(Cell.derived(0));
    assertThat(data.cell(new SchoolId("b"), white)).isEqualTo(Cell.derived(1));
    assertThat(data.cell(new SchoolId("a"), suspended)).isEqualTo(Cell.derived(0));
    assertThat(
            data.cell(
                new SchoolId("a"),
                Operand.of(StudentEvents.SUSPENSION, Operands.ENROLMENT.group())
                    .at(Level.SCHOOL, SchoolYear.ending(2023))))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
    assertThat(loaded.notices().counts())
        .isEqualTo(new TreeMap<>(Map.of("missing-id", 1L, "unknown-code", 2L)));
  }

  @Test
  void tableThatDoesNotFitIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PartReader.of("x.csv", List.of("A", "B")))
        .withMessageContaining("no format fits x.csv, the nearest is ");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PartReader.withMapping("m.json", MAPPING, "x.csv", List.of("School", "Distric")))
        .withMessageContaining("the nearest to \"District\" is \"Distric\"");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PartReader.withMapping(
                    "m.json",
                    MAPPING.replace("\"year\"", "\"rows\": \"students\", \"year\""),
                    "x",
                    List.of()))
        .withMessageContaining("\"enrolment\" is none of [district-id, district-name, event,");
  }

  /** Reads rows in parts by their key, each part on a machine of its own, merged in any order. */
  private static Loaded parts(PartReader reader, List<String> header, List<Numbered> rows)
      throws Exception {
    Random random = new Random(3);
    Map<String, List<Numbered>> byKey = new TreeMap<>();
    int[] keyPlaces = reader.keyColumns().stream().mapToInt(header::indexOf).toArray();
    PartReader there = copy(reader);
    for (Numbered row : rows) {
      String key =
          keyPlaces.length == 0
              ? String.valueOf(random.nextInt(PARTS))
              : there.key(row.only(keyPlaces));
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    List<List<Numbered>> parts = new ArrayList<>();
    byKey.values().forEach(of -> parts.add(new ArrayList<>(of)));
    while (parts.size() > PARTS) {
      parts.get(random.nextInt(PARTS)).addAll(parts.remove(parts.size() - 1));
    }
    Collections.shuffle(parts, random);
    int[] places = reader.columns().stream().mapToInt(header::indexOf).toArray();
    PartReader.Part all = reader.nothing();
    for (List<Numbered> part : parts) {
      part.sort((a, b) -> Long.compare(a.number(), b.number()));
      all.merge(
          copy(
              copy(reader)
                  .read(
                      consumer -> {
                        for (Numbered row : part) {
                          consumer.accept(row.number(), row.only(places));
                        }
                      })));
    }
    assertThat(all.rows()).isEqualTo(rows.size());
    return reader.finish(all);
  }

  private void assertSame(Loaded parts, Loaded whole) throws IOException {
    Map<String, String> expected = saved(whole.data());
    saved(parts.data())
        .forEach((entry, text) -> assertThat(text).as(entry).isEqualTo(expected.get(entry)));
    assertThat(parts.tables().get(0).rows()).isEqualTo(whole.tables().get(0).rows());
    assertThat(parts.tables().get(0).units()).isEqualTo(whole.tables().get(0).units());
    assertThat(parts.tables().get(0).used()).isEqualTo(whole.tables().get(0).used());
    assertThat(parts.tables().get(0).ignored()).isEqualTo(whole.tables().get(0).ignored());
    assertThat(parts.notices().counts().keySet()).isEqualTo(whole.notices().counts().keySet());
  }

  /** Returns the tables of a saved store. */
  private Map<String, String> saved(EquityData data) throws IOException {
    Path file = folder.resolve("store.zip");
    EquityFiles.save(data, file);
    Map<String, String> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  @SuppressWarnings({"unchecked", "BanSerializableRead"}) // A copy is of the class it is made of.
  private static <T> T copy(T of) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(of);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }

  private static List<Numbered> rows(Table table) throws IOException {
    List<Numbered> rows = new ArrayList<>();
    table.forEach(
        row -> {
          String[] fields = new String[table.header().size()];
          for (int i = 0; i < fields.length; i++) {
            fields[i] = row.get(i);
          }
          rows.add(new Numbered(row.line(), fields));
        });
    return rows;
  }

  private static Table records(String name, List<String> header, List<Numbered> rows) {
    return Tables.ofNumbered(
        name,
        Medium.of("records"),
        header,
        consumer -> {
          for (Numbered row : rows) {
            consumer.accept(row.number(), row.fields());
          }
        });
  }

  /** A row apart from its table. */
  private static final class Numbered {
    private final long number;
    private final String[] fields;

    private Numbered(long number, String... fields) {
      this.number = number;
      this.fields = fields;
    }

    private long number() {
      return number;
    }

    private String[] fields() {
      return fields;
    }

    private String[] only(int... places) {
      return Arrays.stream(places).mapToObj(place -> fields[place]).toArray(String[]::new);
    }
  }
}
