package org.resourceequity;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Curve;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.Split;
import org.resourceequity.metric.Transform;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;

/** The page of all metrics, from what the catalog knows about them. */
final class MetricsPage {

  private static final List<Family> FAMILIES =
      List.of(
          new Family("Inequality", "How unequally is a resource spread?", Distribution.class),
          new Family("Gaps", "Do groups get different amounts?", GroupedValues.class),
          new Family("Segregation", "How separately do groups attend?", CrossTab.class),
          new Family("Progressivity", "Does the resource follow need?", PairedSample.class),
          new Family(
              "Disproportionality", "Is a group likelier to have the event?", RiskCounts.class));

  private final StringBuilder page = new StringBuilder();

  private MetricsPage() {}

  /** One question and its sample. */
  private record Family(String name, String question, Class<? extends Sample<?>> sample) {}

  /** Returns the page. */
  static String of(MetricCatalog catalog) {
    return new MetricsPage().write(catalog);
  }

  private String write(MetricCatalog catalog) {
    line("# Metrics");
    line("");
    line(
        "Generated from the catalog. %d measures, by the question that they answer; parametric ones"
            .formatted(catalog.all().size()));
    line("at their usual values: ids such as `atkinson:0.75` give others.");
    line("");
    line(
        "Each example is measured on eight schools, section by section the same district: dollars");
    line("per pupil (inequality, progressivity by the share of students from low-income families,");
    line(
        "gaps between these students and others, segregation of them), and 24 of 200 against 30"
            + " of");
    line("800 students with an event (disproportionality).");
    line("");
    for (Family family : FAMILIES) {
      line(
          "- ["
              + family.name()
              + "](#"
              + family.name().toLowerCase(Locale.ROOT)
              + "): "
              + family.question());
    }
    line("- [Transforms](#transforms)");
    for (Family family : FAMILIES) {
      write(family, catalog);
    }
    transforms(catalog);
    return page.toString();
  }

  private void transforms(MetricCatalog catalog) {
    line("");
    line("## Transforms");
    line("");
    line("No measures: what is done to a sample before it is measured.");
    line("");
    line("| function | key | what it does | reference |");
    line("|---|---|---|---|");
    for (Transform transform : catalog.transforms()) {
      line(
          "| `%s` | %s | %s | %s |"
              .formatted(
                  transform.name(), transform.key(), transform.does(), transform.reference()));
    }
  }

  private void write(Family family, MetricCatalog catalog) {
    Map<String, List<Measure<?, ?>>> byId = new TreeMap<>();
    for (Measure<?, ?> measure : catalog.all()) {
      if (measure.info().sample().equals(family.sample())) {
        byId.computeIfAbsent(MetricId.of(measure.info().id()).name(), id -> new ArrayList<>())
            .add(measure);
      }
    }
    line("");
    line("## " + family.name());
    line("");
    line(family.question() + " Sample: `" + family.sample().getSimpleName() + "`.");
    line("");
    line("| id | metric | form |");
    line("|---|---|---|");
    byId.forEach(
        (id, measures) ->
            line(
                "| [`%s`](#%s) | %s | %s |"
                    .formatted(
                        id,
                        anchor(measures.get(0)),
                        measures.get(0).info().name(),
                        form(measures.get(0)))));
    byId.values().forEach(measures -> measures.forEach(this::write));
  }

  private static String heading(Measure<?, ?> measure) {
    return measure.info().name() + " `" + measure.info().id() + "`";
  }

