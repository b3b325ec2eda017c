package org.resourceequity.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.io.testkit.Described;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;

/** Bad input, tried on the Massachusetts fixture with one thing changed. */
class EquityFilesTest {

  private static final SchoolId ELM = new SchoolId("99010005");
  private static final SchoolYear YEAR = SchoolYear.ending(2017);

  @TempDir Path folder = Path.of("");

  @Test
  void goodDataHasNoNotices() throws IOException {
    assertThat(changed("", "").notices().counts()).isEmpty();
  }

  @Test
  void emptyFileIsAnError() throws IOException {
    Loaded loaded = EquityFiles.read(write("", UTF_8));
    assertThat(loaded.notices().counts()).containsOnlyKeys("unreadable-file");
    assertThat(loaded.notices().hasErrors()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(loaded::data)
        .withMessageContaining("no data was read")
        .withMessageContaining("is empty");
  }

  @Test
  void whatIsNoTableIsNoErrorInAFolder() throws IOException {
    write(Files.readString(fixture()), UTF_8);
    Path page = Files.writeString(folder.resolve("about.html"), "<!DOCTYPE html><html></html>");
    Loaded loaded = EquityFiles.read(folder);
    assertThat(loaded.notices().counts()).containsOnlyKeys("unreadable-file");
    assertThat(loaded.notices().hasErrors()).isFalse();
    assertThat(loaded.stores()).hasSize(1);
    assertThat(EquityFiles.read(page).notices().hasErrors()).isTrue();
  }

  @Test
  void fileThatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EquityFiles.read(folder.resolve("none.csv")))
        .withMessageContaining("none.csv does not exist, expected a file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EquityFiles.read(folder))
        .withMessageContaining("is a folder");
    assertThatIllegalArgumentException().isThrownBy(EquityFiles::read);
  }

  @Test
  void unknownFormatNamesTheNearestAndWhatIsMissing() throws IOException {
    Loaded loaded =
        EquityFiles.read(write("School Code,School Name,District Name\n1,Elm,Example\n", UTF_8));
    assertThat(loaded.stores()).isEmpty();
    Notice notice = loaded.notices().examples().get(0);
    assertThat(notice.code()).isEqualTo("unknown-format");
    assertThat(notice.severity()).isEqualTo(Notice.Severity.ERROR);
    assertThat(notice.message())
        .contains("the nearest is ma-public-schools")
        .contains("lacks \"District Code\", \"TOTAL_Enrollment\"");
    assertThat(loaded.tables().get(0).format()).isEqualTo("unknown");
    assertThat(loaded.tables().get(0).store()).isEqualTo(-1);
  }

  @Test
  void textInANumberIsNamedWithItsPlace() throws IOException {
    Loaded loaded = changed(",200,20.0,", ",two hundred,20.0,");
    Notice notice = only(loaded, "not-a-number");
    assertThat(notice.line()).isEqualTo(2);
    assertThat(notice.column()).isEqualTo("TOTAL_Enrollment");
    assertThat(notice.value()).isEqualTo("two hundred");
    assertThat(notice.expected()).isEqualTo("a number");
    assertThat(cell(loaded, Operands.ENROLMENT)).isEqualTo(Cell.absent(Reason.FLAGGED_INVALID));
  }

  @Test
  void markOfAnotherStateIsAnUnknownToken() throws IOException {
    Loaded loaded = changed(",200,20.0,", ",200,<10,");
    assertThat(only(loaded, "unknown-token").value()).isEqualTo("<10");
    assertThat(cell(loaded, Operands.enrolment(Groups.ENGLISH_LEARNERS)))
        .isEqualTo(Cell.absent(Reason.UNKNOWN_CODE));
  }

  @Test
  void negativeCountIsLeftOut() throws IOException {
    Loaded loaded = changed(",200,20.0,", ",200,-20,");
    assertThat(only(loaded, "negative-count").column()).isEqualTo("English Language Learner");
    assertThat(cell(loaded, Operands.enrolment(Groups.ENGLISH_LEARNERS)))
        .isEqualTo(Cell.absent(Reason.FLAGGED_INVALID));
  }

  @Test
  void shareAboveHundredIsLeftOut() throws IOException {
    Loaded loaded = changed(",60.0,30.0,12.5,", ",60.0,300,12.5,");
    assertThat(only(loaded, "share-above-100").column()).isEqualTo("% Economically Disadvantaged");
    assertThat(cell(loaded, Operands.enrolmentShare(Groups.LOW_INCOME)))
        .isEqualTo(Cell.absent(Reason.FLAGGED_INVALID));
  }

