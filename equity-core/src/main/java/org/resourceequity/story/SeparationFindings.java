package org.resourceequity.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Analysis;
import org.resourceequity.analysis.Coverage;
import org.resourceequity.analysis.Question;
import org.resourceequity.analysis.Report;
import org.resourceequity.analysis.Result;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.indicator.EquityDimension;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operands;
import org.resourceequity.model.School;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.Source;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.segregation.SegregationMetrics;
import org.resourceequity.story.Answer.GroupFigure;
import org.resourceequity.story.Answer.Judgement;

/** Findings about who goes to school with whom. */
final class SeparationFindings {

  private static final int SMALLEST_GROUP = 10;

  /** The groups of which stories ask, in reading order. */
  private static final List<Group> ASKED =
      List.of(
          Groups.SUBSIDISED_MEALS,
          Groups.LOW_INCOME,
          Groups.ENGLISH_LEARNERS,
          Groups.BLACK,
          Groups.HISPANIC,
          Groups.ASIAN,
          Groups.WHITE,
          Groups.WITH_DISABILITIES);

  private final Telling telling;

  SeparationFindings(Telling telling) {
    this.telling = telling;
  }

  /** Returns the finding about separation, with an answer for each group that is counted. */
  Finding separation() {
    List<Answer> answers = new ArrayList<>();
    String source = null;
    for (Group group : ASKED) {
      for (SchoolYear year : latest(group)) {
        Report report =
            Analysis.of(telling.data(), Question.separation(group))
                .with(SegregationMetrics.THEIL_H)
                .with(SegregationMetrics.EXPECTED_THEIL_H)
                .with(SegregationMetrics.DISSIMILARITY)
                .with(SegregationMetrics.ISOLATION)
                .with(MET_BY_OTHERS)
                .with(SegregationMetrics.nestedH("district"))
                .of(telling.scope(Level.SCHOOL).during(year))
                .under(telling.conventions())
                .run();
        answers.add(answer(group, year, report));
        source = source == null ? report.results().get(0).provenance().cite() : source;
      }
    }
    if (answers.isEmpty()) {
      answers.add(
          Telling.missing(
              "All students",
              "How separately students attend cannot be shown for "
                  + telling.place()
                  + ": the data do not have counts of student groups by school"
                  + (telling.options().years().isEmpty() ? "." : " in the years asked for."),
              "Needed: students of a group and all students of each school.",
              Telling.nothing()));
    }
    return new Finding(
        "separation",
        "segregation",
        EquityDimension.D10.name(),
        "How does each school's mix of students compare with the whole?",
        NumberStyle.SHARE,
        answers,
        source);
  }

  /** The group's share in the school of the average other student: interaction, seen from there. */
  private static final Metric<CrossTab> MET_BY_OTHERS =
      Metric.of(
          SegregationMetrics.INTERACTION.info(),
          table ->
              SegregationMetrics.INTERACTION.formula(
                  table.focusOn(
                      table.groups().get(table.comparison()), table.groups().get(table.focus()))));

  private List<SchoolYear> latest(Group group) {
    List<SchoolYear> years = telling.years(Level.SCHOOL, Operands.enrolment(group));
    return years.isEmpty() ? List.of() : List.of(years.get(0));
  }

