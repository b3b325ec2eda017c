package org.resourceequity.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Expected numbers come from Python, computed from ../shared/data/reference; see ExamplesTest. */
class AskCommandTest {

  @Test
  void spreadWithinSchoolLevels() {
    Cli spread =
        Cli.run(
            "ask",
            "spread",
            "--of",
            "class-size-k3",
            "--with",
            "gini,mcloone",
            "--by",
            "district",
            "--within",
            "school-level",
            "--top",
            "20");
    assertThat(spread.code()).isZero();
    assertThat(spread.lines().get(0)).startsWith("spread of class size").contains("schools");
    // A header, and two metrics for each of twenty places.
    assertThat(spread.lines().stream().filter(l -> l.contains(" schools  "))).hasSize(40);
    assertThat(spread.out()).contains("Years: 1999-00", "California Department of Education");
  }

  @Test
  void topIsTheHighestFirst() {
    Cli all =
        Cli.run(
            "ask",
            "spread",
            "--of",
            "class-size-k3",
            "--with",
            "gini",
            "--within",
            "school-level",
            "--by",
            "district",
            "--format",
            "csv");
    double highest =
        all.lines().stream()
            .skip(1)
            .map(line -> line.replaceAll("\"[^\"]*\"", "").split(",", -1)[5])
            .filter(value -> !value.isEmpty())
            .mapToDouble(Double::parseDouble)
            .max()
            .orElseThrow();
    Cli top =
        Cli.run(
            "ask",
            "spread",
            "--of",
            "class-size-k3",
            "--with",
            "gini",
            "--within",
            "school-level",
            "--by",
            "district",
            "--format",
            "csv",
            "--top",
            "1");
    assertThat(top.lines()).hasSize(2);
    assertThat(top.lines().get(1)).contains("," + highest + ",");
  }

  @Test
  void separation() {
    Cli separation =
        Cli.run(
            "ask", "separation", "--group", "subsidised-meals", "--with", "dissimilarity,theil-h");
    assertThat(separation.code()).isZero();
    assertThat(separation.out()).containsPattern("dissimilarity +0\\.534809 +6157 ");
    assertThat(separation.err()).isEmpty();
  }

  @Test
  void moneyIsKnownForDistrictsSoDistrictsAreAsked() {
    Cli slope =
        Cli.run(
            "ask",
            "progressivity",
            "--of",
            "spending-per-student",
            "--need",
            "subsidised-meals",
            "--with",
            "need-slope");
    assertThat(slope.code()).isZero();
    assertThat(slope.lines().get(0)).contains("districts");
    assertThat(slope.out()).containsPattern("need-slope +115\\.083 +420 ").contains("1998-99");
  }

  @Test
  void gap() {
    Cli gap =
        Cli.run(
            "ask",
            "gap",
            "--of",
            "emergency-credential-share",
            "--group",
            "subsidised-meals",
            "--versus",
            "all-students",
            "--by",
            "state");
    assertThat(gap.code()).isZero();
    assertThat(gap.out()).containsPattern("exposure-gap +0\\.0342672 ");
  }

  @Test
  void oneDistrictInOneYear() {
    Cli one =
        Cli.run(
            "ask",
            "separation",
            "--group",
            "english-learners",
            "--district",
            "los angeles unified",
            "--year",
            "1999-00");
    assertThat(one.code()).isZero();
    assertThat(one.out()).contains("Los Angeles Unified");
  }

