package org.resourceequity.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** Large texts are cut into fields as the reader of small ones does it. */
class ScanTest {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  ScanTest() {}

  /** What a reader makes of a text: a row a line, and how it ended. */
  private record Outcome(List<String> rows, String end) {}

  private static Bytes bytes(byte[] text, int brokenAfter) {
    return () -> new GuardedStream(new Broken(text, brokenAfter), "text.csv", 0, null);
  }

  /** Breaks off like a damaged archive. */
  private static final class Broken extends InputStream {
    private final InputStream in;
    private int left;

    private Broken(byte[] text, int after) {
      in = new ByteArrayInputStream(text);
      left = after < 0 ? Integer.MAX_VALUE : after;
    }

    @Override
    public int read() throws IOException {
      throw new IOException("reads more than one byte");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        throw new IOException("broken");
      }
      int read = in.read(buffer, offset, Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }
  }

  private static Outcome plain(Bytes bytes, char delimiter, Charset charset) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Rows read = TextSource.plain("text.csv", bytes, charset, delimiter).open()) {
      for (Cells cells = read.next(); cells != null; cells = read.next()) {
        rows.add(row(cells.line(), IntStream.range(0, cells.size()).mapToObj(cells::get).toList()));
      }
      return new Outcome(rows, "end");
    } catch (DamageException e) {
      return new Outcome(rows, e.code());
    }
  }

  private static Outcome scanned(Bytes bytes, char delimiter, Charset charset, int size)
      throws IOException {
    List<String> rows = new ArrayList<>();
    ByteText text = new ByteText("text.csv", bytes, (byte) delimiter, charset);
    try (ByteRow row =
        new ByteRow(bytes.open(), new Header(List.of("a"), 0, 0), text, size, () -> {})) {
      while (row.next()) {
        rows.add(row(row.line(), IntStream.range(0, row.size()).mapToObj(row::get).toList()));
      }
      return new Outcome(rows, "end");
    } catch (DamageException e) {
      return new Outcome(rows, e.code());
    }
  }

  private static String row(long line, List<String> fields) {
    return line + " " + String.join("|", fields).replace('\r', '/').replace('\n', '\\');
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "a",
            "bc",
            "12345678",
            " ",
            ",",
            ",",
            "\"",
            "\"\"",
            "\n",
            "\r\n",
            "\r",
            "\t",
            ";",
            "|",
            "é",
            "\u00a0",
            "\"x\"",
            "\",\"",
            "\"a,b\"",
            "\"line\nbreak\"",
            "\"\"\"q\"\"\"");
    return piece.list().ofMaxSize(60).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3000)
  void everyTextHasTheSameRows(
      @ForAll("texts") String text, @ForAll("sizes") int size, @ForAll("delimiters") char delimiter)
      throws IOException {
    Bytes bytes = bytes(text.getBytes(StandardCharsets.UTF_8), -1);
    Outcome plain = plain(bytes, delimiter, StandardCharsets.UTF_8);
    assertThat(scanned(bytes, delimiter, StandardCharsets.UTF_8, size)).isEqualTo(plain);
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(1, 64);
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(',', '\t', ';', '|');
  }

  @Property(tries = 1000)
  void whereATextBreaksOffItsLastRowIsNotWhole(
      @ForAll("texts") String text, @ForAll("sizes") int size, @ForAll("cuts") int cut)
      throws IOException {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    Bytes bytes = bytes(all, Math.min(cut, all.length));
    Outcome plain = plain(bytes, ',', StandardCharsets.UTF_8);
    Outcome scanned = scanned(bytes, ',', StandardCharsets.UTF_8, size);
    assertThat(scanned.end()).isEqualTo(plain.end());
    // A row that has its line end is whole; the plain reader does not see the line end.
    int rows = plain.rows().size();
    assertThat(scanned.rows().size()).isBetween(rows, rows + 1);
    assertThat(scanned.rows().subList(0, rows)).isEqualTo(plain.rows());
  }

  @Provide
  Arbitrary<Integer> cuts() {
    return Arbitraries.integers().between(0, 60);
  }

  @Provide
  Arbitrary<byte[]> anyBytes() {
    Arbitrary<Byte> any = Arbitraries.bytes();
    Arbitrary<Byte> often = Arbitraries.of((byte) ',', (byte) '\n', (byte) '"', (byte) 'a');
    return Combinators.combine(Arbitraries.of(any, often).list().ofSize(80), Arbitraries.randoms())
        .as(
            (each, random) -> {
              byte[] bytes = new byte[each.size()];
              // A byte order mark would say that it is another encoding, which is not scanned.
              bytes[0] = 'a';
              for (int i = 1; i < bytes.length; i++) {
                bytes[i] = each.get(i).generator(1).next(random).value();
              }
              return bytes;
            });
  }

  @Property(tries = 1000)
  void anyBytesHaveTheSameRows(@ForAll("anyBytes") byte[] any, @ForAll("sizes") int size)
      throws IOException {
    Bytes bytes = bytes(any, -1);
    Outcome plain = plain(bytes, ',', WINDOWS_1252);
    assertThat(scanned(bytes, ',', WINDOWS_1252, size)).isEqualTo(plain);
  }

  /** Rows of a long table: codes in cycles, which sometimes break, between an id and a number. */
  @Provide
  Arbitrary<String> cycles() {
    Arbitrary<String> ids = Arbitraries.of("a", "a", "a", "b", "\"c,c\"", "\"d\nd\"", "é", "");
    Arbitrary<String> oddities =
        Arbitraries.frequency(
            Tuple.of(12, ""),
            Tuple.of(1, "\n"),
            Tuple.of(1, "x\n"),
            Tuple.of(1, "a,g,r,1,\"k\",f\n"),
            Tuple.of(1, "a,g0,r0,\"1\",k,f\n"),
            Tuple.of(1, "a,g0,r0,1,k,\n"),
            Tuple.of(1, "a,g0,r0,1,k,f\r"),
            Tuple.of(3, "a,g2,r1,1,k,f,more\na,g2,r0,1\n"));
    Arbitrary<String> numbers = Arbitraries.of("0", "0", "7", "12", "", "1234567", " 3", "é");
    Arbitrary<String> ends = Arbitraries.of("\n", "\n", "\n", "\r\n");
    Arbitrary<String> rests = Arbitraries.of(",k,f", ",k,f", ",k,f", ",k", ",k,f,more", "");
    return Combinators.combine(ids, numbers.list().ofSize(6), oddities, ends, rests)
        .as(
            (id, number, oddity, end, rest) -> {
              StringBuilder rows = new StringBuilder();
              for (int i = 0; i < number.size(); i++) {
                String codes = "g" + i / 2 + ",r" + i % 2;
                rows.append(
                    id + "," + codes + "," + number.get(i) + (i % 2 == 0 ? ",k,f" : rest) + end);
              }
              return rows.append(oddity).toString();
            })
        .list()
        .ofMinSize(2)
        .ofMaxSize(12)
        .map(each -> String.join("", each));
  }

  @Property(tries = 2000)
  void rowsThatEndAsExpectedSayWhatTheySay(
      @ForAll("cycles") String text, @ForAll("buffers") int size, @ForAll boolean codesOnly)
      throws IOException {
    Bytes bytes = bytes(text.getBytes(StandardCharsets.UTF_8), -1);
    Outcome plain = plain(bytes, ',', StandardCharsets.UTF_8);
    Combinations codes = codesOnly ? new Combinations(1, 2) : new Combinations(1, 2, 4);
    Map<List<String>, Integer> numbers = new HashMap<>();
    Map<Long, List<String>> byLine = new TreeMap<>();
    List<String> rows = new ArrayList<>();
    ByteText of = new ByteText("text.csv", bytes, (byte) ',', StandardCharsets.UTF_8);
    try (ByteRow row =
        new ByteRow(bytes.open(), new Header(List.of("a"), 0, 0), of, size, () -> {})) {
      while (row.next()) {
        int number = row.size() > 2 ? codes.of(row) : -1;
        List<String> all = IntStream.range(0, row.size()).mapToObj(row::get).toList();
        rows.add(row(row.line(), all));
        List<String> texts = IntStream.of(1, 2, codesOnly ? 2 : 4).mapToObj(row::get).toList();
        if (number >= 0) {
          assertThat(numbers.computeIfAbsent(texts, t -> numbers.size())).isEqualTo(number);
        }
        byLine.put(row.line(), all);
        for (int column = 0; column < row.size(); column++) {
          List<String> here = all.subList(0, column + 1);
          int last = column + 1;
          assertThat(byLine)
              .allSatisfy(
                  (line, there) -> {
                    if (line >= row.since(last - 1)) {
                      assertThat(there.subList(0, last)).isEqualTo(here);
                    }
                  });
        }
      }
    }
    assertThat(rows).isEqualTo(plain.rows());
  }

  @Provide
  Arbitrary<Integer> buffers() {
    return Arbitraries.of(1, 40, 150, 4096);
  }

  @Test
  void aByteOrderMarkIsNoText() throws IOException {
    byte[] text = "\uFEFFa,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    assertThat(scanned(bytes(text, -1), ',', StandardCharsets.UTF_8, 1).rows())
        .containsExactly("1 a|b", "2 1|2");
  }

  @Test
  void aFieldThatIsNotUtf8IsWindows1252() throws IOException {
    byte[] text = "Peña,Caf\u00e9\n".getBytes(WINDOWS_1252);
    assertThat(scanned(bytes(text, -1), ',', StandardCharsets.UTF_8, 64).rows())
        .containsExactly("1 Peña|Café");
  }

  @Test
  void theMemoryOfAColumnGrowsAndForgets() {
    FieldTexts texts = new FieldTexts(StandardCharsets.UTF_8, () -> {});
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 200_000; i++) {
        byte[] field = (" " + i + "\t").getBytes(StandardCharsets.UTF_8);
        assertThat(texts.of(Arrays.copyOf(field, field.length + 8), 0, field.length))
            .isEqualTo(String.valueOf(i));
      }
    }
  }

  @Test
  void aRowAfterAShortOneIsNotExpected() throws IOException {
    byte[] text = "abc,g0,1\nabc,g1,1\nabc,g0,1\nabc\nabc\ng1,1\n".getBytes(StandardCharsets.UTF_8);
    Bytes bytes = bytes(text, -1);
    ByteText of = new ByteText("text.csv", bytes, (byte) ',', StandardCharsets.UTF_8);
    Combinations codes = new Combinations(1);
    List<String> rows = new ArrayList<>();
    try (ByteRow row =
        new ByteRow(bytes.open(), new Header(List.of("a"), 0, 0), of, ByteRow.SIZE, () -> {})) {
      while (row.next()) {
        if (row.size() == 3) {
          codes.of(row);
        }
        rows.add(row(row.line(), IntStream.range(0, row.size()).mapToObj(row::get).toList()));
      }
    }
    assertThat(rows).isEqualTo(plain(bytes, ',', StandardCharsets.UTF_8).rows());
  }
}
