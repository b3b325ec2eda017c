package org.resourceequity.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.Split;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Units;

/**
 * Decompositions against their definitions, computed with 40 digits by Python 3.11 and mpmath 1.3:
 * double sums over pairs, all orders of the Shapley values, each part from its own formula. A unit
 * without students is in the sample, and counts for nothing.
 */
@SuppressWarnings("unchecked") // The ids of each test are of one kind of measure.
class DecompositionNumbersTest {

  private static final MetricCatalog CATALOG =
      MetricCatalog.of(List.of(new InequalityProvider(), new DecompositionProvider()));

  private static final Distribution SCHOOLS =
      schools(
          List.of("p", "p", "q", "q", "q", "r", "s", "s", "t"),
          new double[] {6, 2, 9, 4, 12, 7, 5, 9, 100},
          new double[] {3, 1, 4, 2, 5, 2, 6, 1, 0});

  /** A year later, with other values and numbers of students. */
  private static final Distribution LATER =
      schools(
          List.of("p", "p", "q", "q", "q", "r", "s", "s", "t"),
          new double[] {7, 3, 8, 6, 10, 9, 4, 11, 50},
          new double[] {2, 2, 3, 4, 5, 1, 6, 3, 0});

  private static final Map<String, double[]> SOURCES = new LinkedHashMap<>();

  static {
    SOURCES.put("local", new double[] {4, 1, 5, 1, 9, 2, 3, 6, 90});
    SOURCES.put("state", new double[] {2, 0.5, 3, 2, 2, 5, 1, 3, 10});
    SOURCES.put("federal", new double[] {0, 0.5, 1, 1, 1, 0, 1, 0, 0});
  }

  private static Distribution schools(List<String> districts, double[] values, double[] weights) {
    return Distribution.of(
        Units.of(List.of("a", "b", "c", "d", "e", "f", "g", "h", "none"))
            .within("district", districts)
            .within("state", List.of("X", "X", "X", "X", "X", "Y", "Y", "Y", "Y")),
        values,
        weights);
  }

  private static void near(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
  }

  private static void holds(Parts parts, double... expected) {
    double[] actual = parts.parts().values().stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(actual).containsExactly(expected, within(1e-12));
  }

  private static Parts split(String id, Distribution sample) {
    return ((Split<Distribution>) CATALOG.get(id)).measure(sample).get();
  }

  private static Outcome<Parts> change(String id, Distribution before, Distribution after) {
    return ((Comparison<Distribution, Parts>) CATALOG.get(id)).measure(new Change<>(before, after));
  }

