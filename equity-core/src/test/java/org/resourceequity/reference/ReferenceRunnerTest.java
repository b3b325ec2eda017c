package org.resourceequity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every number that another program gives for a quantity of this library must be the number that
 * the library gives.
 *
 * <p>The cases are the JSON files of a folder: the system property {@code equity.reference.dir}, or
 * the folder {@code reference} of {@code equity.shared}. With {@code
 * -Dequity.reference.only=segregation} the table of that family is checked alone. The test skips
 * where the folder is absent.
 */
class ReferenceRunnerTest {

  private static final List<CaseTable> TABLES =
      List.of(
          new InequalityCases(),
          new DecompositionCases(),
          new SegregationCases(),
          new ProgressivityCases(),
          new GapCases(),
          new DisproportionalityCases(),
          new InferenceCases());

  @Test
  void theLibraryGivesTheNumbersThatOthersGive() throws IOException {
    Path usual = Path.of(System.getProperty("equity.shared", "shared"), "reference");
    Path folder = Path.of(System.getProperty("equity.reference.dir", usual.toString()));
    assumeTrue(Files.isDirectory(folder), "no reference values in " + folder);

    Report report = new Report(TABLES, System.getProperty("equity.reference.only", ""));
    Datasets datasets = new Datasets();
    CaseFiles.read(folder, datasets).forEach(one -> report.check(one, datasets));

    System.out.println(report.details());
    System.out.println(report.line());
    assertThat(report.mismatches()).as(report.line()).isEmpty();
    if (folder.equals(usual)) {
      assertThat(report.failures()).isEmpty();
      assertThat(report.needlessExcuses()).isEmpty();
    }
  }
}
