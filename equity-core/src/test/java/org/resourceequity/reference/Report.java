package org.resourceequity.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.resourceequity.reference.Excuses.Excuse;
import tools.jackson.databind.JsonNode;

/**
 * Compares cases with the library and counts.
 *
 * <ul>
 *   <li>A target is matched if every number lies within the tolerance.
 *   <li>Where a peer is known to be wrong, or to take another convention, the library must give the
 *       independent value and differ from the peer's by more than the tolerance.
 *   <li>Cases without a second source, and what peers do where a measure is undefined, are reported
 *       and are no targets.
 *   <li>A case whose parameters or data the call does not understand is uncovered.
 *   <li>Cases on data that are not there stand outside the count.
 * </ul>
 */
final class Report {

  /** Relative tolerance towards a value of an independent formula. */
  private static final double INDEPENDENT = 1e-9;

  /** How many Monte Carlo standard errors a simulated value may be off. */
  private static final double STANDARD_ERRORS = 4;

  /** Not replication invariant in the peer that computed it, so no target. */
  private static final Set<String> REPORTED = Set.of("zenga", "standard_error_zenga");

  private static final Pattern MONTE_CARLO =
      Pattern.compile("Monte Carlo error about ([0-9]+\\.[0-9]+)");

  private final List<CaseTable> tables;
  private final String only;
  private final Excuses excuses;
  private final List<String> mismatches = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final Map<String, Integer> matched = new TreeMap<>();
  private final Map<String, Integer> uncovered = new TreeMap<>();
  private final Map<String, Integer> excused = new TreeMap<>();
  private final Map<String, Integer> reported = new TreeMap<>();
  private final Map<String, Integer> withoutData = new TreeMap<>();
  private int cases;

  Report(List<CaseTable> tables, String only) {
    this.tables = tables;
    this.only = only;
    this.excuses = Excuses.read(tables);
    if (!only.isEmpty() && tables.stream().noneMatch(t -> t.family().equals(only))) {
      throw new IllegalArgumentException(
          "no family \"" + only + "\" among " + tables.stream().map(CaseTable::family).toList());
    }
  }

  /** Checks one case. */
  void check(Case one, Datasets datasets) {
    if (!one.dataset().isEmpty() && !datasets.has(one.dataset())) {
      count(withoutData, one.dataset());
      return;
    }
    CaseTable table = null;
    Figure figure = null;
    for (CaseTable candidate : tables) {
      Optional<Figure> found = candidate.find(one);
      if (found.isPresent()) {
        table = candidate;
        figure = found.get();
        break;
      }
    }
    if (!only.isEmpty() && table != null && !table.family().equals(only)) {
      return;
    }
    if (!isTarget(one)) {
      count(reported, figure == null ? "without a call" : agreement(one, figure));
      return;
    }
    cases++;
    Optional<Excuse> excuse = excuses.find(one);
    if (excuse.isPresent()) {
      count(excused, excuse.get().toString());
    } else if (figure == null || table == null) {
      count(uncovered, String.join(" / ", one.names()));
    } else {
      compare(one, figure, table.family());
    }
  }

  private void compare(Case one, Figure figure, String family) {
    try {
      Optional<String> wrong = wrong(one, figure);
      if (wrong.isPresent()) {
        mismatches.add(family + " " + one.metric() + " " + one.id() + ": " + wrong.get());
      } else {
        count(matched, family);
      }
    } catch (RuntimeException e) {
      failures.add(one.id() + ": " + e);
      count(uncovered, String.join(" / ", one.names()) + ", cannot be computed: " + e);
    }
  }

  private static void count(Map<String, Integer> counts, String name) {
    counts.merge(name, 1, Integer::sum);
  }

  private static boolean isTarget(Case one) {
    if (one.isPeer()) {
      return one.json().path("referenceAgrees").isBoolean();
    }
    return one.kind().equals("value") && !REPORTED.contains(one.metric());
  }

  private static String agreement(Case one, Figure figure) {
    JsonNode value = one.json().path(one.isPeer() ? "expected" : "value");
    try {
      Optional<String> wrong =
          value.isString() || value.isNull() ? Optional.of("") : wrong(one, figure, value, -1);
      return wrong.isEmpty() ? "same as the library" : "other than the library";
    } catch (RuntimeException e) {
      return "without a number of the library";
    }
  }

