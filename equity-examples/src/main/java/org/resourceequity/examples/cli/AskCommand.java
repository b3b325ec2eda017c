package org.resourceequity.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Analysis;
import org.resourceequity.analysis.Conventions;
import org.resourceequity.analysis.Question;
import org.resourceequity.analysis.Report;
import org.resourceequity.analysis.Result;
import org.resourceequity.analysis.Scope;
import org.resourceequity.analysis.Strata;
import org.resourceequity.analysis.Weighting;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Ratio;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks one of the five questions. */
@Command(
    name = "ask",
    description = {
      "Asks one of five questions and answers with the metrics you choose, as a table:",
      "  spread         how unequally is a resource spread? (--of)",
      "  gap            do groups get different amounts? (--of, --group, --versus)",
      "  separation     how separately does a group attend? (--group, --versus)",
      "  progressivity  does the resource follow need? (--of, --need)",
      "  risk           is a group likelier to have the event? (--of, --group)",
      "Without files it is asked of California's schools in 1999-00."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  equity ask spread --of class-size-k3 --with gini,mcloone --by district"
          + " --within school-level --top 20",
      "  equity ask separation --group subsidised-meals --with dissimilarity,theil-h",
      "  equity ask gap --of emergency-credential-share --group subsidised-meals"
          + " --versus all-students",
      "  equity ask progressivity --of spending-per-student --need subsidised-meals"
          + " --with need-slope",
      "  equity ask spread --of spending-per-student 18-21-Financial.xlsx --format csv"
    })
final class AskCommand implements Callable<Integer> {

