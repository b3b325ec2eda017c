package org.resourceequity.segregation;

import static org.resourceequity.sample.Condition.REPRESENTABLE;
import static org.resourceequity.sample.Condition.SOME_UNITS;
import static org.resourceequity.sample.Condition.VARIATION;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.FocusHasMembers;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/**
 * How many groups are there, and how even? Of all members together, and of each unit; units without
 * members have no value.
 *
 * <ul>
 *   <li>{@link #ENTROPY}, {@link #entropy}, {@link #NORMALISED_ENTROPY}, {@link #UNIT_ENTROPY},
 *       {@link #NORMALISED_UNIT_ENTROPY}: Shannon
 *   <li>{@link #CONDITIONAL_ENTROPY}: what is left when the unit is known; {@link
 *       #ENTROPY_OF_UNITS}: how members spread over units
 *   <li>{@link #SIMPSON_INTERACTION}, {@link #SIMPSON_CONCENTRATION}, {@link
 *       #UNIT_SIMPSON_INTERACTION}, {@link #UNIT_SIMPSON_CONCENTRATION}: chance that two members
 *       are of different groups, of one group
 *   <li>{@link #hill}, {@link #unitHill}, {@link #renyi}, {@link #unitRenyi}: effective numbers and
 *       their logarithm
 *   <li>{@link #EFFECTIVE_GROUPS}, {@link #EFFECTIVE_COMMUNITIES}: exp(E) and exp(M)
 *   <li>{@link #LOCATION_QUOTIENTS}: where a group is more frequent than elsewhere
 * </ul>
 */
public final class DiversityMetrics {

  static final String ENTROPY_NAME = "entropy";
  static final String HILL = "hill";
  static final String RENYI = "renyi";
  static final String UNIT_HILL = "unit-hill";
  static final String UNIT_RENYI = "unit-renyi";

  private static final String SHANNON =
      "Shannon, C. E. (1948), A mathematical theory of communication,"
          + " doi:10.1002/j.1538-7305.1948.tb01338.x; Theil, H. (1972), Statistical Decomposition"
          + " Analysis";
  private static final String SIMPSON =
      "Simpson, E. H. (1949), Measurement of diversity, doi:10.1038/163688a0;"
          + " Lieberson, S. (1969), Measuring population diversity, doi:10.2307/2095977";
  private static final String HILL_1973 =
      "Hill, M. O. (1973), Diversity and evenness: a unifying notation and its consequences,"
          + " doi:10.2307/1934352";

  /** Entropy of the groups, in nats. */
  public static final Metric<CrossTab> ENTROPY = ofEntropy(MutualInformation.NATS);

  /** Entropy of the groups relative to that of groups of one size. */
  public static final Metric<CrossTab> NORMALISED_ENTROPY =
      Metric.of(
          MetricInfo.of("entropy:normalised", "SM-E", "Normalised entropy", CrossTab.class)
              .range(0, 1)
              .requires(SOME_UNITS, VARIATION)
              .claims(Axiom.ORGANISATIONAL_EQUIVALENCE, Axiom.SIZE_INVARIANCE, Axiom.GROUP_SYMMETRY)
              .formula("-\\sum_g P_g\\ln P_g / \\ln K")
              .reading("On a scale from 0, one group, to 1, all of one size: {value}.")
              .reference(SHANNON),
          t -> {
            Cells cells = Cells.of(t);
            return Math.min(1, Entropy.ofGroups(cells) / Math.log(cells.groupsWithMembers()));
          });

  /** Entropy of the groups within units, averaged over members. */
  public static final Metric<CrossTab> CONDITIONAL_ENTROPY =
      Metric.of(
          whole("conditional-entropy", "SM-E", "Conditional entropy", "nats")
              .range(0, Double.MAX_VALUE)
              .claims(Axiom.ORGANISATIONAL_EQUIVALENCE)
              .formula("\\sum_u p_u E_u = E - M")
              .reading("When the school is known, {value} nats about the group are still open.")
              .reference(SHANNON),
          t -> Entropy.conditional(Cells.of(t)));

  /** Entropy of the units' sizes. */
  public static final Metric<CrossTab> ENTROPY_OF_UNITS =
      Metric.of(
          whole("entropy-of-units", "SM-E", "Entropy of the units' sizes", "nats")
              .range(0, Double.MAX_VALUE)
              .formula("-\\sum_u p_u\\ln p_u")
              .reading("A student's school is open by {value} nats.")
              .reference(SHANNON),
          t -> entropyOfUnits(Cells.of(t)));