  @Test
  void blankIsNotReported() throws IOException {
    Loaded loaded = changed(",200,20.0,", ",200,,");
    assertThat(loaded.notices().counts()).isEmpty();
    assertThat(cell(loaded, Operands.enrolment(Groups.ENGLISH_LEARNERS)))
        .isEqualTo(Cell.absent(Reason.NOT_REPORTED));
  }

  @Test
  void secondRowOfASchoolIsNotReadAndBothLinesAreNamed() throws IOException {
    Loaded loaded = changed("99010305,Oak Middle", "99010005,Oak Middle");
    Notice notice = only(loaded, "duplicate-unit");
    assertThat(notice.severity()).isEqualTo(Notice.Severity.WARNING);
    assertThat(notice.line()).isEqualTo(3);
    assertThat(notice.message()).contains("already on line 2");
    assertThat(loaded.data().name(ELM)).isEqualTo("Elm Elementary");
  }

  @Test
  void damagedIdsAreRepaired() throws IOException {
    String good = Files.readString(fixture()).replace("9901", "0901");
    List<String> expected = Described.of(read(good).data());
    for (String damage : List.of("9010005", "9010005.0", "'09010005", "0901-0005")) {
      Loaded loaded = read(good.replace("\n09010005", "\n" + damage));
      assertThat(only(loaded, "repaired-id").value()).isEqualTo(damage);
      assertThat(Described.of(loaded.data())).isEqualTo(expected);
    }
    Loaded excel = read(good.replace("\n09010005", "\n\"=\"\"09010005\"\"\""));
    assertThat(only(excel, "repaired-id").value()).isEqualTo("=\"09010005\"");
    assertThat(Described.of(excel.data())).isEqualTo(expected);
  }

  @Test
  void idThatCannotBeRepairedIsAnErrorThatNamesTheSchool() throws IOException {
    Loaded loaded = changed("99010005,Elm", "9.90E+07,Elm");
    Notice notice = only(loaded, "bad-id");
    assertThat(notice.severity()).isEqualTo(Notice.Severity.ERROR);
    assertThat(notice.message()).contains("Elm Elementary");
    assertThat(loaded.data().units(Level.SCHOOL)).hasSize(4);
    assertThat(only(changed("99010005,Elm", ",Elm"), "missing-id").message())
        .contains("Elm Elementary");
  }

  @Test
  void windows1252NamesAreReadAsTheyWere() throws IOException {
    String text = Files.readString(fixture()).replace("Elm Elementary", "École Élémentaire");
    Loaded loaded = EquityFiles.read(write(text, Charset.forName("windows-1252")));
    assertThat(loaded.data().name(ELM)).isEqualTo("École Élémentaire");
    assertThat(loaded.notices().counts()).containsOnlyKeys("encoding-windows-1252");
  }

  @Test
  void twoStoresAreNotJoinedByThemselves() throws IOException {
    Loaded loaded = EquityFiles.read(fixture(), Shared.fixture("il-report-card-finance"));
    assertThat(loaded.stores()).extracting(EquityData::scheme).containsExactly("MA-ORG", "RCDTS");
    assertThat(loaded.tables()).extracting(LoadedTable::store).containsExactly(0, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(loaded::data)
        .withMessageContaining("MA-ORG (MA_Public_Schools_2017.csv), RCDTS (18-19-Financial.csv)")
        .withMessageContaining("joined()");
    Loaded joined = loaded.joined();
    assertThat(joined.data().scheme()).isEqualTo("MA-ORG");
    assertThat(joined.notices().count("nothing-matched")).isEqualTo(1);
  }

  private static Path fixture() {
    return Shared.fixture("ma-public-schools");
  }

  private Loaded changed(String from, String to) throws IOException {
    String text = Files.readString(fixture());
    assertThat(text).contains(from);
    return read(from.isEmpty() ? text : text.replace(from, to));
  }

  private Loaded read(String text) throws IOException {
    return EquityFiles.read(write(text, UTF_8));
  }

  private Path write(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("MA_Public_Schools_2017.csv"), text.getBytes(charset));
  }

  private static Notice only(Loaded loaded, String code) {
    assertThat(loaded.notices().counts()).containsOnlyKeys(code);
    assertThat(loaded.notices().count(code)).isEqualTo(1);
    return loaded.notices().examples().get(0);
  }

  private static Cell cell(Loaded loaded, Operand operand) {
    return loaded.data().cell(ELM, operand.at(Level.SCHOOL, YEAR));
  }
}
