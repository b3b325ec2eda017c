package org.resourceequity.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.Units;

/**
 * Every metric against its definition, computed with 40 digits by Python 3.11 and mpmath 1.3 over
 * the 24 students one by one, as double sums over pairs and by quadrature, without weights or
 * shortcuts. A unit without students is in the sample, and counts for nothing.
 */
class InequalityNumbersTest {

  private static final MetricCatalog CATALOG = MetricCatalog.of(List.of(new InequalityProvider()));

  /** Eight schools with 24 students, two of them with the same value, and one that has none. */
  static final Distribution SCHOOLS =
      Distribution.of(
          Units.of(List.of("a", "b", "c", "d", "e", "f", "g", "h", "none")),
          new double[] {6, 2, 9, 4, 12, 7, 5, 9, 100},
          new double[] {3, 1, 4, 2, 5, 2, 6, 1, 0});

  @SuppressWarnings("unchecked") // All ids here are of metrics of a distribution.
  private static void holds(String id, double expected) {
    assertThat(((Metric<Distribution>) CATALOG.get(id)).measure(SCHOOLS).get())
        .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  /** Denominators 24, 23 and 24 (1 - sum of w squared) = 20 beside each other. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          variance                       | 8.8177083333333333
          standard-deviation             | 2.9694626337661387
          cv                             | 0.40263900118862898
          gini                           | 0.22434086629001883
          variance:n-1                   | 9.2010869565217391
          standard-deviation:n-1         | 3.0333293518049996
          cv:n-1                         | 0.41129889515999995
          gini:n-1                       | 0.23409481699828052
          variance:reliability           | 10.58125
          standard-deviation:reliability | 3.2528833363648319
          cv:reliability                 | 0.44106892696472297
          gini:reliability               | 0.2692090395480226
          sd-of-logs                     | 0.44162695089759857
          hoover                         | 0.17655367231638418
          relative-mean-deviation        | 0.35310734463276836
          """)
  void howFarFromTheMean(String id, double expected) {
    holds(id, expected);
  }

  /** Near 0 and 1, and far from them, where the lowest or the highest value rules. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          theil-t                  | 0.082264008075762206
          theil-l                  | 0.089757643108374403
          j-divergence             | 0.17202165118413661
          generalised-entropy:0    | 0.089757643108374403
          generalised-entropy:1    | 0.082264008075762206
          generalised-entropy:-50  | 3.5469088437748863e+23
          generalised-entropy:-1   | 0.10812045304232804
          generalised-entropy:0.25 | 0.08711804818775403
          generalised-entropy:0.5  | 0.085035416410154698
          generalised-entropy:0.75 | 0.083436696780380934
          generalised-entropy:2    | 0.081059082639088385
          generalised-entropy:3.5  | 0.08771982767020135
          generalised-entropy:60   | 285041961.74155094
          atkinson:0.5             | 0.042065769327324324
          atkinson:1               | 0.085847290364655931
          atkinson:1.5             | 0.13115443018957713
          atkinson:2               | 0.17779446900925457
          atkinson:50              | 0.71064196442711269
          atkinson-equivalent:2    | 6.0637657910567475
          """)
  void entropyAndAversion(String id, double expected) {
    holds(id, expected);
  }

  /** By NumPy 2.4: {@code numpy.quantile} of the 24 students with the method of each type. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          percentile:0.125                | 4
          percentile:0.125,type2          | 4.5
          percentile:0.125,type3          | 4
          percentile:0.125,type4          | 4
          percentile:0.125,type5          | 4.5
          percentile:0.125,type6          | 4.125
          percentile:0.125,type7          | 4.875
          percentile:0.125,type8          | 4.375
          percentile:0.125,type9          | 4.40625
          percentile:0.3                  | 5
          percentile:0.3,type2            | 5
          percentile:0.3,type3            | 5
          percentile:0.3,type4            | 5
          percentile:0.3,type5            | 5
          percentile:0.3,type6            | 5
          percentile:0.3,type7            | 5
          percentile:0.3,type8            | 5
          percentile:0.3,type9            | 5
          percentile:0.75                 | 9
          percentile:0.75,type2           | 9
          percentile:0.75,type3           | 9
          percentile:0.75,type4           | 9
          percentile:0.75,type5           | 9
          percentile:0.75,type6           | 9
          percentile:0.75,type7           | 9
          percentile:0.75,type8           | 9
          percentile:0.75,type9           | 9
          percentile:0.9                  | 12
          percentile:0.9,type2            | 12
          percentile:0.9,type3            | 12
          percentile:0.9,type4            | 12
          percentile:0.9,type5            | 12
          percentile:0.9,type6            | 12
          percentile:0.9,type7            | 12
          percentile:0.9,type8            | 12
          percentile:0.9,type9            | 12
          percentile-ratio:0.9,0.1        | 3
          percentile-ratio:0.9,0.1,type7  | 2.7906976744186043
          percentile-ratio:0.25,0.5       | 0.83333333333333337
          percentile-ratio:0.25,0.5,type7 | 0.76923076923076927
          restricted-range                | 8
          federal-range-ratio             | 2
          restricted-range-ratio          | 3
          interquartile-range             | 4
          quartile-dispersion             | 0.2857142857142857
          restricted-range:type7          | 8
          federal-range-ratio:type7       | 2
          restricted-range-ratio:type7    | 3
          interquartile-range:type7       | 4
          quartile-dispersion:type7       | 0.2857142857142857
          range                           | 10
          mad                             | 2.5
          mad:1.4826                      | 3.7065
          mean-distance-from-median       | 2.5416666666666667
          log-mad                         | 0.48687067032521793
          """)
  void quantilesAndTheirRanges(String id, double expected) {
    holds(id, expected);
  }

  /** The averaged median is 6.5, the lower one 6; by unit it lies between 6 and 7. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mcloone                             | 0.74358974358974359
          verstegen                           | 1.5256410256410256
          mcloone:lower-median                | 0.80555555555555556
          verstegen:lower-median              | 1.6527777777777778
          mcloone:include-ties                | 0.74358974358974359
          mcloone:exclude-ties                | 0.74358974358974359
          mcloone:include-ties,lower-median   | 0.80555555555555556
          mcloone:positional                  | 0.65384615384615385
          verstegen:include-ties              | 1.5256410256410256
          verstegen:exclude-ties              | 1.5256410256410256
          verstegen:include-ties,lower-median | 1.5222222222222222
          verstegen:positional                | 1.4230769230769231
          median-gap                          | 20
          median-gap:lower-median             | 14
          """)
  void halvesAtTheMedian(String id, double expected) {
    holds(id, expected);
  }

  /** Boundaries lie within a unit, so that it is split. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bottom-share:0.4     | 0.24632768361581921
          top-share:0.1        | 0.16271186440677966
          palma                | 0.66055045871559633
          s80-s20              | 3.0315789473684211
          s80-s20:eurostat     | 0
          share-ratio:0.3,0.25 | 3.192
          top-to-rest:0.25     | 0.63888888888888889
          """)
  void shares(String id, double expected) {
    holds(id, expected);
  }

  /**
   * Integrals by quadrature over the 24 pieces of the Lorenz curve. The asymmetry has tied values
   * above the mean; that its step there is one unit and not all of them is a convention of this
   * library, so that this one number shows no more than that it is kept.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bonferroni              | 0.32851757213232378
          mehran                  | 0.32594750470809793
          piesch                  | 0.17353754708097928
          zenga                   | 0.50987145905691581
          s-gini:1.5              | 0.13686174681500781
          s-gini:2                | 0.22434086629001883
          s-gini:3                | 0.32594750470809793
          bonferroni:discrete     | 0.28234109284510712
          zenga:finite-population | 0.84872584243588832
          lorenz-asymmetry        | 1.0074593926553672
          """)
  void areasByRank(String id, double expected) {
    holds(id, expected);
  }

  /** With a small, a middle and a large aversion. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kolm:0.05               | 0.21664449404112331
          kolm-pollak:0.05        | 7.1583555059588767
          kolm-pollak:0.05,burden | 7.5983844474736308
          kolm:0.3                | 1.1456913362483981
          kolm-pollak:0.3         | 6.2293086637516019
          kolm-pollak:0.3,burden  | 8.7086329977108711
          kolm:5.0                | 4.739407761369157
          kolm-pollak:5.0         | 2.635592238630843
          kolm-pollak:5.0,burden  | 11.686276877598808
          """)
  void equivalentsInDollars(String id, double expected) {
    holds(id, expected);
  }

  /** Polarisation of students, and of units that are groups; shares of the whole by unit. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wolfson                  | 0.27297008547008547
          esteban-ray:0.5          | 1.3132086832471223
          esteban-ray:0.5,relative | 0.17806219433859285
          esteban-ray:1.3          | 0.33400389304308454
          esteban-ray:1.3,relative | 0.04528866346346909
          herfindahl               | 0.20635832615148904
          herfindahl:normalised    | 0.092980944173130327
          rosenbluth               | 0.22042341220423412
          hannah-kay:0.5           | 6.7051498750247007
          hannah-kay:1             | 5.8514778738555617
          hannah-kay:2             | 4.8459396751740139
          hannah-kay:3             | 4.3030388015057646
          """)
  void campsAndHands(String id, double expected) {
    holds(id, expected);
  }

  /** The unit without members is no group. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          between-group-variance                       | 8.8177083333333333
          between-group-sd                             | 2.9694626337661387
          between-group-cv                             | 0.40263900118862898
          max-min-difference                           | 10
          max-min-ratio                                | 6
          mean-difference-from-mean                    | 2.6041666666666667
          mean-difference-from-mean:unweighted         | 2.59375
          mean-difference-from-best:highest            | 4.625
          mean-difference-from-best:lowest             | 5.375
          mean-difference-from-best:highest,unweighted | 5.25
          mean-difference-from-best:lowest,unweighted  | 4.75
          mean-difference-from-reference:g             | 2.7916666666666667
          mean-difference-from-reference:g,unweighted  | 2.75
          index-of-disparity                           | 0.35310734463276836
          index-of-disparity:unweighted                | 0.35169491525423729
          """)
  void unitsThatAreGroups(String id, double expected) {
    holds(id, expected);
  }

  /** Target 6.5; four units lie below it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fgt:0,6.5                           | 0.5
          fgt:1,6.5                           | 0.12820512820512821
          fgt:2,6.5                           | 0.046351084812623274
          fgt:1.5,6.5                         | 0.0742601281356204
          watts:6.5                           | 0.16516601407210847
          chakravarty:1,6.5                   | 0.12820512820512821
          chakravarty:0.5,6.5                 | 0.072154826597314789
          chakravarty:0.25,6.5                | 0.038507116296749765
          clark-hemming-ulph:1,6.5            | 0.12820512820512821
          clark-hemming-ulph:0.5,6.5          | 0.13910333419334101
          clark-hemming-ulph:0,6.5            | 0.15224704651500131
          clark-hemming-ulph:-1,6.5           | 0.18781725888324873
          clark-hemming-ulph:-40,6.5          | 0.66686372903162947
          sen:6.5                             | 0.1688034188034188
          sen-shorrocks-thon:6.5              | 0.21260683760683761
          odden-picus:6.5                     | 0.87179487179487179
          adequacy-ratio:6.5                  | 1.1346153846153846
          share-at-target:6.5                 | 0.5
          dollars-to-adequacy:6.5             | 20
          dollars-to-adequacy:6.5,per-student | 0.83333333333333333
          """)
  void shortfallFromATarget(String id, double expected) {
    holds(id, expected);
  }

  /** The same numbers read as class sizes, as staff and as use of a capacity. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          class-size             | 7.375
          class-size-met         | 8.5706214689265537
          students-per-staff     | 0.13559322033898305
          staff-per-100          | 737.5
          share-within-ratio:0.2 | 0.875
          overcrowding:0         | 1
          overcrowding:1         | 6.375
          overcrowding:2         | 49.458333333333333
          """)
  void classesAndStaff(String id, double expected) {
    holds(id, expected);
  }
}
