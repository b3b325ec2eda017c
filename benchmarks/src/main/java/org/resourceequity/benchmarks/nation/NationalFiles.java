package org.resourceequity.benchmarks.nation;

import static org.resourceequity.benchmarks.nation.CsvFile.bytes;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The files of one year: membership, directory, lunch and staff in the long layouts of the Common
 * Core of Data, a table of spending by school with the mapping that reads it, and what they add up
 * to.
 */
final class NationalFiles implements Closeable {

  private static final String SCHOOL =
      "SCHOOL_YEAR,FIPST,STATENAME,ST,SCH_NAME,STATE_AGENCY_NO,UNION,ST_LEAID,LEAID,ST_SCHID,NCESSCH,"
          + "SCHID";
  private static final byte[] NONE = bytes("No Category Codes");
  private static final byte[] NO_NO = bytes("No Category Codes,No Category Codes");
  private static final byte[] DETAIL = bytes("Category Set A - By Race/Ethnicity; Sex; Grade");
  private static final byte[] BY_RACE_AND_SEX =
      bytes("Derived - Subtotal by Race/Ethnicity and Sex minus Adult Education Count");
  private static final byte[] BY_GRADE = bytes("Subtotal 4 - By Grade");
  private static final byte[] DERIVED_TOTAL =
      bytes("Derived - Education Unit Total minus Adult Education Count");
  private static final byte[] TOTAL = bytes("Education Unit Total");
  private static final byte[] REPORTED = bytes("Reported");
  private static final byte[] DERIVED = bytes("Derived");
  private static final byte[] MISSING = bytes("Missing");
  private static final byte[] CELL_MISSING = bytes("Not reported");
  private static final byte[] MEALS = bytes("Free and Reduced-price Lunch Table");
  private static final byte[] CATEGORY_SET = bytes("Category Set A");
  private static final byte[][] RACES = all(School.RACES);
  private static final byte[][] SEXES = all(School.SEXES);
  private static final byte[][] GRADES = all(School.GRADES);

  private final String year;
  private final Path totalsFile;
  private final CsvFile membership;
  private final CsvFile directory;
  private final CsvFile lunch;
  private final CsvFile staff;
  private final CsvFile spending;
  private final Totals totals = new Totals();

  /** Opens the files of the school year that starts in {@code starting}. */
  NationalFiles(Path folder, int starting) throws IOException {
    Files.createDirectories(folder);
    year = starting + "-" + (starting + 1);
    String years = "%02d%02d".formatted(starting % 100, (starting + 1) % 100);
    membership =
        new CsvFile(
            folder.resolve("ccd_sch_052_" + years + "_l_made_up.csv"),
            SCHOOL + ",GRADE,RACE_ETHNICITY,SEX,STUDENT_COUNT,TOTAL_INDICATOR,DMS_FLAG");
    directory =
        new CsvFile(
            folder.resolve("ccd_sch_029_" + years + "_w_made_up.csv"),
            SCHOOL.replace("SCH_NAME,", "SCH_NAME,LEA_NAME,")
                + ",SY_STATUS,UPDATED_STATUS,SCH_TYPE,CHARTER_TEXT,GSLO,GSHI,LEVEL");
    lunch =
        new CsvFile(
            folder.resolve("ccd_sch_033_" + years + "_l_made_up.csv"),
            SCHOOL + ",DATA_GROUP,LUNCH_PROGRAM,STUDENT_COUNT,TOTAL_INDICATOR,DMS_FLAG");
    staff =
        new CsvFile(
            folder.resolve("ccd_sch_059_" + years + "_w_made_up.csv"),
            SCHOOL + ",TEACHERS,TOTAL_INDICATOR,DMS_FLAG");
    String spent = "school_spending_" + years;
    spending =
        new CsvFile(
            folder.resolve(spent + ".csv"), "NCESSCH,SCH_NAME,LEAID,LEA_NAME,FEDERAL,STATE_LOCAL");
    Files.writeString(folder.resolve(spent + ".json"), mapping(starting));
    totalsFile = folder.resolve("totals_" + years + ".json");
  }

  private static String mapping(int starting) {
    return """
    {
      "publisher": "Made up",
      "title": "Spending of schools",
      "scheme": "NCES",
      "level": "school",
      "year": "%d-%02d",
      "columns": {
        "NCESSCH": {"is": "id", "width": 12},
        "SCH_NAME": "name",
        "LEAID": {"is": "district-id", "width": 7},
        "LEA_NAME": "district-name",
        "FEDERAL": {"is": "spending", "fund": "federal"},
        "STATE_LOCAL": {"is": "spending", "fund": "state-local"}
      }
    }
    """
        .formatted(starting, (starting + 1) % 100);
  }

  private static byte[][] all(String... texts) {
    return Arrays.stream(texts).map(CsvFile::bytes).toArray(byte[][]::new);
  }

  String year() {
    return year;
  }

  Totals totals() {
    return totals;
  }