  /** Chance that two members, drawn with replacement, are of different groups. */
  public static final Metric<CrossTab> SIMPSON_INTERACTION =
      Metric.of(
          whole("simpson-interaction", "SM-I", "Simpson's interaction index", "")
              .range(0, 1)
              .claims(Axiom.ORGANISATIONAL_EQUIVALENCE)
              .formula("I = \\sum_g P_g(1-P_g)")
              .reading("Two students picked by chance are of different groups in {value}.")
              .reference(SIMPSON),
          t -> 1 - concentration(Cells.of(t).shares()));

  /** Chance that two members, drawn without replacement, are of different groups. */
  public static final Metric<CrossTab> SIMPSON_INTERACTION_WITHOUT_REPLACEMENT =
      Metric.of(
          MetricInfo.of(
                  "simpson-interaction:without-replacement",
                  "SM-I",
                  "Simpson's interaction index, without replacement",
                  CrossTab.class)
              .range(0, 1)
              .requires(SOME_UNITS, new TwoMembers())
              .claims(Axiom.ORGANISATIONAL_EQUIVALENCE, Axiom.GROUP_SYMMETRY)
              .formula("1 - \\sum_g \\frac{n_g(n_g-1)}{N(N-1)} = I\\frac{N}{N-1}")
              .reading("Two different students are of different groups in {value}.")
              .reference(SIMPSON),
          t -> {
            double all = t.total();
            return Math.min(1, (1 - concentration(Cells.of(t).shares())) * (all / (all - 1)));
          });

  /** Chance that two members, drawn with replacement, are of one group. */
  public static final Metric<CrossTab> SIMPSON_CONCENTRATION =
      Metric.of(
          whole("simpson-concentration", "SM-I", "Simpson's concentration index", "")
              .range(0, 1)
              .claims(Axiom.ORGANISATIONAL_EQUIVALENCE)
              .formula("\\sum_g P_g^2")
              .reading("Two students picked by chance are of one group in {value}.")
              .reference(SIMPSON),
          t -> concentration(Cells.of(t).shares()));

  /** Number of groups of one size that would be as diverse. */
  public static final Metric<CrossTab> EFFECTIVE_GROUPS =
      Metric.of(
          whole("effective-groups", "SM-EFF", "Effective number of groups", "groups")
              .range(1, Double.MAX_VALUE)
              .claims(Axiom.ORGANISATIONAL_EQUIVALENCE)
              .formula("e^E")
              .reading("Students are as diverse as {value} groups of one size.")
              .reference(HILL_1973),
          t -> Math.exp(Entropy.ofGroups(Cells.of(t))));

  /** Number of communities without a common group that would be as separate. */
  public static final Metric<CrossTab> EFFECTIVE_COMMUNITIES =
      Metric.of(
          whole("effective-communities", "SM-EFF", "Effective number of communities", "communities")
              .range(1, Double.MAX_VALUE)
              .claims(Axiom.ORGANISATIONAL_EQUIVALENCE)
              .formula("e^M")
              .reading("Schools are as separate as {value} communities with no common group.")
              .reference(
                  "Jost, L. (2006), Entropy and diversity, doi:10.1111/j.2006.0030-1299.14714.x"),
          t -> Math.exp(Entropy.mutual(t)));

  /** Entropy of each unit, in nats. */
  public static final Profile<CrossTab> UNIT_ENTROPY =
      ofUnits(
          local("unit-entropy", "Entropy of each unit", "nats")
              .range(0, Double.MAX_VALUE)
              .formula("E_u = -\\sum_g p_{g|u}\\ln p_{g|u}")
              .reading("How diverse each school is, in nats.")
              .reference(SHANNON),
          (shares, groups) -> Entropy.of(shares));

  /** Entropy of each unit relative to that of groups of one size. */
  public static final Profile<CrossTab> NORMALISED_UNIT_ENTROPY =
      ofUnits(
          MetricInfo.of(
                  "unit-entropy:normalised",
                  "SM-LOCAL",
                  "Normalised entropy of each unit",
                  CrossTab.class)
              .range(0, 1)
              .requires(SOME_UNITS, VARIATION)
              .claims(Axiom.SIZE_INVARIANCE, Axiom.GROUP_SYMMETRY)
              .formula("E_u / \\ln K")
              .reading("How diverse each school is, from 0 to 1.")
              .reference(SHANNON),
          (shares, groups) -> Math.min(1, Entropy.of(shares) / Math.log(groups)));