  private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put("spread", "gini,mcloone");
    QUESTIONS.put("gap", "exposure-by-group,exposure-gap");
    QUESTIONS.put("separation", "dissimilarity,theil-h");
    QUESTIONS.put("progressivity", "need-slope,progressivity-ratio");
    QUESTIONS.put("risk", "risks,risk-ratio");
  }

  private static final Map<String, Level> UNITS =
      Map.of("schools", Level.SCHOOL, "districts", Level.DISTRICT);
  private static final Map<String, Level> PLACES =
      Map.of("district", Level.DISTRICT, "state", Level.STATE);
  private static final Map<String, Strata> STRATA = Map.of("school-level", Strata.SCHOOL_LEVEL);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "QUESTION",
      description = "spread, gap, separation, progressivity or risk.")
  private String question = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE",
      description = "Published files. Several are joined by the ids of schools and districts.")
  private List<Path> files = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the columns of a table of any kind mean.")
  private @Nullable Path mapping;

  @Option(
      names = "--of",
      paramLabel = "RESOURCE",
      description = "The resource; for risk, the event. An unknown name lists the known ones.")
  private @Nullable String of;

  @Option(
      names = "--need",
      paramLabel = "GROUP",
      description = "Need is the share of these students, such as subsidised-meals.")
  private @Nullable String need;

  @Option(names = "--group", paramLabel = "GROUP", description = "The group it is about.")
  private @Nullable String group;

  @Option(
      names = "--versus",
      paramLabel = "GROUP",
      description = "The group it is compared with; for separation all others if not given.")
  private @Nullable String versus;

  @Option(
      names = "--with",
      split = ",",
      paramLabel = "METRIC",
      description = "Ids of metrics; \"equity metrics\" lists them.")
  private List<String> with = List.of();

  @Option(
      names = "--by",
      paramLabel = "LEVEL",
      description = "One answer for each district, or state; all together if not given.")
  private @Nullable String by;

  @Option(
      names = "--within",
      paramLabel = "STRATA",
      description = "school-level: elementary schools among elementary schools, and so on.")
  private @Nullable String within;

  @Option(
      names = "--units",
      paramLabel = "UNITS",
      description = "schools or districts; if not given, schools where the data have them.")
  private @Nullable String units;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Only schools of this level, such as elementary, middle or high.")
  private @Nullable SchoolLevel level;

  @Option(
      names = "--district",
      paramLabel = "NAME",
      description = "Only this district, by name or code.")
  private @Nullable String district;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "The school year, such as 2018-19; the latest that has it if not given.")
  private @Nullable String year;

  @Option(
      names = "--year-gap",
      paramLabel = "N",
      description = "How many years apart the numbers of one answer may be; 0 if not given.")
  private int yearGap;

  @Option(
      names = "--weight",
      description = "students or units: what a school counts by; students if not given.")
  private Weighting weight = Weighting.STUDENTS;

  @Option(
      names = "--min-coverage",
      paramLabel = "SHARE",
      description = "Share of students that must be covered, 0.8 if not given.")
  private double minCoverage = Conventions.DEFAULT.minimumCoverage();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Only the N places where the first metric is highest.")
  private @Nullable Integer top;

  @Option(names = "--format", description = "text, csv or json; text if not given.")
  private ReportWriter format = ReportWriter.TEXT;

  @Override
  public Integer call() throws Trouble {
    Vocabulary.known("question", question, QUESTIONS);
    Report report =
        switch (question) {
          case "spread" -> spread();
          case "gap" -> gap();
          case "separation" -> separation();
          case "progressivity" -> progressivity();
          default -> risk();
        };
    if (top != null) {
      report = highest(report, top);
    }
    spec.commandLine().getOut().println(format.write(report).stripTrailing());
    return judge(report);
  }

  private Report spread() throws Trouble {
    List<Measure<Distribution, ?>> metrics = metrics(Distribution.class);
    List<Ratio> resource = Vocabulary.ratios(required("--of", of));
    Asked asked = asked();
    Level at = asked.level(resource);
    return asked.run(Question.spread(asked.choose(resource, at)), at, metrics);
  }

  private Report gap() throws Trouble {
    List<Measure<GroupedValues, ?>> metrics = metrics(GroupedValues.class);
    List<Ratio> resource = Vocabulary.ratios(required("--of", of));
    Group first = Vocabulary.group(required("--group", group));
    Group second = Vocabulary.group(required("--versus", versus));
    Asked asked = asked();
    Level at = asked.level(resource);
    return asked.run(Question.gap(asked.choose(resource, at), first, second), at, metrics);
  }

  private Report separation() throws Trouble {
    List<Measure<CrossTab, ?>> metrics = metrics(CrossTab.class);
    Group first = Vocabulary.group(required("--group", group));
    Question<CrossTab> question =
        versus == null
            ? Question.separation(first)
            : Question.separation(List.of(first, Vocabulary.group(versus)));
    Asked asked = asked();
    return asked.run(question, asked.level(Operands.enrollment(first)), metrics);
  }

  private Report progressivity() throws Trouble {
    List<Measure<PairedSample, ?>> metrics = metrics(PairedSample.class);
    List<Ratio> resource = Vocabulary.ratios(required("--of", of));
    List<Ratio> needs = Vocabulary.ratios(required("--need", need));
    Asked asked = asked();
    Level at = asked.level(resource);
    return asked.run(
        Question.progressivity(asked.choose(resource, at), asked.choose(needs, at)), at, metrics);
  }

  private Report risk() throws Trouble {
    List<Measure<RiskCounts, ?>> metrics = metrics(RiskCounts.class);
    Operand event = Vocabulary.event(required("--of", of));
    Group first = Vocabulary.group(required("--group", group));
    Asked asked = asked();
    return asked.run(Question.risk(event, first), asked.level(event), metrics);
  }

  private String required(String option, @Nullable String value) throws Trouble {
    if (value == null) {
      String known =
          !option.equals("--of")
              ? Vocabulary.groupNames()
              : question.equals("risk") ? Vocabulary.eventNames() : Vocabulary.resourceNames();
      throw Trouble.usage("\"ask " + question + "\" needs " + option + ", one of " + known);
    }
    return value;
  }

  /** Returns the metrics, which must measure the question's kind of sample. */
  private <S extends Sample<S>> List<Measure<S, ?>> metrics(Class<S> kind) throws Trouble {
    MetricCatalog catalog = MetricCatalog.load();
    List<String> ids =
        with.isEmpty() ? List.of(QUESTIONS.getOrDefault(question, "").split(",", -1)) : with;
    List<Measure<S, ?>> metrics = new ArrayList<>();
    for (String id : ids) {
      Measure<?, ?> metric = MetricsCommand.metric(catalog, id.strip());
      if (!fits(metric, kind)) {
        throw Trouble.usage(
            metric.info().id()
                + " does not answer \""
                + question
                + "\"; these do: "
                + catalog.all().stream()
                    .filter(m -> fits(m, kind))
                    .map(m -> m.info().id())
                    .collect(Collectors.joining(", ")));
      }
      // Safe: info().sample() is the class that the metric measures.
      @SuppressWarnings("unchecked")
      Measure<S, ?> checked = (Measure<S, ?>) metric;
      metrics.add(checked);
    }
    return metrics;
  }

  private static boolean fits(Measure<?, ?> metric, Class<?> kind) {
    return metric.info().sample().equals(kind) && !(metric instanceof Comparison<?, ?>);
  }

  /** Checks the options, then reads the data. */
  private Asked asked() throws Trouble {
    Strata strata =
        within == null
            ? Strata.ALL_TOGETHER
            : Vocabulary.known("stratum for --within", within, STRATA);
    Level place = by == null ? null : Vocabulary.known("level for --by", by, PLACES);
    Level wanted = units == null ? null : Vocabulary.known("units", units, UNITS);
    if (top != null && top < 1) {
      throw Trouble.usage("--top is " + top + ", expected 1 or more");
    }
    try {
      Conventions conventions = Conventions.DEFAULT.with(weight).withMinimumCoverage(minCoverage);
      Scope scope =
          Scope.schools()
              .of(level)
              .during(year == null ? null : SchoolYear.parse(year))
              .withYearGap(yearGap);
      EquityData data = Input.data(files, mapping, spec.commandLine().getErr());
      return new Asked(data, scope, conventions, strata, place, wanted);
    } catch (IllegalArgumentException e) {
      throw Trouble.usage(e.getMessage());
    }
  }

  /** Everything about a question but the question. */
  private final class Asked {
    private final EquityData data;
    private final Scope scope;
    private final Conventions conventions;
    private final Strata strata;
    private final @Nullable Level place;
    private final @Nullable Level units;

    Asked(
        EquityData data,
        Scope scope,
        Conventions conventions,
        Strata strata,
        @Nullable Level place,
        @Nullable Level units)
        throws Trouble {
      this.data = data;
      this.conventions = conventions;
      this.strata = strata;
      this.place = place;
      this.units = units;
      try {
        this.scope = district == null ? scope : scope.in(data.district(district).id());
      } catch (IllegalArgumentException e) {
        throw Trouble.nothing(e.getMessage());
      }
    }

    Level level(List<Ratio> resource) {
      if (units != null) {
        return units;
      }
      boolean schools = resource.stream().anyMatch(r -> Vocabulary.isThere(r, data, Level.SCHOOL));
      boolean districts =
          resource.stream().anyMatch(r -> Vocabulary.isThere(r, data, Level.DISTRICT));
      return schools || !districts ? Level.SCHOOL : Level.DISTRICT;
    }

    Level level(Operand counted) {
      if (units != null) {
        return units;
      }
      return Vocabulary.isThere(counted, data, Level.SCHOOL)
              || !Vocabulary.isThere(counted, data, Level.DISTRICT)
          ? Level.SCHOOL
          : Level.DISTRICT;
    }

    Ratio choose(List<Ratio> ratios, Level at) {
      return Vocabulary.choose(ratios, data, at);
    }

    <S extends Sample<S>> Report run(Question<S> question, Level at, List<Measure<S, ?>> metrics)
        throws Trouble {
      Analysis<S> analysis =
          Analysis.of(data, question.within(strata)).of(scope.at(at)).under(conventions);
      for (Measure<S, ?> metric : metrics) {
        analysis = analysis.with(metric);
      }
      // Where the data do not name states, all units are one state.
      if (place != null && (place != Level.STATE || !data.units(Level.STATE).isEmpty())) {
        try {
          analysis = analysis.by(place);
        } catch (IllegalArgumentException e) {
          throw Trouble.usage(e.getMessage());
        }
      }
      Report report = analysis.run();
      return new Report(
          report.question() + ", " + at.words(2) + (scope.year() == null ? "" : " in " + year),
          report.results());
    }
  }

  /** Keeps the places where the first metric is highest, the highest first. */
  private static Report highest(Report report, int most) {
    Map<List<String>, List<Result>> places = new LinkedHashMap<>();
    for (Result result : report.results()) {
      places
          .computeIfAbsent(List.of(result.placeId(), result.stratum()), k -> new ArrayList<>())
          .add(result);
    }
    List<Result> kept =
        places.values().stream()
            .sorted((a, b) -> Double.compare(height(b.get(0)), height(a.get(0))))
            .limit(most)
            .flatMap(List::stream)
            .toList();
    return new Report(report.question(), kept);
  }

  private static double height(Result result) {
    return result.outcome() instanceof Outcome.Known<?> known && known.value() instanceof Double d
        ? d
        : Double.NEGATIVE_INFINITY;
  }

  /** Says on standard error how much has no answer; without any answer that is the exit code. */
  private int judge(Report report) throws Trouble {
    long all = report.results().size();
    List<Outcome.Undefined<?>> undefined = new ArrayList<>();
    for (Result result : report.results()) {
      if (result.outcome() instanceof Outcome.Undefined<?> none) {
        undefined.add(none);
      }
    }
    if (undefined.size() == all) {
      throw Trouble.nothing("no answer: " + (all == 0 ? "no place is in scope" : why(undefined)));
    }
    if (!undefined.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(undefined.size() + " of " + all + " numbers do not exist; the table says why");
    }
    return 0;
  }

  private static String why(List<Outcome.Undefined<?>> undefined) {
    Outcome.Undefined<?> first = undefined.get(0);
    return first.detail()
        + (first.requirement() == Condition.COVERAGE
            ? "; perhaps only some schools have it: try --level elementary, or --min-coverage"
            : "");
  }
}
