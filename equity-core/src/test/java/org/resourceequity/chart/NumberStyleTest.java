package org.resourceequity.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberStyleTest {

  // Values and words of the golden sentences, and the number policy of data stories.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DOLLARS | 13444.44 | $13,450 | $13,444",
        "DOLLARS | 11777.78 | $11,800 | $11,778",
        "DOLLARS | 8793.6 | $8,800 | $8,794",
        "DOLLARS | -1666.67 | -$1,650 | -$1,667",
        "DOLLARS | 994.99 | $990 | $995",
        "DOLLARS | 996 | $1,000 | $996",
        "DOLLARS | 12225 | $12,200 | $12,225",
        "DOLLARS | 12275 | $12,300 | $12,275",
        "DOLLARS | -0.2 | $0 | $0",
        "DOLLAR_TOTAL | 45499 | $45,000 | $45,499",
        "DOLLAR_TOTAL | 1213456 | $1.21 million | $1,213,456",
        "DOLLAR_TOTAL | 12134560 | $12.1 million | $12,134,560",
        "DOLLAR_TOTAL | 123456789 | $123 million | $123,456,789",
        "DOLLAR_TOTAL | 999700 | $1.00 million | $999,700",
        "DOLLAR_TOTAL | 999900000 | $1.00 billion | $999,900,000",
        "DOLLAR_TOTAL | -2500000 | -$2.50 million | -$2,500,000",
        "SHARE | 0.2363636 | 24% | 23.6%",
        "SHARE | 0.0454545 | 5% | 4.5%",
        "SHARE | 0.0049 | less than 1% | 0.5%",
        "SHARE | 0 | 0% | 0.0%",
        "SHARE | 1 | 100% | 100.0%",
        "SHARE | -0.15 | -15% | -15.0%",
        "SHARE | 0.125 | 12% | 12.5%",
        "POINTS | 0.1909 | 19 percentage points | 19.1 pp",
        "POINTS | -0.0101 | -1 percentage point | -1.0 pp",
        "TIMES | 5.2 | 5.2 | 5.20",
        "RISK_RATIO | 3.2 | 3.20 | 3.20",
        "COUNT | 5500 | 5,500 | 5,500",
        "COUNT | 12.25 | 12.2 | 12.2",
        "PER_HUNDRED | 1.6449 | 1.6 | 1.64",
        "STUDENTS_PER | 599.6 | 600 | 600",
        "CLASS_SIZE | 21.35 | 21.4 | 21.4",
        "MINUTES | 43 | 45 | 43",
        "INDEX | 0.31249 | 0.312 | 0.312",
        "NUMBER | 2.55 | 2.5 | 2.55",
        "NUMBER | 2 | 2 | 2",
      })
  void writesNumbersAsThePolicySays(NumberStyle style, double value, String prose, String table) {
    assertThat(style.prose(value)).isEqualTo(prose);
    assertThat(style.table(value)).isEqualTo(table);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DOLLARS | 1666.67 | $1,650",
        "DOLLARS | -1666.67 | $1,650",
        "SHARE | 0.14 | 14 percentage points",
        "SHARE | 0.01 | 1 percentage point",
        "SHARE | 0.001 | less than 1 percentage point",
        "SHARE | 0 | 0 percentage points",
        "CLASS_SIZE | 1.2 | 1.2 students",
        "STUDENTS_PER | 300 | 300 students",
        "STUDENTS_PER | 1 | 1 student",
        "MINUTES | 14 | 15 minutes",
        "PER_HUNDRED | 0.42 | 0.4 per 100 students",
      })
  void writesGapsWithTheirUnit(NumberStyle style, double gap, String words) {
    assertThat(style.difference(gap)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNotANumber(double value) {
    for (NumberStyle style : NumberStyle.values()) {
      assertThatThrownBy(() -> style.prose(value)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> style.table(value)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesExtremeNumbersWithoutFailing(NumberStyle style) {
    for (double value : new double[] {0, -0.0, Double.MIN_VALUE, 1e15, -1e15, 1.0 / 3}) {
      assertThat(style.prose(value)).isNotBlank().doesNotStartWith("-0");
      assertThat(style.table(value)).isNotBlank();
      assertThat(style.tick(value)).isNotBlank();
    }
  }

  @Test
  void ticksAreShort() {
    assertThat(NumberStyle.SHARE.tick(0.2)).isEqualTo("20%");
    assertThat(NumberStyle.DOLLARS.tick(12000)).isEqualTo("$12,000");
    assertThat(NumberStyle.DOLLAR_TOTAL.tick(2_500_000)).isEqualTo("$2.5 m");
  }
}
