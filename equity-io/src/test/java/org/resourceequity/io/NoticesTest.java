package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NoticesTest {

  @Test
  void noticeReadsAsOneLine() {
    Notice notice =
        new Notice(
            Notice.Severity.ERROR,
            "not-a-number",
            "not a number",
            "a.xlsx",
            "Staff",
            12,
            "Teachers\nFTE",
            "abc",
            "a number");
    assertThat(notice)
        .hasToString(
            "a.xlsx[Staff] line 12, column \"Teachers FTE\": not a number (found \"abc\", expected"
                + " a number)");
    assertThat(notice("whole-file", 0)).hasToString("a.csv: message");
  }

  @Test
  void codeMustBeKebabCase() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notice("Not Kebab", 1))
        .withMessageContaining("\"Not Kebab\"");
  }

  @Test
  void countsAllAndKeepsFifty() {
    Notices notices = new Notices();
    LongStream.rangeClosed(1, 1000).forEach(line -> notices.add(notice("short-row", line)));
    assertThat(notices.count("short-row")).isEqualTo(1000);
    assertThat(notices.examples()).hasSize(50);
    assertThat(notices.examples().get(49).line()).isEqualTo(50);
    assertThat(notices.count("other")).isZero();
  }

  @Test
  void orderOfThreadsDoesNotMatter() {
    Notices one = new Notices();
    Notices other = new Notices();
    LongStream.rangeClosed(1, 200).forEach(line -> one.add(notice("short-row", line)));
    LongStream.rangeClosed(1, 200)
        .parallel()
        .forEach(line -> other.add(notice("short-row", 201 - line)));
    assertThat(other.examples()).isEqualTo(one.examples());
    assertThat(other).hasToString(one.toString());
  }

  @Test
  void addAllAddsCountsAndSeverity() {
    Notices all = new Notices();
    all.add(notice("long-row", 3));
    Notices more = new Notices();
    more.add(
        new Notice(
            Notice.Severity.ERROR, "long-row", "message", "a.csv", null, 1, null, null, null));
    assertThat(all.hasErrors()).isFalse();
    all.addAll(more);
    all.addAll(all);
    assertThat(all.count("long-row")).isEqualTo(4);
    assertThat(all.counts()).containsOnlyKeys("long-row");
    assertThat(all.severity("long-row")).isEqualTo(Notice.Severity.ERROR);
    assertThat(all.hasErrors()).isTrue();
    assertThat(all).hasToString("ERROR long-row, 4 times, first: a.csv line 1: message");
  }

  private static Notice notice(String code, long line) {
    return new Notice(
        Notice.Severity.WARNING, code, "message", "a.csv", null, line, null, null, null);
  }
}
