package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resourceequity.segregation.SegregationNumbersTest.TABLE;
import static org.resourceequity.segregation.SegregationNumbersTest.numbers;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.metric.Decomposable;
import org.resourceequity.metric.Explained;
import org.resourceequity.metric.InfluentialByCell;
import org.resourceequity.metric.LeaveOneOut;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.metric.Parts;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Units;

/**
 * What each unit does to an index, computed with 50 digits by Python 3.11 and mpmath 1.3 from the
 * definitions: central differences by the count of a cell, the index of the other units, and the
 * index of pooled units. The fifth unit is empty, the sixth has the third group alone.
 */
@SuppressWarnings("unchecked") // The ids of each test have the capability.
class UnitEffectsTest {

  private static final MetricCatalog CATALOG = MetricCatalog.of(List.of(new SegregationProvider()));

  private static void holds(UnitValues actual, String expected) {
    assertThat(actual.keys()).isEqualTo(TABLE.units().keys());
    assertThat(actual.values()).containsExactly(numbers(expected), within(1e-12));
  }

  /** All members times the slope of the index by the count of a cell; none where nobody is. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "dissimilarity | 0.7296 -2.3104 -2.3104 0.7296 0 0 -2.3104 / -1.488979591836735"
            + " 0.6824489795918367 0.6824489795918367 -1.488979591836735 0 0 0.6824489795918367 / 0"
            + " 0 0 0 0 0 0",
        "hutchens | 0.5857318013263303 -0.8976363095554402 -1.545114138102911"
            + " 0.04278138957987027 0 0 -1.545114138102911 / -1.276897982917502 0.2064701279642687"
            + " 0.3736481844311285 -0.3364802837821913 0 0 0.3736481844311285 / 0 0 0 0 0 0 0",
        "segregation-gini | 1.080502857142857 -1.26464 -3.349211428571429 0.1250742857142857"
            + " 0 0 -3.349211428571429 / -2.280620408163265 0.2382367346938776 0.7593795918367347"
            + " -0.630334693877551 0 0 0.7593795918367347 / 0 0 0 0 0 0 0",
        "mutual-information | 0.436274518514643 -0.5445547344970833 -1.643167023165193"
            + " 0.0795995745759106 0 0 -1.173163393919457 / -0.9988100067746796 0.2175853175498135"
            + " -0.3702013473523055 -0.2568726620453023 0 0 0.09980228189343005 /"
            + " -0.9091978480849925 0 0.5948795486912816 -1.420023471850983 0 1.288026729251227"
            + " -0.3214111831828735",
        "mutual-information:2 | 0.6294110843272957 -0.7856264149515481 -2.370588915672704"
            + " 0.1148379114975374 0 0 -1.692517010560067 / -1.440978243564102 0.3139092585993663"
            + " -0.5340876479555837 -0.3705889156727043 0 0 0.1439842571570539 / -1.311695226619136"
            + " 0 0.8582297748231765 -2.048660820785342 0 1.858229774823177 -0.4636983200641858",
        "mutual-information:pair | 0.59269761684056 -0.7988779488057122 -1.31246708574272"
            + " 0.07910847990355183 0 0 -1.31246708574272 / -1.225076115192582 0.1664994504536903"
            + " 0.2999561036202703 -0.3470896864833179 0 0 0.2999561036202703 / 0 0 0 0 0 0 0",
        "theil-h | 0.4002394657032506 -0.5331206101657981 -1.578563378061789"
            + " 0.06082651312967566 0 0 -1.131306506690434 / -0.8830885749819794 0.2744368849409533"
            + " -0.2849026784573438 -0.1770587596595636 0 0 0.1623541929140113 /"
            + " -0.9892800623919206 0 0.442004525478381 -1.475383266889614 0 1.101605473400061"
            + " -0.4299404989936235",
        "theil-h:pair | 0.8080478635330735 -1.240817511500893 -1.996992760363588"
            + " 0.05187261467037905 0 0 -1.996992760363588 / -1.757578434404823 0.2912869406291445"
            + " 0.4877798386730499 -0.46488830823355 0 0 0.4877798386730499 / 0 0 0 0 0 0 0",
        "isolation | 1.198435555555556 -0.1737866666666667 -1.018231111111111"
            + " 0.6715022222222222 0 0 -0.7471644444444444 / -1.351111111111111 -0.19"
            + " -0.02111111111111111 -0.6620444444444444 0 0 -0.05404444444444444 /"
            + " -1.351111111111111 0 -0.02111111111111111 -0.6620444444444444 0 0"
            + " -0.05404444444444444",
        "interaction | -0.9827081481481481 0.5021066666666667 -0.04678222222222222"
            + " -0.4512711111111111 0 0 0.5485511111111111 / 1.576296296296296 0.19"
            + " 0.1477777777777778 0.7566222222222222 0 0 0.1351111111111111 / -0.4503703703703704"
            + " 0 -0.1055555555555556 -0.6620444444444444 0 0 -0.2702222222222222",
        "correlation-ratio | 1.032858213507625 -1.012021960784314 -2.270409760348584"
            + " 0.2476242265795207 0 0 -1.866467276688453 / -1.644280404972446 0.08600281942842496"
            + " 0.337680379341279 -0.6174359605280021 0 0 0.2886032551582725 / -1.644280404972446 0"
            + " 0.337680379341279 -0.6174359605280021 0 0.3691400743303857 0.2886032551582725"
      })
  void influenceByCell(String id, String expected) {
    double[][] cells = ((InfluentialByCell) CATALOG.get(id)).influenceByCell(TABLE);
    String[] groups = expected.split(" / ", -1);
    assertThat(cells).hasDimensions(3, 7);
    for (int g = 0; g < cells.length; g++) {
      assertThat(cells[g]).containsExactly(numbers(groups[g]), within(1e-12));
    }
  }

  /** The index of the six others. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "dissimilarity | 0.3126550868486352 0.4405594405594406 0.425 0.5238095238095238"
            + " 0.4457142857142857 0.4457142857142857 0.3860869565217391",
        "hutchens | 0.05830693466933989 0.1371484697438205 0.1206106789008259"
            + " 0.1611311227990799 0.1267000942320951 0.1267000942320951 0.1092087565358333",
        "mutual-information | 0.253465690801191 0.2578968526331422 0.2580985853614803"
            + " 0.3091126019199231 0.270117888795323 0.192440639086387 0.3017573009068755",
        "mutual-information:2 | 0.3656736951543736 0.372066510354706 0.3723575491614644"
            + " 0.4459552178661573 0.3896977386204089 0.2776331556754333 0.4353437615703879",
        "mutual-information:pair | 0.04873215644330821 0.1310974991625756 0.1155508528276655"
            + " 0.1507304457074256 0.1198674937122032 0.1198674937122032 0.1057619605237418",
        "theil-h | 0.2501833413901117 0.2388844366560613 0.2547806524556161"
            + " 0.2909221697355963 0.2570449977969567 0.1893065559993479 0.2839271353733677",
        "theil-h:pair | 0.08028843166102065 0.1900870310350525 0.1682056999461529"
            + " 0.2251966957512618 0.1764851033044529 0.1764851033044529 0.1527736358111763",
        "isolation | 0.3358974358974359 0.528030303030303 0.5118055555555556"
            + " 0.5055555555555556 0.4946666666666667 0.4946666666666667 0.5260869565217391",
        "interaction | 0.558974358974359 0.3492424242424242 0.3965277777777778"
            + " 0.3703703703703704 0.3973333333333333 0.3973333333333333 0.3739130434782609",
        "correlation-ratio | 0.144045584045584 0.2808080808080808 0.2188888888888889"
            + " 0.298578811369509 0.2469542483660131 0.2258723404255319 0.2392448512585812"
      })
  void without(String id, String expected) {
    holds(((LeaveOneOut<CrossTab>) CATALOG.get(id)).leaveOneOut(TABLE), expected);
  }

  /** The term of each unit in the definition. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "dissimilarity | 0.1828571428571429 0.06857142857142857 0.05142857142857143 0.04 0 0"
            + " 0.1028571428571429",
        "hutchens | 0.06292683963520918 0.0129094154406926 0.01583567682672598"
            + " 0.003356808676015358 0 0 0.03167135365345197",
        "segregation-gini | 0.4251428571428571 0.01371428571428571 -0.02285714285714286 0.16"
            + " 0 0 -0.04571428571428571",
        "mutual-information | 0.05636553285819507 0.04692129368422299 0.04363839733901111"
            + " 0.0183004374709621 0 0.0820076114761342 0.0228846159667975",
        "mutual-information:2 | 0.08131827473158195 0.06769311771032315 0.06295689943333347"
            + " 0.02640195038545558 0 0.1183119743917677 0.03301552196794714",
        "mutual-information:pair | 0.06107080895461023 0.01215588305383638"
            + " 0.01445139979699178 0.003286602312781238 0 0 0.02890279959398356",
        "theil-h | 0.05363761109630704 0.044650444609503 0.04152643054443662"
            + " 0.01741475150122766 0 0.07803869045929545 0.02177706958618698",
        "theil-h:pair | 0.08991668794809901 0.01789753176673581 0.02127730135235482"
            + " 0.004838979532553617 0 0 0.04255460270470965",
        "isolation | 0.32 0.03 0.003333333333333333 0.1306666666666667 0 0"
            + " 0.01066666666666667",
        "interaction | 0.1066666666666667 0.09 0.01666666666666667 0.1306666666666667 0 0"
            + " 0.05333333333333333",
        "correlation-ratio | 0.1223735810113519 0.004458204334365325 0.04315101479188166"
            + " 0.01695837633298934 0 0.02579979360165119 0.03421327829377365"
      })
  void contributions(String id, String expected) {
    holds(((Explained<CrossTab>) CATALOG.get(id)).contributions(TABLE), expected);
  }

  /** Between the pooled units and within them, three parts: a and b, c to e, f and g. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "mutual-information, 0.08365878459643018, 0.1864591041988928",
    "mutual-information:2, 0.1206941136640678, 0.2690036249563411",
    "mutual-information:pair, 0.04246660819230295, 0.07740088551990023",
    "theil-h, 0.0796099517813861, 0.1774350460155706",
    "theil-h:pair, 0.06252507249215396, 0.113960030812299",
    "hutchens, 0.0455052668303132, 0.08119482740178189"
  })
  void decomposition(String id, double between, double within) {
    Decomposable<CrossTab> index = (Decomposable<CrossTab>) CATALOG.get(id);
    Partition parts = Partition.of(List.of("x", "x", "y", "y", "y", "z", "z"));
    holds(index.decompose(TABLE, parts), between, within);
  }

  private static void holds(Parts parts, double between, double within) {
    assertThat(parts.part("between")).isCloseTo(between, within(1e-12));
    assertThat(parts.part("within")).isCloseTo(within, within(1e-12));
    assertThat(parts.total()).isCloseTo(between + within, within(1e-12));
  }

  /** Amber and cyan are one cluster of groups, blue is another; "none" has no members. */
  @Test
  void informationByClustersOfGroups() {
    CrossTab table =
        CrossTab.of(
            TABLE.units(),
            List.of("amber", "none", "blue", "cyan"),
            new double[][] {TABLE.members(0), new double[7], TABLE.members(1), TABLE.members(2)});
    Partition clusters = Partition.of(List.of("x", "nobody", "y", "x"));
    holds(
        new MutualInformation(false, MutualInformation.NATS).decomposeGroups(table, clusters),
        0.1065458197403133,
        0.1635720690550097);
    holds(
        new MutualInformation(false, 2).decomposeGroups(table, clusters),
        0.1537131257667994,
        0.2359846128536095);
  }