  /** Returns what is wrong with a target. */
  private static Optional<String> wrong(Case one, Figure figure) {
    if (!one.isPeer()) {
      return wrong(one, figure, one.json().path("value"), -1);
    }
    JsonNode expected = one.json().path("expected");
    if (one.json().get("referenceAgrees").asBoolean()) {
      return wrong(one, figure, expected, -1);
    }
    Matcher simulated = MONTE_CARLO.matcher(one.note());
    double slack = simulated.find() ? STANDARD_ERRORS * Double.parseDouble(simulated.group(1)) : 0;
    return wrong(one, figure, one.json().path("independentReference"), slack)
        .or(
            () ->
                wrong(one, figure, expected, -1).isPresent()
                    ? Optional.empty()
                    : Optional.of("the same as the peer, which is wrong or of another convention"));
  }

  /**
   * Compares with an expected value.
   *
   * @param slack absolute tolerance beside {@link #INDEPENDENT}; negative for the case's own
   */
  private static Optional<String> wrong(Case one, Figure figure, JsonNode expected, double slack) {
    double[] numbers;
    try {
      numbers = Figure.numbers(figure.of(one));
    } catch (Figure.Undefined e) {
      return Optional.of("expected " + expected + ", " + e.getMessage());
    }
    double scale = one.isPeer() ? one.number("scale", 1) : 1;
    double[] values =
        expected.isArray()
            ? expected.valueStream().mapToDouble(JsonNode::asDouble).toArray()
            : new double[] {expected.asDouble()};
    if (numbers.length != values.length) {
      return Optional.of("expected " + expected + ", got " + Arrays.toString(numbers));
    }
    for (int i = 0; i < values.length; i++) {
      double tolerance =
          slack < 0 ? tolerance(one, values[i]) : slack + INDEPENDENT * Math.abs(values[i]);
      double got = scale * numbers[i];
      if (!(Math.abs(got - values[i]) <= tolerance)) {
        return Optional.of(
            "expected " + values[i] + ", got " + got + (values.length > 1 ? " at " + i : ""));
      }
    }
    return Optional.empty();
  }

  private static double tolerance(Case one, double value) {
    JsonNode tolerance = one.json().path("tolerance");
    if (!tolerance.isObject() && !tolerance.isNumber()) {
      return INDEPENDENT * Math.max(1, Math.abs(value));
    }
    return tolerance.isObject()
        ? tolerance.path("abs").asDouble(0) + tolerance.path("rel").asDouble(0) * Math.abs(value)
        : tolerance.asDouble();
  }

  /** Returns the cases that the library does not match, each with both numbers. */
  List<String> mismatches() {
    return mismatches;
  }

  /** Returns the cases that have a call, which could not be made; they count as uncovered. */
  List<String> failures() {
    return failures;
  }

  /** Returns the excuses that no case needed. */
  List<Excuse> needlessExcuses() {
    return only.isEmpty() ? excuses.unused() : List.of();
  }

  /** Returns what stands behind the closing line. */
  String details() {
    StringBuilder text = new StringBuilder();
    mismatches.forEach(
        mismatch -> text.append("reference mismatch: ").append(mismatch).append("\n"));
    section(text, "matched", matched);
    section(text, "excused, counted as uncovered", excused);
    section(text, "uncovered", uncovered);
    section(text, "reported, no targets", reported);
    section(text, "on data that are not there, outside the count", withoutData);
    return text.toString().stripTrailing();
  }

  private static void section(StringBuilder text, String title, Map<String, Integer> counts) {
    if (!counts.isEmpty()) {
      text.append("reference ").append(title).append(" (").append(sum(counts)).append("):\n");
      counts.forEach(
          (name, n) -> text.append("  ").append(n).append(" ").append(name).append("\n"));
    }
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns the closing line. */
  String line() {
    return "reference: "
        + cases
        + " cases, "
        + sum(matched)
        + " matched, "
        + mismatches.size()
        + " mismatched, "
        + (sum(uncovered) + sum(excused))
        + " uncovered";
  }
}