  private Answer answer(Group group, SchoolYear year, Report report) {
    String people = Groups.people(group);
    String choice = Telling.sentence(people);
    Result main = report.results().get(0);
    Map<Integer, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      Outcome<?> outcome = report.results().get(i).outcome();
      if (outcome instanceof Outcome.Undefined<?> undefined) {
        return Telling.missing(
            choice,
            "How separately "
                + people
                + " attend cannot be shown for "
                + telling.place()
                + ": "
                + undefined.detail()
                + ".",
            "",
            main.coverage());
      }
      values.put(i, (Double) outcome.get());
    }
    double h = values.getOrDefault(0, 0.0);
    double chance = values.getOrDefault(1, 0.0);
    double isolation = values.getOrDefault(3, 0.0);
    double met = values.getOrDefault(4, 0.0);
    int schools = main.coverage().unitsUsed();
    if (schools < 2) {
      return Telling.missing(
          choice,
          "Only one school in "
              + telling.place()
              + " has these data; differences between schools cannot exist.",
          "",
          main.coverage());
    }
    double members = 0;
    double all = 0;
    int few = 0;
    int withMembers = 0;
    for (School school : telling.schools()) {
      if (telling.data().cell(school.id(), Operands.enrolment(group).at(Level.SCHOOL, year))
          instanceof Cell.Known known) {
        members += known.value();
        all += telling.students(school.id(), group.all(), year);
        withMembers += known.value() > 0 ? 1 : 0;
        few += Math.rint(known.value()) > 0 && known.value() < SMALLEST_GROUP ? 1 : 0;
      }
    }
    double others = all - members;
    // With one or two schools the index and the totals would give away each school's count.
    boolean deducible = few > 0 && withMembers < 3;
    if (members < SMALLEST_GROUP || others < SMALLEST_GROUP || deducible) {
      return Telling.missing(
          choice,
          "In "
              + telling.place()
              + " a number of fewer than "
              + SMALLEST_GROUP
              + " "
              + people
              + ", or of others, would follow; it is not shown because the group is small.",
          "",
          main.coverage());
    }
    boolean matters = h - chance >= telling.rule().segregation();
    List<String> sentences = new ArrayList<>();
    if (matters) {
      sentences.add(
          "The average "
              + Groups.person(group)
              + " attends a school where "
              + NumberStyle.SHARE.prose(isolation)
              + " of all students are in the same group; in the school of the average other student"
              + " it is "
              + NumberStyle.SHARE.prose(met)
              + ".");
      sentences.add(
          "On a scale from 0 (mixed) to 1 (apart) schools in "
              + telling.place()
              + " stand at "
              + NumberStyle.INDEX.prose(h)
              + "; chance alone would give "
              + NumberStyle.INDEX.prose(chance)
              + ".");
    } else {
      sentences.add(
          "Schools in "
              + telling.place()
              + " have about the same mix of "
              + people
              + " and others; the index ("
              + NumberStyle.INDEX.prose(h)
              + ") is close to what chance alone would give ("
              + NumberStyle.INDEX.prose(chance)
              + ").");
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("theilH", h);
    figures.put("theilHExpected", chance);
    figures.put("dissimilarity", values.getOrDefault(2, 0.0));
    figures.put("isolation", isolation);
    figures.put("exposureOfOthers", met);
    if (!telling.isDistrict()
        && report.results().get(5).outcome() instanceof Outcome.Known<?> known
        && known.value() instanceof Parts parts
        && parts.total() > 0) {
      double between = parts.part(Decomposable.BETWEEN) / parts.total();
      figures.put("betweenDistricts", parts.part(Decomposable.BETWEEN));
      figures.put("withinDistricts", parts.part(Decomposable.WITHIN));
      sentences.add(
          "Of this, "
              + NumberStyle.SHARE.prose(between)
              + " lies between districts and "
              + NumberStyle.SHARE.prose(1 - between)
              + " between schools of the same district.");
    }
    return new Answer(
        choice,
        matters ? Status.GAP : Status.NO_CLEAR_DIFFERENCE,
        Judgement.NOT_JUDGED,
        false,
        sentences,
        chart(people, isolation, met),
        NumberStyle.COUNT.prose(schools) + " " + Level.SCHOOL.words(schools) + ".",
        "Dissimilarity is "
            + NumberStyle.INDEX.prose(values.getOrDefault(2, 0.0))
            + ": the share of one group that would have to change schools to be spread alike. An"
            + " index less than "
            + NumberStyle.INDEX.prose(telling.rule().segregation())
            + " above chance is called no clear difference.",
        "Year: "
            + main.provenance().yearsInWords()
            + ". Index: information theory index H, all schools together, group against all other"
            + " students. Chance: random assignment with schools and group as large as they are.",
        "none",
        "none",
        List.of(
            new GroupFigure(
                people, schools, main.coverage().studentsCovered(), null, null, isolation, ""),
            new GroupFigure(
                "all other students",
                schools,
                main.coverage().studentsCovered(),
                null,
                null,
                met,
                "")),
        figures,
        main.coverage());
  }