  /**
   * A unit without which a group that the index compares has no members has no value. Amber is in
   * the first unit alone; of the three groups two are left there.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "dissimilarity, -, 0.6666666666666667, 0.8",
    "hutchens, -, 0.4226497308103742, 0.5527864045000421",
    "mutual-information, 0.05440914101900521, 0.5465122114944403, 0.4977232054271935",
    "mutual-information:pair, -, 0.3236423315082535, 0.4228104552401625",
    "theil-h, 0.08084427608928343, 0.5151186937846156, 0.4636909420023616",
    "theil-h:pair, -, 0.4892084578480877, 0.6099865470109875",
    "isolation, -, 0.8333333333333333, 0.8333333333333333",
    "interaction, -, 0.1666666666666667, 0.1666666666666667",
    "correlation-ratio, -, 0.7407407407407407, 0.7291666666666667"
  })
  void withoutTheOnlyUnitOfAGroup(String id, String a, String b, String c) {
    withoutEach(id, new double[][] {{5, 0, 0}, {1, 4, 2}, {0, 3, 6}}, String.join(" ", a, b, c));
  }

  /**
   * The second unit has amber alone, so that without the first there is one group: M is 0,
   * isolation 1, and interaction 0, since nobody else is met. Without the second, one unit is left,
   * where 5 of 8 are amber.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "dissimilarity, -, 0",
    "hutchens, -, 0",
    "mutual-information, 0, 0",
    "mutual-information:pair, -, 0",
    "theil-h, -, 0",
    "theil-h:pair, -, 0",
    "isolation, 1, 0.625",
    "interaction, 0, 0.375",
    "correlation-ratio, -, 0"
  })
  void whereOneGroupIsLeft(String id, String a, String b) {
    withoutEach(id, new double[][] {{5, 2}, {3, 0}}, a + " " + b);
  }

  @ParameterizedTest
  @CsvSource({
    "dissimilarity",
    "hutchens",
    "mutual-information",
    "theil-h",
    "isolation",
    "interaction",
    "correlation-ratio"
  })
  void withoutTheOnlyUnitThereIsNothing(String id) {
    withoutEach(id, new double[][] {{5}, {3}}, "-");
  }

  private static void withoutEach(String id, double[][] counts, String expected) {
    Units units = Units.numbered(counts[0].length);
    List<String> groups = List.of("amber", "blue", "cyan").subList(0, counts.length);
    LeaveOneOut<CrossTab> index = (LeaveOneOut<CrossTab>) CATALOG.get(id);
    UnitValues found = index.leaveOneOut(CrossTab.of(units, groups, counts));
    String[] values = expected.split(" ", -1);
    for (int i = 0; i < values.length; i++) {
      int at = found.keys().indexOf(units.key(i));
      if (values[i].equals("-")) {
        assertThat(at).as("without %s", i).isNegative();
      } else {
        assertThat(found.value(at)).isCloseTo(Double.parseDouble(values[i]), within(1e-12));
      }
    }
  }
}
