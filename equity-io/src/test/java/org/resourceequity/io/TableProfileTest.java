package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.resourceequity.io.ColumnProfile.Guess.AMOUNT;
import static org.resourceequity.io.ColumnProfile.Guess.COUNT;
import static org.resourceequity.io.ColumnProfile.Guess.DISTRICT_ID;
import static org.resourceequity.io.ColumnProfile.Guess.DISTRICT_NAME;
import static org.resourceequity.io.ColumnProfile.Guess.GROUP;
import static org.resourceequity.io.ColumnProfile.Guess.OTHER;
import static org.resourceequity.io.ColumnProfile.Guess.RATE;
import static org.resourceequity.io.ColumnProfile.Guess.SCHOOL_ID;
import static org.resourceequity.io.ColumnProfile.Guess.SCHOOL_NAME;
import static org.resourceequity.io.ColumnProfile.Guess.YEAR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.io.ColumnProfile.Content;
import org.resourceequity.io.ColumnProfile.Guess;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** What an unknown table looks like, and the mapping that is drafted for it. Rows are invented. */
class TableProfileTest {

  private static final SchoolYear SCHOOL_YEAR = SchoolYear.ending(2023);
  private static final String TABLE =
      """
      DistCode,District Name,SchCode,SchoolName,Yr,Total Enrollment,EconomicallyDisadvantaged,Pct ELL,Exp,Principal,Suspensions
      001,Lake,00101,Oak School,2022-23,300,120,12.5%,"$4,100,000",A. Example,12
      001,Lake,00102,Elm School,2022-23,200,<10,*,"$2,500,000",B. Example,
      002,Hill,00201,Ash School,2022-23,100,80,3%,N/A,C. Example,7
      """;

  @TempDir Path folder = Path.of("");

  private TableProfile profile(String name, String table) throws IOException {
    return EquityFiles.profile(Files.writeString(folder.resolve(name), table)).get(0);
  }

  private Loaded readWithDraft(TableProfile profile, @Nullable SchoolYear year) throws IOException {
    Path mapping = Files.writeString(folder.resolve("mapping.json"), profile.draftMapping(year));
    return EquityFiles.readWithMapping(mapping, folder.resolve(profile.file()));
  }

  @Test
  void columnsAreDescribed() throws IOException {
    TableProfile profile = profile("schools.csv", TABLE);
    assertThat(profile.rows()).isEqualTo(3);
    assertThat(profile.columns())
        .extracting(ColumnProfile::guess)
        .containsExactly(
            DISTRICT_ID,
            DISTRICT_NAME,
            SCHOOL_ID,
            SCHOOL_NAME,
            YEAR,
            COUNT,
            COUNT,
            RATE,
            AMOUNT,
            OTHER,
            COUNT);
    ColumnProfile poor = profile.columns().get(6);
    assertThat(poor.content()).isEqualTo(Content.WHOLE_NUMBERS);
    assertThat(poor.group()).isEqualTo("low-income");
    assertThat(poor.marks()).containsExactly("<10");
    assertThat(poor.low()).isEqualTo(80);
    assertThat(poor.high()).isEqualTo(120);
    assertThat(profile.columns().get(0).content()).isEqualTo(Content.CODES);
    assertThat(profile.columns().get(0).distinct()).isEqualTo(2);
    assertThat(profile.columns().get(10).blanks()).isEqualTo(1);
    assertThat(profile.columns().get(10).examples()).containsExactly("12", "7");
  }

