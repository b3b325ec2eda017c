package org.resourceequity.examples.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.RiskCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the metrics, or explains one. */
@Command(
    name = "metrics",
    description = "Lists the metrics, or explains one: formula, reading, range, requirements.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {"  equity metrics", "  equity metrics gini", "  equity metrics atkinson:0.75"})
final class MetricsCommand implements Callable<Integer> {

  private static final Map<Class<?>, String> QUESTIONS =
      Map.of(
          Distribution.class, "spread: How unequally is a resource spread?",
          GroupedValues.class, "gap: Do groups get different amounts?",
          CrossTab.class, "separation: How separately do groups attend?",
          PairedSample.class, "progressivity: Does the resource follow need?",
          RiskCounts.class, "risk: Is a group likelier to have the event?");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "METRIC", description = "Id of a metric.")
  private @Nullable String id;

  @Override
  public Integer call() throws Trouble {
    PrintWriter out = spec.commandLine().getOut();
    MetricCatalog catalog = MetricCatalog.load();
    if (id == null) {
      list(out, catalog);
    } else {
      explain(out, metric(catalog, id).info());
    }
    return 0;
  }

  /** Returns the metric with an id; an unknown one, or a wrong parameter, is a wrong word. */
  static Measure<?, ?> metric(MetricCatalog catalog, String id) throws Trouble {
    try {
      return catalog.get(id);
    } catch (IllegalArgumentException e) {
      throw Trouble.usage(e.getMessage());
    }
  }

  private static void list(PrintWriter out, MetricCatalog catalog) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"id", "name", "question"});
    for (Measure<?, ?> measure : catalog.all()) {
      MetricInfo info = measure.info();
      rows.add(new String[] {info.id(), info.name(), question(info)});
    }
    int first = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
    int second = rows.stream().mapToInt(row -> row[1].length()).max().orElse(0);
    for (String[] row : rows) {
      out.println(pad(row[0], first) + "  " + pad(row[1], second) + "  " + row[2]);
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String question(MetricInfo info) {
    return QUESTIONS.getOrDefault(info.sample(), info.sample().getSimpleName());
  }

  private static void explain(PrintWriter out, MetricInfo info) {
    line(out, "Metric", info.name());
    line(out, "Id", info.id() + ", definition version " + info.version());
    line(out, "Question", question(info));
    line(out, "Reading", info.reading());
    line(out, "Formula", info.formula());
    line(out, "Range", range(info));
    line(out, "Unit", info.unit().isEmpty() ? "a pure number" : info.unit());
    line(out, "Direction", direction(info.direction()));
    line(
        out,
        "Requires",
        info.requires().isEmpty()
            ? "nothing"
            : words(info.requires().stream().map(r -> r.name()).toList()));
    line(
        out,
        "Axioms",
        info.axioms().isEmpty()
            ? "none claimed"
            : words(info.axioms().stream().sorted().map(Enum::name).toList()));
    line(out, "Reference", info.reference());
  }

  private static void line(PrintWriter out, String name, String text) {
    out.println(pad(name, 9) + "  " + text);
  }

  private static String words(List<String> names) {
    return String.join(
        ", ", names.stream().map(n -> n.toLowerCase(Locale.ROOT).replace('_', ' ')).toList());
  }

  private static String range(MetricInfo info) {
    boolean low = info.low() > -Double.MAX_VALUE;
    boolean high = info.high() < Double.MAX_VALUE;
    if (low && high) {
      return number(info.low()) + " to " + number(info.high());
    }
    return low
        ? number(info.low()) + " or more"
        : high ? number(info.high()) + " or less" : "any number";
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String direction(Direction direction) {
    return switch (direction) {
      case LESS_EQUAL -> "higher is less equal";
      case MORE_EQUAL -> "higher is more equal";
      case NEUTRAL -> "higher is neither more nor less equal";
    };
  }
}
