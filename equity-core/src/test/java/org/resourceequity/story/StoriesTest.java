package org.resourceequity.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.analysis.Analysis;
import org.resourceequity.analysis.Question;
import org.resourceequity.analysis.ToyDistrict;
import org.resourceequity.gaps.GapMetrics;
import org.resourceequity.model.Cell;
import org.resourceequity.model.CourseOperands;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Ratios;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.story.Answer.Judgement;

/** Expected figures: domain guide, sections 10.2 and 10.4; sentences are this project's own. */
class StoriesTest {

  private static final StoryOptions TOY = StoryOptions.DEFAULT.in(ToyDistrict.DISTRICT);

  private static Finding finding(Story story, String id) {
    return story.themes().stream()
        .flatMap(theme -> theme.findings().stream())
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void dollarsFollowNeedButDependOnOneSchool() {
    Answer answer =
        finding(Stories.tell(ToyDistrict.data(), TOY), "school-spending-per-student-by-need")
            .answer();
    assertThat(answer.status()).isEqualTo(Status.GAP);
    assertThat(answer.judgement()).isEqualTo(Judgement.FAVOURABLE);
    assertThat(answer.fragile()).isTrue();
    assertThat(answer.aggregation()).isEqualTo("pooled");
    assertThat(answer.figures().get("difference")).isCloseTo(1666.666667, within(1e-6));
    assertThat(answer.sentences())
        .containsExactly(
            "The 2 schools with the highest share of students from low-income families spend"
                + " $13,450 per student; in the 2 with the lowest share it is $11,800.",
            "Where need is highest that is $1,650 more (14%).",
            "This depends on one school: without H the direction reverses ($13,450 v $14,500).");
  }

  @Test
  void noviceTeachersAreAGapAgainstTheHigherNeedSchools() {
    Answer answer =
        finding(Stories.tell(ToyDistrict.data(), TOY), "novice-teachers-by-need").answer();
    assertThat(answer.judgement()).isEqualTo(Judgement.ADVERSE);
    assertThat(answer.sentences().get(1))
        .isEqualTo(
            "Where need is highest that is 19 percentage points higher, 5.2 times the share.");
  }

  @Test
  void thePairIsTheOneTheDomainGuideFinds() {
    Story story = Stories.tell(ToyDistrict.data(), TOY);
    Finding opening = story.opening();
    assertThat(opening).isNotNull();
    if (opening != null) {
      assertThat(opening.answer().sentences())
          .containsExactly(
              "D and H have a similar number of students (600 and 700) and spend within $500 of"
                  + " each other per student, but D has 4.0 times the share of students from"
                  + " low-income families (40% v 10%).",
              "Of 6 pairs of similar-size schools in toy, 1 looks like this.");
    }
  }

  @Test
  void theSameEverywhereIsNoClearDifference() {
    Answer answer =
        finding(Stories.tell(withClassSize(20, 20), TOY), "class-size-k-3-by-need").answer();
    assertThat(answer.status()).isEqualTo(Status.NO_CLEAR_DIFFERENCE);
    assertThat(answer.judgement()).isEqualTo(Judgement.NOT_DIFFERENTIATED);
  }

  @Test
  void smallerClassesWhereNeedIsHigherAreFavourableAndSwappingTurnsTheWordsRound() {
    Answer smaller =
        finding(Stories.tell(withClassSize(18, 22), TOY), "class-size-k-3-by-need").answer();
    assertThat(smaller.judgement()).isEqualTo(Judgement.FAVOURABLE);
    assertThat(smaller.sentences().get(1)).contains("4.0 students smaller");
    Answer larger =
        finding(Stories.tell(withClassSize(22, 18), TOY), "class-size-k-3-by-need").answer();
    assertThat(larger.judgement()).isEqualTo(Judgement.ADVERSE);
    assertThat(larger.sentences().get(1)).contains("4.0 students larger");
  }

  private static EquityData withClassSize(double highNeed, double lowNeed) {
    EquityData.Builder builder = ToyDistrict.builder();
    for (String school : List.of("A", "B", "C", "D", "E", "F", "G", "H")) {
      double size = school.compareTo("E") < 0 ? highNeed : lowNeed;
      builder.add(
          new SchoolId(school),
          CourseOperands.CLASS_SIZE_K3.at(Level.SCHOOL, ToyDistrict.YEAR),
          Cell.of(size));
    }
    return builder.build();
  }

  @Test
  void aShareOfTooFewTeachersIsNotCompared() {
    EquityData.Builder builder = EquityData.builder("TOY");
    EquityData toy = ToyDistrict.data();
    for (String school : List.of("A", "B", "C", "D", "E", "F", "G", "H")) {
      SchoolId id = new SchoolId(school);
      toy.facts(id).values().forEach(facts -> builder.facts(id, facts));
      toy.columns().keySet().stream()
          .filter(key -> key.what().unit() != Measurement.FTE)
          .forEach(key -> builder.add(id, key, toy.cell(id, key)));
      ToyDistrict.add(builder, id, Operands.TEACHERS, "8");
      ToyDistrict.add(
          builder, id, Operands.staff(Groups.NOVICE_TEACHERS), school.equals("A") ? "2" : "1");
    }
    Answer answer = finding(Stories.tell(builder.build(), TOY), "novice-teachers-by-need").answer();
    assertThat(answer.status()).isEqualTo(Status.NOT_ENOUGH_DATA);
    assertThat(answer.sentences().get(0)).contains("fewer than 30 staff FTE");
  }

  @Test
  void noviceShareHasTheIntervalOfTheDomainGuide() {
    Answer answer =
        finding(Stories.tell(ToyDistrict.data(), TOY), "novice-teachers-by-need").answer();
    assertThat(answer.figures().get("differenceLow")).isCloseTo(0.061282, within(1e-6));
    assertThat(answer.figures().get("differenceHigh")).isCloseTo(0.321817, within(1e-6));
  }

  @Test
  void numbersOfSeveralPartsAreToldOneByOne() {
    Story story =
        Stories.of(
            Analysis.of(
                    ToyDistrict.data(),
                    Question.gap(
                        Ratios.SPENDING_PER_PUPIL, Groups.LOW_INCOME, Groups.ENGLISH_LEARNERS))
                .with(GapMetrics.EXPOSURE)
                .run());
    Answer answer = story.themes().get(0).findings().get(0).answer();
    assertThat(answer.status()).isEqualTo(Status.SHOWN);
    assertThat(answer.groups().get(0).value()).isCloseTo(12752.525252525, within(1e-8));
    assertThat(answer.groups().get(1).value()).isCloseTo(13065.625, within(1e-8));
  }

  @Test
  void whatTheDataLackIsSaid() {
    EquityData.Builder builder = EquityData.builder("TOY");
    builder.add(
        new SchoolId("A"), Operands.ENROLMENT.at(Level.SCHOOL, ToyDistrict.YEAR), Cell.of(100));
    Story story = Stories.tell(builder.build(), StoryOptions.DEFAULT.called("Nowhere"));
    assertThat(story.opening()).isNull();
    for (String id : List.of("opening-pair", "school-spending-per-student-by-need", "separation")) {
      assertThat(finding(story, id).answer().status()).isEqualTo(Status.NOT_ENOUGH_DATA);
    }
    assertThat(story.toText()).doesNotContain("NaN").contains("the data do not have");
  }

  @Test
  void aSmallDistrictIsAListNotQuartiles() {
    EquityData.Builder builder = EquityData.builder("TOY");
    EquityData toy = ToyDistrict.data();
    for (String school : List.of("A", "D", "H")) {
      SchoolId id = new SchoolId(school);
      toy.facts(id).values().forEach(facts -> builder.facts(id, facts));
      toy.columns().keySet().forEach(key -> builder.add(id, key, toy.cell(id, key)));
    }
    Answer answer =
        finding(Stories.tell(builder.build(), TOY), "school-spending-per-student-by-need").answer();
    assertThat(answer.status()).isEqualTo(Status.SHOWN);
    assertThat(answer.grouping()).isEqualTo("none");
    assertThat(answer.groups()).hasSize(3);
    assertThat(answer.sentences().get(0)).startsWith("With only 3 schools");
  }

  @Test
  void separationIsComparedWithChance() {
    Answer answer = finding(Stories.tell(ToyDistrict.data(), TOY), "separation").answer();
    assertThat(answer.status()).isEqualTo(Status.GAP);
    assertThat(answer.figures().get("theilH")).isCloseTo(0.2672794975, within(1e-10));
    assertThat(answer.figures().get("isolation")).isCloseTo(0.6154882155, within(1e-10));
    assertThat(answer.figures().get("exposureOfOthers")).isCloseTo(0.2833746898, within(1e-10));
  }

  @Test
  void everyFindingIdIsUsedOnce() {
    Story story = Stories.tell(ToyDistrict.data(), StoryOptions.DEFAULT);
    List<String> ids =
        story.themes().stream().flatMap(t -> t.findings().stream()).map(Finding::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
  }
}
