package org.resourceequity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Pieces of bytes have the numbers that were noted. */
class ByteNumbersTest {

  ByteNumbersTest() {}

  /** Many pieces are alike but for their length, or for a byte that is 0. */
  @Provide
  Arbitrary<List<byte[]>> pieces() {
    return Arbitraries.of((byte) 0, (byte) 1, (byte) -1)
        .array(byte[].class)
        .ofMaxSize(18)
        .list()
        .ofMaxSize(200);
  }

  @Property(tries = 300)
  void itKnowsWhatAMapWould(@ForAll("pieces") List<byte[]> pieces) {
    ByteNumbers numbers = new ByteNumbers();
    Map<String, Integer> map = new HashMap<>();
    for (byte[] piece : pieces) {
      byte[] text = new byte[piece.length + 2];
      Arrays.fill(text, (byte) 7);
      System.arraycopy(piece, 0, text, 1, piece.length);
      String key = new String(piece, StandardCharsets.ISO_8859_1);
      int number = numbers.find(text, 1, 1 + piece.length);
      assertThat(number).isEqualTo(map.getOrDefault(key, -1));
      if (number < 0) {
        numbers.put(text, 1, 1 + piece.length, 3 * map.size());
        if (piece.length <= 16) {
          map.put(key, 3 * map.size());
        }
      }
    }
  }

  @Test
  void aNationOfCodesThatCountUp() {
    ByteNumbers numbers = new ByteNumbers();
    for (int i = 0; i < 200_000; i++) {
      numbers.put(code(i), 0, 12, i);
    }
    for (int i = 0; i < 200_000; i++) {
      assertThat(numbers.find(code(i), 0, 12)).isEqualTo(i);
    }
    assertThat(numbers.find(code(200_000), 0, 12)).isEqualTo(-1);
  }

  private static byte[] code(int i) {
    return Long.toString(100_000_500_000L + 37L * i).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void nothingIsKnownElsewhere() throws IOException, ClassNotFoundException {
    ByteNumbers numbers = new ByteNumbers();
    numbers.put(code(0), 0, 12, 5);
    ByteNumbers read = (ByteNumbers) Sent.read(Sent.written(numbers));
    assertThat(read.find(code(0), 0, 12)).isEqualTo(-1);
    read.put(code(0), 0, 12, 6);
    assertThat(read.find(code(0), 0, 12)).isEqualTo(6);
  }
}
