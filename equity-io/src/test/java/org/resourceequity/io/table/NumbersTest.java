package org.resourceequity.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "12|12",
        "-3.5|-3.5",
        "+4|4",
        ".5|0.5",
        "7.|7",
        "1,234|1234",
        "1,234,567.8|1234567.8",
        "$12|12",
        "-$12|-12",
        "$-12|-12",
        "$1,200.50|1200.5",
        "48.3%|48.3",
        "48.3 %|48.3",
        "(7)|-7",
        "($1,000)|-1000",
        "$ (1,000)|-1000",
        "1.5E-3|0.0015",
        "1e3|1000",
        "'\u00A05\u00A0'|5",
        "-0|0"
      })
  void readsWhatAgenciesWrite(String text, double expected) {
    assertThat(Numbers.parse(text)).isEqualTo(OptionalDouble.of(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "NaN",
        "Infinity",
        "1e999",
        "0x1F",
        "1d",
        "1f",
        "12,34",
        "1,2345",
        ",5",
        "1 2",
        "<10",
        "*",
        "(7",
        "7)",
        "(-7)",
        "%",
        "$",
        "1.2.3",
        "--1",
        "٣",
        "1_000",
        "5 pupils"
      })
  void refusesEverythingElse(String text) {
    assertThat(Numbers.parse(text)).isEmpty();
  }
}