  private static Chart chart(String people, double isolation, double met) {
    return new Chart.Bars(
        new Chart.Header(
            Telling.sentence(people)
                + ": "
                + NumberStyle.SHARE.prose(isolation)
                + " of a member's schoolmates, "
                + NumberStyle.SHARE.prose(met)
                + " of another student's",
            "Two bars: the share of the group in the school of its average member, and in the"
                + " school of the average other student."),
        List.of("In the school of a member", "In the school of another student"),
        List.of(Chart.Series.of("Share of schoolmates in the group", isolation, met)),
        new Chart.Axis("Share of schoolmates in the group", NumberStyle.SHARE),
        false);
  }

  /** Returns the finding about who is enrolled. */
  Finding composition() {
    Optional<SchoolYear> year =
        telling.years(Level.SCHOOL, Operands.ENROLMENT).stream().findFirst();
    List<Answer> answers = new ArrayList<>();
    if (year.isPresent()) {
      answers.add(compositionAnswer(year.get()));
    } else {
      answers.add(
          Telling.missing(
              "All students",
              "Enrolment by school is not in the data for " + telling.place() + ".",
              "Needed: students of each school.",
              Telling.nothing()));
    }
    return new Finding(
        "composition",
        "enrolment-composition",
        EquityDimension.D10.name(),
        "Who is enrolled?",
        NumberStyle.SHARE,
        answers,
        year.flatMap(y -> telling.data().column(Operands.ENROLMENT.at(Level.SCHOOL, y)))
            .map(column -> String.join("; ", column.sources().stream().map(Source::cite).toList()))
            .filter(cite -> !cite.isEmpty())
            .orElse(null));
  }

  private Answer compositionAnswer(SchoolYear year) {
    List<String> names = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    List<GroupFigure> figures = new ArrayList<>();
    List<School> schools =
        telling.schools().stream()
            .filter(school -> school.enrolment(year) instanceof Cell.Known)
            .toList();
    List<String> without =
        telling.schools().stream()
            .filter(school -> telling.data().facts(school.id()).containsKey(year))
            .filter(school -> !(school.enrolment(year) instanceof Cell.Known))
            .map(School::name)
            .toList();
    double everybody = telling.students(Group.STUDENTS, year);
    for (Group group : ASKED) {
      double members = 0;
      double among = 0;
      for (School school : schools) {
        if (telling.data().cell(school.id(), Operands.enrolment(group).at(Level.SCHOOL, year))
            instanceof Cell.Known known) {
          members += known.value();
          among += telling.students(school.id(), group.all(), year);
        }
      }
      if (members >= SMALLEST_GROUP && among - members >= SMALLEST_GROUP) {
        names.add(Telling.sentence(Groups.people(group)));
        shares.add(members / among);
        figures.add(
            new GroupFigure(
                Groups.people(group), schools.size(), members, null, null, members / among, ""));
      }
    }
    String sentence =
        NumberStyle.COUNT.prose(schools.size())
            + " "
            + Level.SCHOOL.words(schools.size())
            + " in "
            + telling.place()
            + " enrolled "
            + NumberStyle.COUNT.prose(Math.rint(everybody))
            + " students in "
            + year
            + (names.isEmpty()
                ? "; the data do not say who they are."
                : ": "
                    + NumberStyle.SHARE.prose(shares.get(0))
                    + " were "
                    + figures.get(0).label()
                    + ".");
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("schools", (double) schools.size());
    numbers.put("students", everybody);
    @Nullable Chart chart =
        names.isEmpty()
            ? null
            : new Chart.Bars(
                new Chart.Header(
                    "Students enrolled in " + telling.place(),
                    "Bars of the share of each student group; groups overlap."),
                names,
                List.of(
                    Chart.Series.of(
                        "Share of students",
                        shares.stream().mapToDouble(Double::doubleValue).toArray())),
                new Chart.Axis("Share of students", NumberStyle.SHARE),
                false);
    return new Answer(
        "All students",
        Status.SHOWN,
        Judgement.NOT_JUDGED,
        false,
        List.of(sentence),
        chart,
        NumberStyle.COUNT.prose(schools.size()) + " " + Level.SCHOOL.words(schools.size()) + ".",
        "Groups overlap, so shares do not add up to 100%.",
        "Year: " + year + ". Groups with fewer than ten students are not shown.",
        "none",
        "pooled",
        figures,
        numbers,
        new Coverage(
            schools.size() + without.size(),
            schools.size(),
            everybody,
            everybody,
            without.size(),
            without.isEmpty()
                ? List.of()
                : List.of(new Coverage.Exclusion("without enrolment", without))));
  }
}