  /** Writes what one school reports. */
  void write(School school, School.Year reported) throws IOException {
    byte[] start =
        bytes(
            String.join(
                ",",
                year,
                "%02d".formatted(school.state().fips()),
                school.state().name(),
                school.state().postal(),
                school.name(),
                "%02d".formatted(school.state().fips()),
                "",
                school.stateDistrictId(),
                school.districtId(),
                school.stateId(),
                school.id(),
                school.shortId()));
    int students = membership(start, school, reported);
    directory(school);
    lunch(start, reported);
    long teachers = reported.teachers();
    staff
        .put(start)
        .put(teachers < 0 ? "" : "%d.%02d".formatted(teachers / 100, teachers % 100))
        .put(TOTAL)
        .put(teachers < 0 ? MISSING : REPORTED)
        .end();
    spending
        .put(school.id())
        .put(school.name())
        .put(school.districtId())
        .put(school.districtName())
        .put(reported.federal())
        .put(reported.stateAndLocal())
        .end();
    totals.schools++;
    totals.teachers += Math.max(0, teachers);
    totals.federal += reported.federal();
    totals.stateAndLocal += reported.stateAndLocal();
    if (reported.free() >= 0) {
      int eligible = reported.free() + reported.reduced();
      totals.eligible += eligible;
      if (teachers >= 0) {
        totals.complete(school.state().postal(), students, eligible, teachers);
      }
    }
  }

  private int membership(byte[] start, School school, School.Year reported) throws IOException {
    int[][] byRace = new int[RACES.length][SEXES.length];
    int total = 0;
    int[] byGrade = new int[reported.grades()];
    for (int g = 0; g < byGrade.length; g++) {
      for (int r = 0; r < RACES.length; r++) {
        for (int s = 0; s < SEXES.length; s++) {
          int count = reported.students(g, r, s);
          byte[] flag = count >= 0 ? REPORTED : reported.reported() ? CELL_MISSING : MISSING;
          membership
              .put(start)
              .put(GRADES[school.firstGrade() + g])
              .put(RACES[r])
              .put(SEXES[s])
              .put(count)
              .put(DETAIL)
              .put(flag)
              .end();
          totals.rows++;
          totals.detailRows++;
          totals.notReported += count < 0 ? 1 : 0;
          int known = Math.max(0, count);
          byRace[r][s] += known;
          byGrade[g] += known;
          total += known;
        }
      }
    }
    boolean known = reported.reported();
    for (int r = 0; r < RACES.length; r++) {
      long ofRace = 0;
      for (int s = 0; s < SEXES.length; s++) {
        membership.put(start).put(NONE).put(RACES[r]).put(SEXES[s]);
        end(known ? byRace[r][s] : School.NOT_REPORTED, BY_RACE_AND_SEX, DERIVED);
        ofRace += byRace[r][s];
      }
      totals.byRace[r] += ofRace;
      totals.sumOfSquares += ofRace * ofRace;
      totals.cells++;
    }
    for (int g = 0; g < byGrade.length; g++) {
      membership.put(start).put(GRADES[school.firstGrade() + g]).put(NO_NO);
      end(known ? byGrade[g] : School.NOT_REPORTED, BY_GRADE, REPORTED);
    }
    membership.put(start).put(NONE).put(NO_NO);
    end(known ? total : School.NOT_REPORTED, DERIVED_TOTAL, DERIVED);
    membership.put(start).put(NONE).put(NO_NO);
    end(known ? total : School.NOT_REPORTED, TOTAL, REPORTED);
    totals.students += total;
    return total;
  }

  private void end(int count, byte[] kind, byte[] flag) throws IOException {
    membership.put(count).put(kind).put(count < 0 ? MISSING : flag).end();
    totals.rows++;
  }

  private void directory(School school) throws IOException {
    directory
        .put(year)
        .put("%02d".formatted(school.state().fips()))
        .put(school.state().name())
        .put(school.state().postal())
        .put(school.name())
        .put(school.districtName())
        .put("%02d".formatted(school.state().fips()))
        .put("")
        .put(school.stateDistrictId())
        .put(school.districtId())
        .put(school.stateId())
        .put(school.id())
        .put(school.shortId())
        .put("1")
        .put("1")
        .put("1")
        .put(school.isCharter() ? "Yes" : "No")
        .put(grade(school.firstGrade()))
        .put(grade(school.lastGrade()))
        .put(school.level())
        .end();
  }

  private static String grade(int number) {
    if (number == School.GRADES.length - 1) {
      return "UG";
    }
    return number == 0 ? "PK" : number == 1 ? "KG" : "%02d".formatted(number - 1);
  }

  private void lunch(byte[] start, School.Year reported) throws IOException {
    boolean known = reported.free() >= 0;
    byte[] flag = known ? REPORTED : MISSING;
    lunch.put(start).put(MEALS).put("Free lunch qualified");
    lunch.put(reported.free()).put(CATEGORY_SET).put(flag).end();
    lunch.put(start).put(MEALS).put("Reduced-price lunch qualified");
    lunch.put(reported.reduced()).put(CATEGORY_SET).put(flag).end();
    lunch.put(start).put(MEALS).put(NONE);
    int all = known ? reported.free() + reported.reduced() : School.NOT_REPORTED;
    lunch.put(all).put(TOTAL).put(flag).end();
  }

  /** Closes the files and writes the totals. */
  @Override
  public void close() throws IOException {
    for (CsvFile file : new CsvFile[] {membership, directory, lunch, staff, spending}) {
      file.close();
    }
    totals.write(totalsFile);
  }
}