  @Test
  void jsonHasRowsAndSources() {
    Cli json = Cli.run("ask", "separation", "--group", "subsidised-meals", "--format", "json");
    JsonNode tree = JsonMapper.builder().build().readTree(json.out());
    assertThat(tree.get("rows").size()).isEqualTo(2);
    assertThat(tree.get("rows").get(0).get("metric").asString()).isEqualTo("dissimilarity");
    assertThat(tree.get("rows").get(0).get("value").asDouble())
        .isCloseTo(0.5348086221865558, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(tree.get("sources").size()).isEqualTo(1);
  }

  @Test
  void whatCannotBeAnsweredSaysWhy() {
    Cli low = Cli.run("ask", "spread", "--of", "class-size-k3");
    assertThat(low.code()).isEqualTo(1);
    assertThat(low.out()).isEmpty();
    assertThat(low.complaints()).hasSize(1);
    assertThat(low.err()).contains("% of students covered", "--min-coverage");
    assertThat(Cli.run("ask", "spread", "--of", "class-size-k3", "--level", "elementary").code())
        .isZero();
    Cli years = Cli.run("ask", "spread", "--of", "spending-per-student", "--year", "2018-19");
    assertThat(years.code()).isEqualTo(1);
    assertThat(years.err()).contains("is not known for 2018-19, only for 1998-99");
    Cli risk = Cli.run("ask", "risk", "--of", "ap-test-takers", "--group", "black");
    assertThat(risk.code()).isEqualTo(1);
  }

  @Test
  void anUnknownDistrictListsNearNames() {
    Cli near = Cli.run("ask", "separation", "--group", "subsidised-meals", "--district", "Angeles");
    assertThat(near.code()).isEqualTo(1);
    assertThat(near.complaints()).hasSize(1);
    assertThat(near.err()).contains("Los Angeles Unified");
  }

  private static Cli elementary(String... more) {
    List<String> words =
        new ArrayList<>(List.of("ask", "spread", "--of", "class-size-k3", "--level", "elementary"));
    words.addAll(List.of(more));
    return Cli.run(words.toArray());
  }

  @Test
  void anIntervalHasTwoEndsAndSaysWhatWasDrawn() {
    Cli gini = elementary("--with", "gini", "--interval", "units");
    assertThat(gini.lines().get(1)).contains("value", "low", "high");
    assertThat(gini.out()).contains("as if the units were drawn by chance");
    assertThat(elementary("--with", "gini").out()).contains("have no sampling error");
  }

  @Test
  void theSchoolsThatContributeMostAreNamed() {
    Cli explained = elementary("--with", "theil-t", "--explain", "3");
    assertThat(explained.lines().get(0)).contains("contributions of schools");
    assertThat(explained.lines().stream().filter(line -> line.startsWith("all "))).hasSize(3);
  }

  @Test
  void theCardShowsEveryDefinition() {
    Cli card = elementary("--with", "mcloone,mcloone:include-ties", "--sensitivity");
    assertThat(card.out()).contains("definition alone: ", "weighting alone: ", "left out alone: ");
  }

  @Test
  void unitsCanBeLeftOutByChoice() {
    Cli few = elementary("--with", "gini", "--without-charters", "--smallest", "400");
    assertThat(few.out()).contains("without charters; without units of fewer than 400 students");
  }

  @Test
  void aChangeNeedsBothYears() {
    Cli change = elementary("--with", "lorenz-dominance", "--since", "1998-99");
    assertThat(change.code()).isEqualTo(1);
    assertThat(change.err()).contains("is not known for 1998-99, only for 1999-00");
    Cli same = elementary("--with", "lorenz-dominance", "--since", "1999-00");
    assertThat(same.out()).contains("change from 1999-00 to 1999-00").contains("equal");
  }

  @Test
  void whereTheDataLackTheResourceTheyTellWhatTheyHave() {
    Cli cli = Cli.run("ask", "spread", "--of", "average-salary");
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .contains("do not have", "; resources of these data are ", "class-size-k3")
        .contains("; groups, subsidised-meals");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spred | known are spread, gap, separation",
        "spread | needs --of, one of spending-per-student",
        "spread --of money | no resource \"money\"; known are spending-per-student",
        "spread --of class-size --with dissimilarity | more; \"equity metrics\" lists them",
        "spread --of class-size --with ginny | no metric \"ginny\"",
        "spread --of class-size --with lorenz-dominance | more; \"equity metrics\" lists them",
        "spread --of class-size --since 1998-99 --with gini | with --since; these do: ",
        "spread --of class-size --since 1998-99 | --since needs --with, such as",
        "spread --of class-size --explain 0 | --explain is 0",
        "spread --of class-size --tails 0.6 | tails",
        "spread --of class-size --sources gold | no source of money \"gold\"",
        "spread --of class-size --sources state | --sources needs a resource in dollars",
        "spread --of class-size --with mcloone --explain 3 | none of the metrics has contributions",
        "spread --of class-size --by street | known are",
        "spread --of class-size --within street | known are school-level",
        "spread --of class-size --top 0 | --top is 0",
        "spread --of class-size --year now | is not a school year",
        "spread --of class-size --year-gap -1 | year gap",
        "spread --of class-size --min-coverage 80 | minimum coverage",
        "spread --of spending-per-student --by district | expected a level above",
        "gap --of class-size --group martians --versus white | no group \"martians\"",
        "risk --of class-size --group white | known are ap-test-takers",
        "spread --of class-size --format xml | xml"
      })
  void misuseIsExplained(String arguments, String complaint) {
    Object[] words = ("ask " + arguments).split(" ", -1);
    Cli misuse = Cli.run(words);
    assertThat(misuse.code()).isEqualTo(2);
    assertThat(misuse.out()).isEmpty();
    assertThat(misuse.complaints()).hasSizeBetween(1, 2);
    assertThat(misuse.err()).contains(complaint);
  }

  @Test
  void cellsThatSpreadsheetsWouldRunAreMadeHarmless() {
    assertThat(ReportWriter.field("=HYPERLINK(1)")).isEqualTo("'=HYPERLINK(1)");
    assertThat(ReportWriter.field("@SUM(A1)")).isEqualTo("'@SUM(A1)");
    assertThat(ReportWriter.field("-1+cmd")).isEqualTo("'-1+cmd");
    assertThat(ReportWriter.field("+x, y")).isEqualTo("\"'+x, y\"");
    assertThat(ReportWriter.field("-1.5E-7")).isEqualTo("-1.5E-7");
    assertThat(ReportWriter.field("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    assertThat(ReportWriter.field("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(ReportWriter.field("Oak")).isEqualTo("Oak");
  }
}