  /** As GitHub makes anchors of headings. */
  private static String anchor(Measure<?, ?> measure) {
    return heading(measure)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private void write(Measure<?, ?> measure) {
    MetricInfo info = measure.info();
    line("");
    line("### " + heading(measure));
    line("");
    line("```math");
    line(info.formula());
    line("```");
    line("");
    line(
        "- "
            + info.key()
            + ", "
            + form(measure)
            + ", "
            + range(info)
            + unit(info)
            + direction(info));
    info.also().forEach((key, how) -> line("- Also " + key + ": " + how));
    line("- Undefined: " + undefined(info));
    line("- Claims: " + claims(info));
    line("- Example: " + example(measure));
    line("- " + info.reference());
  }

  private static String form(Measure<?, ?> measure) {
    if (measure instanceof Profile) {
      return "a number per unit or group";
    }
    if (measure instanceof Curve) {
      return "a curve";
    }
    if (measure instanceof Split) {
      return "parts that add up";
    }
    return measure instanceof Comparison ? "a comparison of two samples" : "a number";
  }

  private static String range(MetricInfo info) {
    boolean below = info.low() > -Double.MAX_VALUE;
    boolean above = info.high() < Double.MAX_VALUE;
    if (below && above) {
      return number(info.low()) + " to " + number(info.high());
    }
    if (below) {
      return "at least " + number(info.low());
    }
    return above ? "at most " + number(info.high()) : "any value";
  }

  private static String unit(MetricInfo info) {
    return info.unit().isEmpty() ? "" : " " + info.unit();
  }

  private static String direction(MetricInfo info) {
    return switch (info.direction()) {
      case LESS_EQUAL -> "; a higher value is less equal";
      case MORE_EQUAL -> "; a higher value is more equal";
      case NEUTRAL -> "";
    };
  }

  private static String undefined(MetricInfo info) {
    return info.requires().isEmpty()
        ? "never"
        : info.requires().stream().map(MetricsPage::words).distinct().collect(joining("; "));
  }

  private static String words(Requirement requirement) {
    return switch (requirement.name()) {
      case "SOME_UNITS" -> "no unit has weight";
      case "TWO_UNITS" -> "fewer than two units have weight";
      case "ENOUGH_UNITS" -> "there are too few units or members";
      case "MINIMUM_COUNTS" -> "a group is too small";
      case "EVERY_GROUP" -> "a group that is compared has no members";
      case "ALL_WEIGHTED_GROUPS" -> "a group that has a weight has no members";
      case "SEPARATE_SIDES" -> "the group is compared with everybody, itself included";
      case "FOCUS_EVENTS" -> "the group has no events";
      case "COMPARISON_EVENTS" -> "the group compared with has none";
      case "WEIGHTED_COMPARISON_EVENTS" -> "the groups compared with have no events";
      case "PAIR_VARIATION", "GROUP_VARIATION" -> "all have the event, or nobody";
      case "NO_EMPTY_CELL" -> "a cell of the table is empty";
      case "WHOLE_COUNTS" -> "a count is not a whole number";
      case "WHOLE_WEIGHTS" -> "a weight is not a whole number";
      case "HAS_LEVEL" -> "the units have no such level above them";
      case "HAS_ANY_LEVEL" -> "the units have no level above them";
      case "HAS_PARTS" -> "the values have no parts";
      case "HAS_COVARIATES" -> "a covariate is missing";
      case "POSITIVE_COVARIATE" -> "the covariate is missing, or not positive somewhere";
      case "POSITIVE_NEED" -> "need is not positive somewhere";
      case "SOME_NEED" -> "need is negative somewhere, or zero everywhere";
      case "POSITIVE_TOTAL" -> "the total is not positive";
      case "POSITIVE_MEDIAN" -> "the median is not positive";
      case "POSITIVE_QUANTILE" -> "a quantile is not positive";
      case "POSITIVE_BOTTOM" -> "the lowest have nothing";
      case "NO_NEGATIVES" -> "a value is negative";
      case "NO_ZEROS" -> "a value is zero";
      case "KNOWN_BOUNDS" -> "a value is outside of the bounds";
      case "VALUES_VARY" -> "the values do not differ";
      case "VALUES_BELOW_MEDIAN" -> "no value is below the median";
      case "VALUES_ABOVE_MEDIAN" -> "no value is above the median";
      case "VALUES_BELOW_TARGET" -> "no value is below the target";
      case "VARIATION" -> "what is compared does not differ";
      case "INDEPENDENT_COLUMNS" -> "a covariate follows from the others";
      case "CONVERGENCE" -> "an iteration does not converge";
      case "REPRESENTABLE" -> "the value does not fit into a double";
      default -> throw new IllegalArgumentException("no words for " + requirement.name());
    };
  }

  private static String plain(String constant) {
    return constant
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace("pigou dalton", "Pigou-Dalton");
  }

  private static String claims(MetricInfo info) {
    return info.axioms().isEmpty()
        ? "none"
        : info.axioms().stream().sorted().map(axiom -> plain(axiom.name())).collect(joining(", "));
  }

  private static String example(Measure<?, ?> measure) {
    if (measure instanceof Comparison) {
      return "needs two samples.";
    }
    Outcome<?> outcome = measured(measure);
    if (outcome instanceof Outcome.Undefined<?> undefined) {
      return "undefined here, " + undefined.detail() + ".";
    }
    String value = value(outcome.get());
    return measure.info().reading().contains("{value}")
        ? measure.info().reading().replace("{value}", value)
        : measure.info().reading() + " (" + value + ")";
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // MetricInfo.sample() says which kind it takes.
  private static Outcome<?> measured(Measure<?, ?> measure) {
    return ((Measure) measure).measure(sample(measure.info()));
  }

  private static Sample<?> sample(MetricInfo info) {
    Class<?> kind = info.sample();
    if (kind.equals(Distribution.class)) {
      return EightSchools.distribution();
    }
    if (kind.equals(GroupedValues.class)) {
      return EightSchools.groups(EightSchools.perPupil());
    }
    if (kind.equals(CrossTab.class)) {
      return EightSchools.table();
    }
    return kind.equals(PairedSample.class) ? EightSchools.paired() : EightSchools.risks();
  }

  private static String value(Object value) {
    if (value instanceof Parts parts) {
      return number(parts.total())
          + parts.parts().entrySet().stream()
              .map(part -> part.getKey() + " " + number(part.getValue()))
              .collect(joining(", ", " (", ")"));
    }
    if (value instanceof UnitValues values) {
      List<String> each = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        each.add(values.keys().get(i) + " " + number(values.value(i)));
      }
      return String.join(", ", each);
    }
    return value instanceof Double number ? number(number) : value.toString();
  }

  /** Five significant digits. */
  private static String number(double value) {
    java.math.BigDecimal rounded =
        new java.math.BigDecimal(value).round(new java.math.MathContext(5)).stripTrailingZeros();
    return rounded.scale() > 9 ? rounded.toString() : rounded.toPlainString();
  }

  private void line(String text) {
    page.append(text).append("\n");
  }
}
