package org.resourceequity.examples.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Transform;
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
    footer = {
      "  equity metrics",
      "  equity metrics gini",
      "  equity metrics atkinson:0.75",
      "  equity metrics AC-NOVICE"
    })
final class MetricsCommand implements Callable<Integer> {

  private static final Map<Class<?>, String> QUESTIONS =
      Map.of(
          Distribution.class, "spread: How unequally is a resource spread?",
          GroupedValues.class, "gap: Do groups get different amounts?",
          CrossTab.class, "separation: How separately do groups attend?",
          PairedSample.class, "progressivity: Does the resource follow need?",
          RiskCounts.class, "risk: Is a group likelier to have the event?");

  /** Ids are in lower case, keys in upper case. */
  private static final Pattern KEY = Pattern.compile("[A-Z0-9]+-[A-Z0-9-]+");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "METRIC",
      description = "Id of a metric, or a key of the metric specification such as HD-GINI.")
  private @Nullable String id;

  @Override
  public Integer call() throws Trouble {
    PrintWriter out = spec.commandLine().getOut();
    MetricCatalog catalog = MetricCatalog.load();
    if (id == null) {
      list(out, catalog.all());
    } else if (KEY.matcher(id).matches()) {
      answers(out, catalog, id);
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

  /** Explains what answers a key; lists it if there are several. */
  private static void answers(PrintWriter out, MetricCatalog catalog, String key) throws Trouble {
    List<Measure<?, ?>> measures = catalog.withKey(key);
    List<Transform> transforms =
        catalog.transforms().stream().filter(t -> t.key().equals(key)).toList();
    if (measures.isEmpty() && transforms.isEmpty()) {
      throw Trouble.usage("no metric answers the key \"" + key + "\"");
    }
    if (measures.size() == 1) {
      explain(out, measures.get(0).info());
    } else if (!measures.isEmpty()) {
      list(out, measures);
      measures.forEach(
          measure -> {
            String how = measure.info().also().get(key);
            if (how != null) {
              line(out, key, measure.info().id() + ": " + how);
            }
          });
    }
    transforms.forEach(t -> line(out, "Transform", t.name() + ": " + t.does()));
  }

  private static void list(PrintWriter out, Collection<Measure<?, ?>> measures) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"id", "name", "question"});
    for (Measure<?, ?> measure : measures) {
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
    line(out, "Key", info.key());
    info.also().forEach((key, how) -> line(out, "Also", key + ": " + how));
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