  /** Chance that two members of a unit are of different groups. */
  public static final Profile<CrossTab> UNIT_SIMPSON_INTERACTION =
      ofUnits(
          local("unit-simpson-interaction", "Simpson's interaction of each unit", "")
              .range(0, 1)
              .formula("\\sum_g p_{g|u}(1-p_{g|u})")
              .reading("How often two students of a school are of different groups.")
              .reference(SIMPSON),
          (shares, groups) -> 1 - concentration(shares));

  /** Chance that two members of a unit are of one group. */
  public static final Profile<CrossTab> UNIT_SIMPSON_CONCENTRATION =
      ofUnits(
          local("unit-simpson-concentration", "Simpson's concentration of each unit", "")
              .range(0, 1)
              .formula("\\sum_g p_{g|u}^2")
              .reading("How often two students of a school are of one group.")
              .reference(SIMPSON),
          (shares, groups) -> concentration(shares));

  /** Share of the group in focus in each unit, relative to its share of all. */
  public static final Profile<CrossTab> LOCATION_QUOTIENTS =
      new Profile<>() {
        private final MetricInfo info =
            MetricInfo.of("location-quotients", "SM-LQ", "Location quotients", CrossTab.class)
                .range(0, Double.MAX_VALUE)
                .requires(SOME_UNITS, new FocusHasMembers())
                .claims(Axiom.SIZE_INVARIANCE)
                .formula("p_{ig}/P_g")
                .reading("How many times as frequent the group is in each school as in all.")
                .reference("Isard, W. (1960), Methods of Regional Analysis");

        @Override
        public MetricInfo info() {
          return info;
        }

        @Override
        public UnitValues formula(CrossTab sample) {
          double share = sample.groupTotal(sample.focus()) / sample.total();
          return perUnit(sample, (shares, groups) -> shares[sample.focus()] / share);
        }

        @Override
        public String toString() {
          return info.id();
        }
      };

  private DiversityMetrics() {}

  /**
   * Returns the entropy of the groups to a base.
   *
   * @param base above 1; 2 gives bits
   */
  public static Metric<CrossTab> entropy(double base) {
    return ofEntropy(MutualInformation.checkedBase(base));
  }

  private static Metric<CrossTab> ofEntropy(double base) {
    double scale = base == MutualInformation.NATS ? 1 : Math.log(base);
    String unit = MutualInformation.unit(base);
    String id = ENTROPY_NAME + (base == MutualInformation.NATS ? "" : ":" + MetricId.write(base));
    return Metric.of(
        whole(id, "SM-E", "Entropy of the groups", unit)
            .range(0, Double.MAX_VALUE)
            .claims(Axiom.ORGANISATIONAL_EQUIVALENCE)
            .formula("E = -\\sum_g P_g\\ln P_g" + MutualInformation.logarithm(base))
            .reading("A student's group is open by {value} " + unit + ".")
            .reference(SHANNON),
        t -> Entropy.ofGroups(Cells.of(t)) / scale);
  }

  /**
   * Returns Hill's number of order q: 0 counts the groups, 1 is exp(entropy), 2 the reciprocal of
   * Simpson's concentration.
   *
   * @param q at least 0
   */
  public static Metric<CrossTab> hill(double q) {
    checkedOrder(q);
    return Metric.of(
        whole(HILL + ":" + MetricId.write(q), "SM-EFF", "Hill number", "groups")
            .range(1, Double.MAX_VALUE)
            .requires(REPRESENTABLE)
            .claims(Axiom.ORGANISATIONAL_EQUIVALENCE)
            .formula(hillFormula("P_g", q))
            .reading("Students are as diverse as {value} groups of one size.")
            .reference(HILL_1973),
        t -> Math.exp(renyi(Cells.of(t).shares(), q)));
  }

  /** Returns Rényi's entropy of order q, the logarithm of {@link #hill}. */
  public static Metric<CrossTab> renyi(double q) {
    checkedOrder(q);
    return Metric.of(
        whole(RENYI + ":" + MetricId.write(q), "SM-EFF", "Rényi entropy", "nats")
            .range(0, Double.MAX_VALUE)
            .requires(REPRESENTABLE)
            .claims(Axiom.ORGANISATIONAL_EQUIVALENCE)
            .formula("\\ln\\Bigl(" + hillFormula("P_g", q) + "\\Bigr)")
            .reading("A student's group is open by {value} nats of this order.")
            .reference(HILL_1973),
        t -> renyi(Cells.of(t).shares(), q));
  }

