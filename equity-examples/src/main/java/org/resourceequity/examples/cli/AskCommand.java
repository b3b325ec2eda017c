package org.resourceequity.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Analysis;
import org.resourceequity.analysis.Conventions;
import org.resourceequity.analysis.Exclusions;
import org.resourceequity.analysis.Question;
import org.resourceequity.analysis.Report;
import org.resourceequity.analysis.Result;
import org.resourceequity.analysis.Scope;
import org.resourceequity.analysis.Sensitivity;
import org.resourceequity.analysis.Strata;
import org.resourceequity.analysis.Weighting;
import org.resourceequity.inference.Draws;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Outcome;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Fund;
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
      "Asks one of five questions and answers with the metrics you choose.",
      "The questions are:",
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
      "  equity ask spread --of class-size-k3 --within school-level --by district --top 20",
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

  /** So many ids are named in a message. */
  private static final int SHOWN = 12;

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

  @Option(
      names = "--sources",
      split = ",",
      paramLabel = "SOURCE",
      description =
          "For spread: the value in parts by source of money, such as federal,state,local.")
  private List<String> sources = List.of();

  @Option(
      names = "--covariate",
      paramLabel = "NAME=RESOURCE",
      description =
          "For progressivity: what is held constant beside need; \"target=...\" is what a"
              + " unit should have. May be given several times.")
  private Map<String, String> covariates = new LinkedHashMap<>();

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "The group it is about; for separation and risk several, with commas.")
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
      paramLabel = "UNIT",
      description = "students or units: what a school counts by; students if not given.")
  private Weighting weight = Weighting.STUDENTS;

  @Option(
      names = "--min-coverage",
      paramLabel = "SHARE",
      description = "Share of students that must be covered, 0.8 if not given.")
  private double minCoverage = Conventions.DEFAULT.minimumCoverage();

  @Option(names = "--without-charters", description = "Leave out charter schools and districts.")
  private boolean withoutCharters;

  @Option(
      names = "--smallest",
      paramLabel = "N",
      description = "Leave out units with fewer students than N.")
  private double smallest;

  @Option(
      names = "--tails",
      paramLabel = "SHARE",
      description = "Leave out this share of the weight at each end of the values, such as 0.05.")
  private double tails;

  @Option(
      names = "--interval",
      paramLabel = "DRAWS",
      description =
          "A 95%% interval, as if students, units or clusters (districts) were drawn by"
              + " chance; without it the numbers are those of a census.")
  private @Nullable Draws interval;

  @Option(
      names = "--since",
      paramLabel = "YEAR",
      description =
          "What changed from this year to --year, by metrics such as lorenz-dominance or"
              + " mutual-information-change.")
  private @Nullable String since;

  @Option(
      names = "--explain",
      paramLabel = "N",
      description = "The N units that contribute most to each metric.")
  private @Nullable Integer explain;

  @Option(
      names = "--sensitivity",
      description =
          "The first metric under other weightings and without charters, small units and"
              + " tails; further metrics are taken as other definitions of it.")
  private boolean sensitivity;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Only the N places where the first metric is highest.")
  private @Nullable Integer top;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, csv or json; text if not given.")
  private ReportWriter format = ReportWriter.TEXT;

  @Override
  public Integer call() throws Trouble {
    Vocabulary.known("question", question, QUESTIONS);
    Asked<?> asked =
        switch (question) {
          case "spread" -> spread();
          case "gap" -> gap();
          case "separation" -> separation();
          case "progressivity" -> progressivity();
          default -> risk();
        };
    if (sensitivity) {
      spec.commandLine().getOut().println(asked.card().toText().stripTrailing());
      return 0;
    }
    Report report = asked.report();
    if (top != null) {
      report = highest(report, top);
    }
    boolean answered = report.results().stream().anyMatch(r -> r.outcome().isKnown());
    if (answered || format != ReportWriter.TEXT) {
      spec.commandLine().getOut().println(format.write(report).stripTrailing());
    }
    return judge(report, asked.data.store);
  }

  private Asked<Distribution> spread() throws Trouble {
    Data data = data();
    List<Ratio> resource = Vocabulary.ratios(required("--of", of), data.store);
    if (!sources.isEmpty()) {
      List<Fund> funds = new ArrayList<>();
      for (String source : sources) {
        funds.add(Vocabulary.known("source of money", source.strip(), Vocabulary.FUNDS));
      }
      for (Ratio ratio : resource) {
        if (ratio instanceof Ratio.Pooled pooled) {
          Level at = data.level(pooled.numerator().with(funds.get(0)));
          return new Asked<>(data, Question.spread(pooled, funds), at, Distribution.class);
        }
      }
      throw Trouble.usage("--sources needs a resource in dollars, such as spending-per-student");
    }
    Level at = data.level(resource);
    return new Asked<>(data, Question.spread(data.choose(resource, at)), at, Distribution.class);
  }

  private Asked<GroupedValues> gap() throws Trouble {
    Data data = data();
    List<Ratio> resource = Vocabulary.ratios(required("--of", of), data.store);
    Group first = Vocabulary.group(required("--group", group));
    Group second = Vocabulary.group(required("--versus", versus));
    Level at = data.level(resource);
    return new Asked<>(
        data, Question.gap(data.choose(resource, at), first, second), at, GroupedValues.class);
  }

  private Asked<CrossTab> separation() throws Trouble {
    Data data = data();
    List<Group> groups = groups();
    if (versus != null) {
      groups.add(Vocabulary.group(versus));
    }
    Question<CrossTab> asked =
        groups.size() == 1
            ? Question.separation(groups.get(0))
            : Question.separation(List.copyOf(groups));
    return new Asked<>(data, asked, data.level(Operands.enrolment(groups.get(0))), CrossTab.class);
  }

  private Asked<PairedSample> progressivity() throws Trouble {
    Data data = data();
    List<Ratio> resource = Vocabulary.ratios(required("--of", of), data.store);
    List<Ratio> needs = Vocabulary.ratios(required("--need", need), data.store);
    Level at = data.level(resource);
    Map<String, Ratio> others = new LinkedHashMap<>();
    for (Map.Entry<String, String> other : covariates.entrySet()) {
      others.put(other.getKey(), data.choose(Vocabulary.ratios(other.getValue(), data.store), at));
    }
    return new Asked<>(
        data,
        Question.progressivity(data.choose(resource, at), data.choose(needs, at), others),
        at,
        PairedSample.class);
  }

  private Asked<RiskCounts> risk() throws Trouble {
    Data data = data();
    Operand event = Vocabulary.event(required("--of", of), data.store);
    return new Asked<>(data, Question.risk(event, groups()), data.level(event), RiskCounts.class);
  }

  private List<Group> groups() throws Trouble {
    List<Group> groups = new ArrayList<>();
    for (String name : required("--group", group).split(",", -1)) {
      groups.add(Vocabulary.group(name.strip()));
    }
    return groups;
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
    if (since != null && with.isEmpty()) {
      throw Trouble.usage("--since needs --with, such as " + some(fitting(catalog, kind)));
    }
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
                + (since == null ? "\"; these do: " : "\" with --since; these do: ")
                + some(fitting(catalog, kind)));
      }
      // Safe: info().sample() is the class that the metric measures.
      @SuppressWarnings("unchecked")
      Measure<S, ?> checked = (Measure<S, ?>) metric;
      metrics.add(checked);
    }
    return metrics;
  }

  private List<String> fitting(MetricCatalog catalog, Class<?> kind) {
    return catalog.all().stream()
        .filter(metric -> fits(metric, kind))
        .map(metric -> metric.info().id())
        .toList();
  }

  private static String some(List<String> ids) {
    return ids.size() <= SHOWN
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, SHOWN))
            + " and "
            + (ids.size() - SHOWN)
            + " more; \"equity metrics\" lists them";
  }

  /** Comparisons need two years, all others one. */
  private boolean fits(Measure<?, ?> metric, Class<?> kind) {
    return metric.info().sample().equals(kind)
        && (metric instanceof Comparison<?, ?>) == (since != null);
  }

  /** Checks the options, then reads the data. */
  private Data data() throws Trouble {
    Strata strata =
        within == null
            ? Strata.ALL_TOGETHER
            : Vocabulary.known("stratum for --within", within, STRATA);
    Level place = by == null ? null : Vocabulary.known("level for --by", by, PLACES);
    Level wanted = units == null ? null : Vocabulary.known("units", units, UNITS);
    if (top != null && top < 1) {
      throw Trouble.usage("--top is " + top + ", expected 1 or more");
    }
    if (explain != null && explain < 1) {
      throw Trouble.usage("--explain is " + explain + ", expected 1 or more");
    }
    try {
      Conventions conventions =
          Conventions.DEFAULT
              .with(weight)
              .withMinimumCoverage(minCoverage)
              .with(new Exclusions(withoutCharters, smallest, tails));
      Scope scope =
          Scope.schools()
              .of(level)
              .during(year == null ? null : SchoolYear.parse(year))
              .withYearGap(yearGap);
      SchoolYear first = since == null ? null : SchoolYear.parse(since);
      EquityData store = Input.data(files, mapping, spec.commandLine().getErr());
      return new Data(store, inDistrict(store, scope), conventions, strata, place, wanted, first);
    } catch (IllegalArgumentException e) {
      throw Trouble.usage(e.getMessage());
    }
  }

  private Scope inDistrict(EquityData store, Scope scope) throws Trouble {
    try {
      return district == null ? scope : scope.in(store.district(district).id());
    } catch (IllegalArgumentException e) {
      throw Trouble.nothing(e.getMessage());
    }
  }

  /** Everything about a question but the question. */
  private record Data(
      EquityData store,
      Scope scope,
      Conventions conventions,
      Strata strata,
      @Nullable Level place,
      @Nullable Level units,
      @Nullable SchoolYear since) {

    Level level(List<Ratio> resource) {
      return units == null ? Vocabulary.level(resource, store) : units;
    }

    Level level(Operand counted) {
      return units == null ? Vocabulary.level(counted, store) : units;
    }

    Ratio choose(List<Ratio> ratios, Level at) {
      return Vocabulary.choose(ratios, store, at);
    }
  }

  /** A question, the data it is asked of, and the metrics that answer. */
  private final class Asked<S extends Sample<S>> {
    private final Data data;
    private final Level at;
    private final List<Measure<S, ?>> metrics;
    private final Analysis<S> analysis;

    Asked(Data data, Question<S> question, Level at, Class<S> kind) throws Trouble {
      this.data = data;
      this.at = at;
      this.metrics = metrics(kind);
      Analysis<S> plain =
          Analysis.of(data.store, question.within(data.strata))
              .of(data.scope.at(at))
              .under(data.conventions);
      this.analysis = interval == null ? plain : plain.intervals(interval);
    }

    Report report() throws Trouble {
      if (explain != null) {
        return explained(explain);
      }
      Report report = data.since == null ? values() : changes(data.since);
      return new Report(
          report.question()
              + ", "
              + at.words(2)
              + (data.scope.year() == null ? "" : " in " + data.scope.year()),
          report.results());
    }

    private Report values() throws Trouble {
      Analysis<S> asked = analysis;
      for (Measure<S, ?> metric : metrics) {
        asked = asked.with(metric);
      }
      // Where the data do not name states, all units are one state.
      if (data.place != null
          && (data.place != Level.STATE || !data.store.units(Level.STATE).isEmpty())) {
        try {
          asked = asked.by(data.place);
        } catch (IllegalArgumentException e) {
          throw Trouble.usage(e.getMessage());
        }
      }
      return asked.run();
    }

    @SuppressWarnings("unchecked") // Only comparisons fit when --since is given.
    private Report changes(SchoolYear since) {
      Analysis<S> before = analysis.of(data.scope.at(at).during(since));
      Report all = new Report("", List.of());
      for (Measure<S, ?> metric : metrics) {
        Report one = before.changeTo(analysis, (Comparison<S, ?>) (Measure<?, ?>) metric);
        List<Result> results = new ArrayList<>(all.results());
        results.addAll(one.results());
        all = new Report(one.question(), results);
      }
      return all;
    }

    @SuppressWarnings("unchecked") // The metric measures S, as those of metrics() do.
    private Report explained(int most) throws Trouble {
      List<Result> results = new ArrayList<>();
      String asked = "";
      for (Measure<S, ?> metric : metrics) {
        if (metric instanceof Explained<?>) {
          Report one = analysis.explain((Explained<S>) (Measure<?, ?>) metric, most);
          asked = one.question();
          results.addAll(one.results());
        }
      }
      if (results.isEmpty()) {
        throw Trouble.usage("none of the metrics has contributions that add up");
      }
      return new Report(asked, results);
    }

    @SuppressWarnings("unchecked") // The metric measures S, as those of metrics() do.
    Sensitivity card() throws Trouble {
      List<Metric<S>> numbers = new ArrayList<>();
      for (Measure<S, ?> metric : metrics) {
        if (metric instanceof Metric<?>) {
          numbers.add((Metric<S>) (Measure<?, ?>) metric);
        }
      }
      if (numbers.isEmpty()) {
        throw Trouble.usage("--sensitivity needs a metric that is one number");
      }
      Sensitivity.Builder<S> card = Sensitivity.of(analysis.with(numbers.get(0))).weighting();
      for (Metric<S> other : numbers.subList(1, numbers.size())) {
        card = card.definition(other);
      }
      return card.exclusions(smallest > 0 ? smallest : 100, tails > 0 ? tails : 0.05).run();
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
  private int judge(Report report, EquityData store) throws Trouble {
    long all = report.results().size();
    List<Outcome.Undefined<?>> undefined = new ArrayList<>();
    for (Result result : report.results()) {
      if (result.outcome() instanceof Outcome.Undefined<?> none) {
        undefined.add(none);
      }
    }
    if (undefined.size() == all) {
      throw Trouble.nothing(
          "no answer: " + (all == 0 ? "no place is in scope" : why(undefined, store)));
    }
    if (!undefined.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(undefined.size() + " of " + all + " numbers do not exist; the table says why");
    }
    return 0;
  }

  private static String why(List<Outcome.Undefined<?>> undefined, EquityData store) {
    Outcome.Undefined<?> first = undefined.get(0);
    boolean enrolled =
        Vocabulary.isThere(Operands.ENROLMENT, store, Level.SCHOOL)
            || Vocabulary.isThere(Operands.ENROLMENT, store, Level.DISTRICT);
    List<String> counts = enrolled ? List.of() : Vocabulary.otherCounts(store);
    return first.detail()
        + (counts.isEmpty() ? "" : "; " + Questions.uncounted(counts))
        + (first.requirement() == Condition.APPLICABLE ? Vocabulary.instead(store) : "")
        + (first.requirement() == Condition.COVERAGE
            ? "; perhaps only some schools have it: try --level elementary, or --min-coverage"
            : "");
  }
}
