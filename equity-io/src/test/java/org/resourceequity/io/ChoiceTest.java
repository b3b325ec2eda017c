package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.io.table.Row;

/** Codes are known however they follow each other, and what means nothing keeps its text. */
class ChoiceTest {

  ChoiceTest() {}

  /** A row of one column. */
  private record One(String text) implements Row {
    @Override
    public long line() {
      return 1;
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public String get(int column) {
      return text;
    }

    @Override
    public String get(String column) {
      return text;
    }

    @Override
    public boolean has(String column) {
      return true;
    }
  }

  private static final Field COLUMN = Field.text("Sex");

  private static void has(Choice choice, String text, int code) {
    assertThat(choice.of(new One(text))).as(text).isEqualTo(code);
    assertThat(choice.text()).isEqualTo(text);
  }

  @Test
  void eachTextHasItsCodeAfterAnyOther() {
    Choice choice =
        new Choice(COLUMN, 0, List.of(List.of("female", "f"), List.of("male"), List.of("")));
    List<String> texts = List.of("Female", "x", "MALE", "", "f", "y", "");
    List<Integer> codes = List.of(0, Choice.UNKNOWN, 1, 2, 0, Choice.UNKNOWN, 2);
    for (int before = 0; before < texts.size(); before++) {
      for (int after = 0; after < texts.size(); after++) {
        has(choice, texts.get(before), codes.get(before));
        has(choice, texts.get(after), codes.get(after));
      }
    }
  }

  @Test
  void anEmptyTextMeansNothingUnlessItIsACode() {
    Choice choice = new Choice(COLUMN, 0, List.of(List.of("female"), List.of("male")));
    has(choice, "", Choice.UNKNOWN);
    has(choice, "x", Choice.UNKNOWN);
    has(choice, "", Choice.UNKNOWN);
    has(choice, "male", 1);
  }
}