  /** Returns {@link #hill} of each unit. */
  public static Profile<CrossTab> unitHill(double q) {
    checkedOrder(q);
    return ofUnits(
        local(UNIT_HILL + ":" + MetricId.write(q), "Hill number of each unit", "groups")
            .also("AC-RICH", "groups are fields of courses, counts are enrolments")
            .range(1, Double.MAX_VALUE)
            .requires(REPRESENTABLE)
            .formula(hillFormula("p_{g|u}", q))
            .reading("As how many groups of one size each school's students are as diverse.")
            .reference(HILL_1973),
        (shares, groups) -> Math.exp(renyi(shares, q)));
  }

  /** Returns {@link #renyi} of each unit. */
  public static Profile<CrossTab> unitRenyi(double q) {
    checkedOrder(q);
    return ofUnits(
        local(UNIT_RENYI + ":" + MetricId.write(q), "Rényi entropy of each unit", "nats")
            .range(0, Double.MAX_VALUE)
            .requires(REPRESENTABLE)
            .formula("\\ln\\Bigl(" + hillFormula("p_{g|u}", q) + "\\Bigr)")
            .reading("How diverse each school is, in nats of this order.")
            .reference(HILL_1973),
        (shares, groups) -> renyi(shares, q));
  }

  private static void checkedOrder(double q) {
    if (!(q >= 0 && q < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("q is " + q + ", expected 0 or a positive number");
    }
  }

  private static String hillFormula(String share, double q) {
    return q == 1
        ? "\\exp\\bigl(-\\sum_g " + share + "\\ln " + share + "\\bigr)"
        : "\\bigl(\\sum_g " + share + "^q\\bigr)^{1/(1-q)},\\ q = " + MetricId.write(q);
  }

  private static MetricInfo.Builder whole(String id, String key, String name, String unit) {
    return MetricInfo.of(id, key, name, CrossTab.class)
        .unit(unit)
        .requires(SOME_UNITS)
        .claims(Axiom.SIZE_INVARIANCE, Axiom.GROUP_SYMMETRY);
  }

  private static MetricInfo.Builder local(String id, String name, String unit) {
    return whole(id, "SM-LOCAL", name, unit);
  }

  /** The requirement of more than one member, from which two can be drawn. */
  private record TwoMembers() implements Requirement {
    @Override
    public String name() {
      return "MINIMUM_COUNTS";
    }

    @Override
    public Optional<String> unmet(Sample<?> sample) {
      double all = ((CrossTab) sample).total();
      return all > 1 ? Optional.empty() : Optional.of("the table has " + all + " members");
    }
  }

  /** A number of a unit, from the shares of the groups in it and the number of groups in all. */
  private interface OfShares {
    double of(double[] shares, int groups);
  }

  private static Profile<CrossTab> ofUnits(MetricInfo info, OfShares number) {
    return new Profile<>() {
      @Override
      public MetricInfo info() {
        return info;
      }

      @Override
      public UnitValues formula(CrossTab sample) {
        return perUnit(sample, number);
      }

      @Override
      public String toString() {
        return info.id();
      }
    };
  }

  /** Returns a number for each unit that has members. */
  private static UnitValues perUnit(CrossTab sample, OfShares number) {
    Cells cells = Cells.of(sample);
    int groups = cells.groupsWithMembers();
    List<String> keys = new ArrayList<>();
    double[] values = new double[cells.units()];
    for (int i = 0; i < values.length; i++) {
      if (cells.unit(i) > 0) {
        values[keys.size()] = number.of(cells.sharesIn(i), groups);
        keys.add(sample.units().key(i));
      }
    }
    return UnitValues.of(keys, Arrays.copyOf(values, keys.size()));
  }

  private static double concentration(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum += share * share;
    }
    return Math.min(1, sum);
  }

  private static double renyi(double[] shares, double q) {
    if (q == 1) {
      return Entropy.of(shares);
    }
    double largest = Arrays.stream(shares).max().orElse(1);
    double sum = 0;
    for (double share : shares) {
      if (share > 0) {
        sum += Math.pow(share / largest, q);
      }
    }
    return Math.max(0, (q * Math.log(largest) + Math.log(sum)) / (1 - q));
  }

  private static double entropyOfUnits(Cells cells) {
    ExactSum sum = new ExactSum();
    for (double size : cells.unitTotals()) {
      if (size > 0) {
        sum.add(-size / cells.all() * Math.log(size / cells.all()));
      }
    }
    return sum.value();
  }
}