  @Test
  void theDraftReadsTheTable() throws IOException {
    Loaded loaded = readWithDraft(profile("schools.csv", TABLE), null);
    assertThat(loaded.notices().counts()).isEmpty();
    EquityData data = loaded.data();
    // 3 enrolments, 2 low income, 2 shares with 2 derived numbers, 2 amounts, 2 suspensions.
    assertThat(data.knownCells()).isEqualTo(3 + 2 + 2 + 2 + 2 + 2);
    SchoolId elm = new SchoolId("00102");
    assertThat(data.name(elm)).isEqualTo("Elm School");
    assertThat(data.parent(elm)).contains(new DistrictId("001"));
    assertThat(cell(data, elm, Operands.ENROLMENT)).isEqualTo(Cell.of(200));
    assertThat(cell(data, elm, Operands.enrolment(Groups.LOW_INCOME)))
        .isEqualTo(new Cell.Bounded(0, 9, Reason.SUPPRESSED_PRIVACY));
    assertThat(cell(data, new SchoolId("00101"), Operands.enrolmentShare(Groups.ENGLISH_LEARNERS)))
        .isEqualTo(Cell.of(0.125));
    assertThat(data.columns().keySet()).anyMatch(key -> key.what().id().equals("suspensions"));
  }

  private static Cell cell(EquityData data, SchoolId id, Operand operand) {
    return data.cell(id, operand.at(Level.SCHOOL, SCHOOL_YEAR));
  }

  @Test
  void rowsAboutAllAreReadWhereRowsAreAboutGroups() throws IOException {
    TableProfile profile =
        profile(
            "groups_2023.csv",
            """
            District Code,Subgroup,Students,Graduation Rate
            01,All Students,100,90.5
            01,Black,20,80
            02,All Students,50,70
            """);
    assertThat(profile.columns().get(1).guess()).isEqualTo(GROUP);
    Loaded loaded = readWithDraft(profile, null);
    assertThat(loaded.notices().counts()).isEmpty();
    assertThat(loaded.data().units(Level.DISTRICT)).hasSize(2);
    assertThat(
            loaded
                .data()
                .cell(new DistrictId("01"), Operands.ENROLMENT.at(Level.DISTRICT, SCHOOL_YEAR)))
        .isEqualTo(Cell.of(100));
  }

  @Test
  void aYearThatIsNowhereIsAskedFor() throws IOException {
    String table = TABLE.replace("Yr,", "Region,").replace("2022-23", "North");
    TableProfile profile = profile("schools.csv", table);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile.draftMapping(null))
        .withMessageContaining("school year");
    assertThat(readWithDraft(profile, SCHOOL_YEAR).data().years()).containsExactly(SCHOOL_YEAR);
  }

  @Test
  void aTableWithoutIdsIsNoTableOfSchools() throws IOException {
    TableProfile profile = profile("colours.csv", "Colour,Amount\nred,1\nred,2\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile.draftMapping(SCHOOL_YEAR))
        .withMessageContaining("no column of colours.csv looks like the id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Field,Type,Description;A,text,first          | it describes columns or codes
          Name,Order,Type,Label;LEAID,1,text,the id    | it describes columns or codes
          Dear reader, this is a text;It goes on;and on | it is a text and not a table
          Colour,Amount;red,1                          | no column is called an id
          """)
  void whatIsNoTableOfSchoolsIsRefusedForAReason(String lines, String reason) throws IOException {
    Path file = Files.writeString(folder.resolve("some.csv"), lines.replace(';', '\n') + "\n");
    assertThat(EquityFiles.read(file).notices().examples().get(0).message())
        .startsWith("no format fits, nothing was read")
        .contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NCESSCH                     | 060001  | SCHOOL_ID
          LEAID                       | 0600001 | DISTRICT_ID
          school_name                 | Oak Elm | SCHOOL_NAME
          Zip Code                    | 06001   | OTHER
          % Hispanic                  | 12      | RATE
          Per Pupil Expenditure       | 9,000   | RATE
          Total Revenue               | 9,000   | AMOUNT
          Average Class Size          | 21.5    | RATE
          Grades Served               | K-5     | GRADES
          School Level                | Middle  | LEVEL
          Gender                      | Female  | GROUP
          FTE Teachers                | 20.5    | COUNT
          """)
  void namesAndContentAreGuessed(String name, String text, Guess guess) throws IOException {
    TableProfile profile = profile("one.csv", "\"" + name + "\",x\n\"" + text + "\",1\n");
    assertThat(profile.columns().get(0).guess()).isEqualTo(guess);
  }
}
