package org.resourceequity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.resourceequity.sample.QuantileDefinition.TYPE1;
import static org.resourceequity.sample.QuantileDefinition.TYPE7;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.QuantileDefinition;
import org.resourceequity.sample.Quantiles;
import org.resourceequity.sample.Units;

/**
 * Revenue per pupil of the 89 districts of New Mexico, over which Zuni Public School District No.
 * 89 v. Department of Education, 550 U.S. 81 (2007) was fought: percentiles of districts or of
 * pupils decide whether the State passes the 25 percent test of 34 CFR 222.162. Data: Gastwirth, J.
 * L. (2006), as the R package lawstat has them. All expected values: the project's domain guide,
 * section 6.1.
 */
class ZuniTest {

  private static final Distribution BY_PUPILS = read();
  private static final Distribution BY_DISTRICTS = Distribution.of(BY_PUPILS.values()).sorted();

  private static Distribution read() {
    List<String> names = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    InputStream file = Objects.requireNonNull(ZuniTest.class.getResourceAsStream("zuni.csv"));
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        names.add(row.getField("District"));
        rows.add(
            new double[] {
              Double.parseDouble(row.getField("Revenue")), Double.parseDouble(row.getField("Mem"))
            });
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Distribution.of(
            Units.of(names),
            rows.stream().mapToDouble(row -> row[0]).toArray(),
            rows.stream().mapToDouble(row -> row[1]).toArray())
        .sorted();
  }

  private static void disparity(double low, double high, double expected) {
    // Half a unit of the ninth decimal, the last that is printed.
    assertThat((high - low) / low).isCloseTo(expected, within(5e-10));
  }

  private static void between(Distribution d, QuantileDefinition type, double low, double high) {
    // Printed with one decimal.
    assertThat(Quantiles.quantile(d, 0.05, type)).isCloseTo(low, within(0.05));
    assertThat(Quantiles.quantile(d, 0.95, type)).isCloseTo(high, within(0.05));
  }

  /** The districts that are kept, from the lowest to the highest revenue. */
  private static void kept(int[] districts, int count, double low, double high, double expected) {
    Distribution some = BY_PUPILS.select(districts);
    assertThat(some.size()).isEqualTo(count);
    assertThat(some.moments().minimum()).isEqualTo(low);
    assertThat(some.moments().maximum()).isEqualTo(high);
    disparity(low, high, expected);
  }

  private static int[] without(int lowest, int highest) {
    return IntStream.range(lowest, BY_PUPILS.size() - highest).toArray();
  }

  /** Pupils of the districts up to and including one, as a share of all. */
  private static double reached(int district) {
    return BY_PUPILS.select(IntStream.rangeClosed(0, district).toArray()).totalWeight()
        / BY_PUPILS.totalWeight();
  }

  private static double before(int district) {
    return district == 0 ? 0 : reached(district - 1);
  }

  @Test
  void theDataAreThoseOfTheCase() {
    assertThat(BY_PUPILS.size()).isEqualTo(89);
    assertThat(BY_PUPILS.totalWeight()).isEqualTo(300_776.5);
  }

  @Test
  void percentilesOfDistrictsFailTheTest() {
    kept(without(5, 5), 79, 2829, 3591, 0.269353128);
    kept(without(4, 4), 81, 2787, 3690, 0.324004306);
    between(BY_DISTRICTS, TYPE7, 2803.8, 3650.4);
    disparity(
        Quantiles.quantile(BY_DISTRICTS, 0.05, TYPE7),
        Quantiles.quantile(BY_DISTRICTS, 0.95, TYPE7),
        0.301947357);
  }

  @Test
  void percentilesOfPupilsPassTheTest() {
    between(BY_PUPILS, TYPE1, 2848, 3278);
    disparity(
        Quantiles.quantile(BY_PUPILS, 0.05, TYPE1),
        Quantiles.quantile(BY_PUPILS, 0.95, TYPE1),
        0.150983146);
    IntStream all = IntStream.range(0, BY_PUPILS.size());
    kept(
        all.filter(i -> before(i) < 0.95 && reached(i) >= 0.05).toArray(),
        68,
        2848,
        3278,
        0.150983146);
  }

  @Test
  void soDoTheReadingsThatDropDistrictsOnTheBorder() {
    IntStream cumulative = IntStream.range(0, BY_PUPILS.size());
    kept(
        cumulative.filter(i -> reached(i) >= 0.05 && reached(i) <= 0.95).toArray(),
        67,
        2848,
        3266,
        0.146769663);
    IntStream wholly = IntStream.range(0, BY_PUPILS.size());
    kept(
        wholly.filter(i -> before(i) >= 0.05 && reached(i) <= 0.95).toArray(),
        66,
        2849,
        3266,
        0.146367146);
    kept(without(6, 17), 66, 2848, 3259, 0.144311798);
  }
}
