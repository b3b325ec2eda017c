package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.io.table.Medium;
import org.resourceequity.io.table.Tables;

/** The texts of a column of codes, in any spelling. */
class ChoiceTest {

  ChoiceTest() {}

  private static int code(Choice choice, String text) throws java.io.IOException {
    int[] code = {Integer.MIN_VALUE};
    Tables.ofNumbered(
            "table", Medium.of("test"), List.of("Sex"), consumer -> consumer.accept(1, text))
        .forEach(row -> code[0] = choice.of(row));
    return code[0];
  }

  @Test
  void upperAndLowerCaseAreAlike() throws java.io.IOException {
    Choice choice =
        new Choice(
            Field.text("Sex"), 0, List.of(List.of("female", "f"), List.of("male"), List.of("")));
    assertThat(code(choice, "Female")).isZero();
    assertThat(code(choice, "f")).isZero();
    assertThat(code(choice, "MALE")).isEqualTo(1);
    assertThat(code(choice, "x")).isEqualTo(Choice.UNKNOWN);
  }

  @Test
  void aMissingColumnHasAnEmptyText() throws java.io.IOException {
    assertThat(code(new Choice(Field.text("Sex"), -1, List.of(List.of("male"))), "male"))
        .isEqualTo(Choice.UNKNOWN);
    assertThat(code(new Choice(Field.text("Sex"), -1, List.of(List.of("x"), List.of(""))), "male"))
        .isEqualTo(1);
  }
}
