package org.resourceequity.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.resourceequity.testkit.SampleStory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class StoryRenderingTest {

  private static final Story STORY = SampleStory.full();

  @Test
  void textFitsATerminal() {
    assertThat(STORY.toText().lines()).allMatch(line -> line.length() <= 96);
    assertThat(STORY.toText()).doesNotContain("NaN", "null", "\t");
  }

  @Test
  void textTellsEverythingInOrder() {
    assertThat(STORY.toText().replaceAll("\\s+", " "))
        .containsSubsequence(
            "Toy district: who gets what? ====",
            "[for context] D and H spend within $500",
            "Funding -------",
            "Do schools with more need spend more per student?",
            "[a difference; to the advantage of the higher-need group; depends on one school or"
                + " district] Elementary schools: The 2 highest-need schools spend $13,450",
            "highest need $13,444 #################### 900 students",
            "lowest need $11,778 ################## 900 students",
            "- Middle schools <script>alert(1)</script>: Middle schools spend about the same. -",
            "- Compared: The 2 schools",
            "- Coverage: 24 of 30 used, with more than 99% of the students",
            "- Left out: without enrolment: 6 (A, <script>alert(1)</script>, C, D, E and 1 more)",
            "- Check: Left out each school in turn",
            "- Method: School year 2023-24",
            "- Source: Department, Finance file, 2023-24",
            "Look at next: - Who sets the budget?",
            "[not enough data] The files have no counselors by school.",
            "Before you quote this",
            "Sources");
  }

  @Test
  void textWritesNotesInsteadOfMissingValues() {
    assertThat(STORY.toText()).containsPattern("middle +suppressed +900 students");
  }

  @Test
  void namesCannotControlATerminal() {
    Story story =
        new Story(
            "A\u001b[31m red\u202e title",
            "x".repeat(300),
            "",
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of());

    assertThat(story.toText()).doesNotContain("\u001b", "\u202e");
    assertThat(story.toText().lines()).allMatch(line -> line.length() <= 96);
  }

  @Test
  void fragmentIsWellFormedAndStatic() throws Exception {
    String html = STORY.toHtml();
    Element root = parse(html);

    assertThat(root.getElementsByTagName("script").getLength()).isZero();
    assertThat(html).doesNotContain("<script", "NaN", "href=\"h", "src=", "onclick");
    assertThat(root.getElementsByTagName("h1").getLength()).isEqualTo(1);
    assertThat(root.getElementsByTagName("svg").getLength()).isEqualTo(6);
    assertThat(root.getTextContent()).contains(SampleStory.SCRIPT, SampleStory.FORMULA);
  }

  @Test
  void fragmentShowsEveryAnswer() throws Exception {
    assertThat(parse(STORY.toHtml()).getTextContent().replaceAll("\\s+", " "))
        .containsSubsequence(
            "Do schools with more need spend more per student?",
            "Elementary schools",
            "a difference",
            "depends on one school or district",
            "without enrolment: 6",
            "A, <script>alert(1)</script>, C, D, E, F",
            "Middle schools",
            "no clear difference",
            "High schools",
            "Look at next",
            "not enough data");
  }

  @Test
  void idsAreUnique() {
    List<String> ids =
        Pattern.compile(" id=\"([^\"]*)\"")
            .matcher(STORY.toHtml())
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void smallNumbersOfStudentsAreNotTold() {
    assertThat(Words.students(new Answer.GroupFigure("g", 1, 9, null, null, 1.0, "")))
        .isEqualTo("fewer than 10");
    assertThat(Words.students(new Answer.GroupFigure("g", 1, 10, null, null, 1.0, "")))
        .isEqualTo("10");
    assertThat(Words.students(new Answer.GroupFigure("g", 1, 0, null, null, 1.0, "")))
        .isEqualTo("not known");
  }

  @Test
  void storyWithoutContentStillRenders() throws Exception {
    assertThat(SampleStory.bare().toText()).contains("Nothing to open with");
    assertThat(parse(SampleStory.bare().toHtml()).getTextContent())
        .contains("Nothing to open with");
  }

  private static Element parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)))
        .getDocumentElement();
  }
}