  private static UnitValues profile(String id) {
    return ((Profile<Distribution>) CATALOG.get(id)).measure(SCHOOLS).get();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nested-gini    | 0.075564971751412429  | 0.065913370998116761 | 0.082862523540489642
          nested-cv      | 0.15608633447992226   | 0.11109230107089022  | 0.1354603656378165
          nested-theil-t | 0.012577871885943331  | 0.02353782962279239  | 0.046148306567026485
          nested-hoover  | 0.075564971751412429  | 0.053672316384180791 | 0.04731638418079096
          nested-theil-l | 0.013051048330653354  | 0.024020507347714198 | 0.052686087430006851
          nested-generalised-entropy:2 | 0.012181471905689085 | 0.023510739741707854 | 0.045366870991691446
          nested-atkinson:0.5 | 0.0063919191252973933 | 0.011786688402204125 | 0.023887161799822806
          """)
  void levels(String id, double state, double district, double unit) {
    Parts parts = split(id, SCHOOLS);
    assertThat(parts.parts().keySet()).containsExactly("state", "district", "unit");
    holds(parts, state, district, unit);
    near(parts.total(), state + district + unit);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0.5, 0.0063919191252973933, 0.011862512623516461, 0.024329437088010793",
    "1, 0.012966252690904399, 0.023734311067321381, 0.051322232378557977"
  })
  void lossesMultiply(String epsilon, double state, double district, double unit) {
    assertThat(profile("nested-product-atkinson:" + epsilon).values())
        .containsExactly(new double[] {state, district, unit}, within(1e-12));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "-1, 0.038618694673382173, 0.030729166666666667, 0.030368033297720798, 0.0084045584045584046",
    "0, 0.037071555678367552, 0.015388585895512133, 0.030226317052015125, 0.0070711844824795928",
    "0.5, 0.036523965057947305, 0.011144422272832277, 0.030842991828465427, 0.0065240372509096889",
    "1, 0.036115701508735721, 0.0081876076753834641, 0.03191691254616283, 0.0060437863454801916",
    "2, 0.035692211647396939, 0.0045963803504740017, 0.035517484526390013, 0.0052530061148274305"
  })
  void entropyWithinAndBetween(String alpha, double between, double p, double q, double s) {
    UnitValues within = profile("entropy-within:" + alpha + ",district");
    assertThat(within.keys()).containsExactly("p", "q", "r", "s");
    assertThat(within.values()).containsExactly(new double[] {p, q, 0, s}, within(1e-12));
    GeneralisedEntropy index = InequalityMetrics.generalisedEntropy(Double.parseDouble(alpha));
    Parts parts = index.decompose(SCHOOLS, SCHOOLS.units().by("district"));
    near(parts.part(Decomposable.BETWEEN), between);
    near(parts.part(Decomposable.WITHIN), p + q + s);
    near(parts.total(), between + p + q + s);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'0.5,means-first', 0.018178607527501518, 0.024329437088010793, -0.00044227528818798762",
    "'0.5,ede-first', 0.017806805589503564, 0.024698769932305194, -0.0004398061944844347",
    "'1,means-first', 0.036392818683482362, 0.051322232378557977, -0.0018677606973844082",
    "'1,ede-first', 0.034947869015639383, 0.052742665100483998, -0.0018432437514674493"
  })
  void atkinson(String parameters, double between, double within, double joint) {
    Parts parts = split("atkinson-decomposition:" + parameters, SCHOOLS);
    holds(parts, between, within, joint);
    near(parts.total(), between + within + joint);
  }

  /** Dagum's parts by their own double sums; Pyatt's overlap is what two of them leave. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "pyatt, 0.14147834274952919, 0.050847457627118644, 0.032015065913370998",
    "dagum, 0.14147834274952919, 0.050847457627118644, 0.032015065913370998",
    "yitzhaki-lerman, 0.088833247731552816, 0.12876953554919657, 0.0067380830092694499"
  })
  void gini(String method, double between, double within, double rest) {
    Parts parts = split("gini-decomposition:" + method, SCHOOLS);
    holds(parts, between, within, rest);
    near(parts.total(), 0.224340866290019);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"gini, 0.73025516403402187", "theil-t, 0.53227716092419884"})
  void shareOfTheMostThereCouldBe(String index, double expected) {
    near(
        ((Metric<Distribution>) CATALOG.get("share-of-maximum-" + index)).measure(SCHOOLS).get(),
        expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "sources:shorrocks, 0.83874778499704666, 0.1331955109273479, 0.028056704075605434",
    "sources:lerman-yitzhaki, 0.18408662900188324, 0.038488700564971751, 0.0017655367231638418",
    "sources:elasticity, 0.21039714016397816, -0.11939696824182925, -0.091000171922148908"
  })
  void sources(String id, double local, double state, double federal) {
    Parts parts = split(id, SCHOOLS.withParts(SOURCES));
    assertThat(parts.parts().keySet()).containsExactly("local", "state", "federal");
    holds(parts, local, state, federal);
    near(parts.total(), local + state + federal);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "shapley-equalise-gini, 0.16886377903327056, 0.046100125549278092, 0.009376961707470182",
    "shapley-zero-gini, 0.1170887415894833, 0.044835645645008924, 0.062416479055526611",
    "shapley-equalise-cv, 0.30149836449485603, 0.078794162146313005, 0.022346474547459942",
    "shapley-zero-cv, 0.18787654456706167, 0.067591080146843098, 0.14717137647472421"
  })
  void sourcesInAllOrders(String id, double local, double state, double federal) {
    Parts parts = split(id, SCHOOLS.withParts(SOURCES));
    holds(parts, local, state, federal, 0);
    near(parts.total(), local + state + federal);
    assertThat(CATALOG.get(id)).hasToString(id);
  }

  @Test
  void changeOfTheil() {
    Parts exact = change("theil-l-change:district", SCHOOLS, LATER).get();
    assertThat(exact.parts().keySet())
        .containsExactly("within", "shares within", "shares between", "means");
    holds(exact, 0.0109485949486181, 0.00298597082633578, 0.00954119202723301, -0.0300868507391915);
    near(exact.total(), -0.00661109293700456);
    holds(
        change("theil-l-change-approximate:district", SCHOOLS, LATER).get(),
        0.0109485949486181,
        0.00298597082633578,
        -0.000295496886694293,
        -0.0207872995639504,
        0.000537137738686162);
    Parts t = change("theil-t-change:district", SCHOOLS, LATER).get();
    holds(t, 0.00958363261334756, 0.00441622691701419, -0.0295269612192802, 0.00929955117524115);
    near(t.total(), -0.00622755051367726);
  }

  /** A year later the district r is gone, and t has its school. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "change-gini:district, -0.028220885278143397, 0.00022539507856796707, 0.01706096705400934,"
        + " 0.007393656855547258, -0.0038267558528428094",
    "change-theil-t:district, -0.020939738258466422, 0.00018374943028074069, 0.010069292662520129,"
        + " 0.0069359870317232622, -0.0024768413797349671"
  })
  void changeOfAnIndex(
      String id, double means, double shares, double within, double removals, double additions) {
    Distribution after =
        schools(
            List.of("p", "p", "q", "q", "q", "t", "s", "s", "t"), LATER.values(), LATER.weights());
    Parts parts = change(id, SCHOOLS, after).get();
    assertThat(parts.parts().keySet())
        .containsExactly("means", "shares", "within", "removals", "additions");
    holds(parts, means, shares, within, removals, additions);
    near(parts.total(), means + shares + within + removals + additions);
  }

  @Test
  void periodsWithoutACommonDistrictHaveNoChange() {
    List<String> others = List.of("u", "u", "v", "v", "v", "w", "x", "x", "x");
    Distribution elsewhere = schools(others, LATER.values(), LATER.weights());
    for (String id : List.of("change-gini:district", "theil-l-change:district")) {
      Outcome<Parts> outcome = change(id, SCHOOLS, elsewhere);
      assertThat(((Outcome.Undefined<Parts>) outcome).requirement().name())
          .isEqualTo("EVERY_GROUP");
      assertThat(CATALOG.get(id)).hasToString(id);
    }
  }

  @Test
  void convergenceOfTheCoefficientOfVariation() {
    Comparison<Distribution, Double> sigma = DispersionMetrics.SIGMA_CONVERGENCE_OF_CV;
    near(sigma.measure(new Change<>(SCHOOLS, LATER)).get(), -0.0208092605310139);
    near(sigma.formula(new Change<>(SCHOOLS, LATER)), -0.0208092605310139);
  }

  @Test
  void allInOneLevelIsBetween() {
    // By hand: values equal within districts leave nothing to the units.
    Distribution equal =
        schools(
            List.of("p", "p", "q", "q", "q", "r", "s", "s", "t"),
            new double[] {2, 2, 8, 8, 8, 4, 4, 4, 9},
            SCHOOLS.weights());
    Parts parts = split("nested-gini", equal);
    assertThat(parts.part("unit")).isZero();
    Parts pyatt = split("gini-decomposition:pyatt", equal);
    assertThat(pyatt.part(Decomposable.WITHIN)).isZero();
    assertThat(pyatt.part(GiniDecomposition.OVERLAP)).isZero();
  }
}
