package org.resourceequity.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Report;
import org.resourceequity.indicator.Indicator;
import org.resourceequity.indicator.Indicators;
import org.resourceequity.model.Column;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;

/** Tells stories: of a district or a state from its data, or of a report. */
public final class Stories {

  private Stories() {}

  /** Returns the story of everything in the data, or of the options' district. */
  public static Story tell(EquityData data, StoryOptions options) {
    Telling telling = new Telling(data, options, place(data, options), DecisionRule.DEFAULT);
    Finding pair = new PairFinding(telling).find();
    boolean shown = pair.answer().status() != Status.NOT_ENOUGH_DATA;
    List<Theme> themes =
        List.of(
            funding(telling, shown ? null : pair),
            enrolment(telling),
            staffing(telling),
            scheduling(telling));
    return new Story(
        telling.place() + ": who gets what?",
        telling.place(),
        options.district() == null ? "" : options.district().code(),
        years(data, options),
        shown ? pair : null,
        themes,
        caveats(themes),
        sources(data));
  }

  /** Returns the results of an analysis as sentences. */
  public static Story of(Report report) {
    return ReportStory.of(report);
  }

  private static String place(EquityData data, StoryOptions options) {
    DistrictId district = options.district();
    if (district != null) {
      return data.name(district);
    }
    if (!options.place().isEmpty()) {
      return options.place();
    }
    if (data.districts().size() == 1) {
      return data.districts().get(0).name();
    }
    Set<String> states = new TreeSet<>();
    data.districts()
        .forEach(
            d ->
                states.addAll(
                    data.facts(d.id()).values().stream()
                        .map(DistrictFacts::state)
                        .filter(s -> !s.isEmpty())
                        .toList()));
    return states.size() == 1
        ? StateNames.of(states.iterator().next())
        : states.isEmpty() ? "this data set" : String.join(", ", states);
  }

  /** Questions with an answer come first. */
  private static Theme theme(String id, String title, List<Finding> findings, List<String> next) {
    return new Theme(
        id,
        title,
        findings.stream()
            .sorted(Comparator.comparing(f -> f.answer().status() == Status.NOT_ENOUGH_DATA))
            .toList(),
        next);
  }

  private static Theme funding(Telling telling, @Nullable Finding missingPair) {
    List<Finding> findings = new ArrayList<>();
    SpendingFindings spending = new SpendingFindings(telling);
    findings.addAll(spending.all());
    findings.add(needOrDistricts(telling, Indicators.SCHOOL_SPENDING));
    new PlaceFinding(telling).find().ifPresent(findings::add);
    if (!telling.isDistrict()
        && telling.available(Indicators.DISTRICT_SPENDING.ratios(), Level.DISTRICT).isPresent()
        && findings.stream()
            .noneMatch(f -> f.indicator().equals("district-spending-per-student"))) {
      findings.add(new NeedFindings(telling).of(Indicators.DISTRICT_SPENDING));
    }
    if (missingPair != null) {
      findings.add(missingPair);
    }
    return theme(
        "funding",
        "Funding",
        findings,
        List.of(
            "Ask which schools can choose how they spend their dollars, and what central services"
                + " each receives.",
            "Look at staffing next: money buys mostly people.",
            "Ask whether the funding formula distinguishes enough between schools with different"
                + " needs."));
  }

  /** School money by need; where schools' money is unknown, district money by need. */
  private static Finding needOrDistricts(Telling telling, Indicator school) {
    boolean schools = telling.available(school.ratios(), Level.SCHOOL).isPresent();
    boolean districts =
        telling.available(Indicators.DISTRICT_SPENDING.ratios(), Level.DISTRICT).isPresent();
    return new NeedFindings(telling)
        .of(!schools && districts && !telling.isDistrict() ? Indicators.DISTRICT_SPENDING : school);
  }

  private static Theme enrolment(Telling telling) {
    SeparationFindings separation = new SeparationFindings(telling);
    return theme(
        "enrolment",
        "Enrolment",
        List.of(separation.composition(), separation.separation()),
        List.of(
            "If most of the separation lies between districts, talk about zones and choice; if it"
                + " lies within them, about assignment to schools.",
            "Look at who attends the schools that differ most from the whole, and what they"
                + " receive."));
  }

  private static Theme staffing(Telling telling) {
    return theme(
        "staffing",
        "Staffing",
        byNeed(
            telling,
            List.of(
                Indicators.EMERGENCY_CREDENTIAL,
                Indicators.NOVICE_TEACHERS,
                Indicators.SCHOOL_STUDENTS_PER_TEACHER,
                Indicators.DISTRICT_STUDENTS_PER_TEACHER,
                Indicators.AVERAGE_SALARY)),
        List.of(
            "Ask how teachers are assigned, when hard-to-staff schools may hire, and what support"
                + " new teachers get.",
            "Look at whether teachers stay: rosters of two years answer that."));
  }

  private static Theme scheduling(Telling telling) {
    return theme(
        "scheduling",
        "Scheduling",
        byNeed(
            telling,
            List.of(
                Indicators.CLASS_SIZE_K3,
                Indicators.CLASS_SIZE_4_6,
                Indicators.CLASS_SIZE_CORE,
                Indicators.CLASS_SIZE,
                Indicators.AP_PARTICIPATION)),
        List.of(
            "Ask which schools do make classes smaller where need is higher, and how.",
            "A master schedule with students' prior results would show time and class size by"
                + " student."));
  }

  /**
   * Returns a finding for each indicator the data have; if they have none, one finding that says
   * so. A district's story leaves out what is only known by district.
   */
  private static List<Finding> byNeed(Telling telling, List<Indicator> indicators) {
    NeedFindings needs = new NeedFindings(telling);
    List<Finding> findings = new ArrayList<>();
    for (Indicator indicator : indicators) {
      boolean known = telling.available(indicator.ratios(), indicator.level()).isPresent();
      boolean comparable = !telling.isDistrict() || indicator.level() == Level.SCHOOL;
      if (known && comparable) {
        findings.add(needs.of(indicator));
      }
    }
    if (findings.isEmpty()) {
      findings.add(needs.of(indicators.get(0)));
    }
    return findings;
  }

  private static List<String> years(EquityData data, StoryOptions options) {
    return data.years().stream()
        .filter(year -> options.years().isEmpty() || options.years().contains(year))
        .map(SchoolYear::toString)
        .toList();
  }

  private static List<String> caveats(List<Theme> themes) {
    List<String> caveats = new ArrayList<>();
    caveats.add("These are descriptions, not causes: a difference does not say why it is there.");
    caveats.add(
        "\"Equal\" and \"equitable\" are different words: the same for everybody may still be too"
            + " little for those who need more.");
    caveats.add(
        "No count of students of a group below ten is shown here, and no share from which one"
            + " follows.");
    boolean dollars = themes.get(0).findings().stream().anyMatch(f -> f.source() != null);
    if (dollars) {
      caveats.add("Dollars are nominal: they are not adjusted for prices or wage levels.");
    }
    return caveats;
  }

  private static List<String> sources(EquityData data) {
    Map<String, Set<String>> citations = new TreeMap<>();
    for (Column column : data.columns().values()) {
      column
          .sources()
          .forEach(
              source ->
                  citations
                      .computeIfAbsent(
                          source.cite()
                              + (source.sha256().isEmpty() ? "" : ", SHA-256 " + source.sha256()),
                          c -> new TreeSet<>())
                      .add(column.key().year().toString()));
    }
    LinkedHashSet<String> lines = new LinkedHashSet<>();
    citations.forEach(
        (citation, years) ->
            lines.add(
                citation + "; school years " + years.stream().collect(Collectors.joining(", "))));
    return List.copyOf(lines);
  }
}
