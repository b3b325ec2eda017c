package org.resourceequity.io.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.resourceequity.io.Notices;

/** Damage of any kind gives rows, notices or a {@link TableException}, nothing else. */
class DamageLaws {

  @Property(tries = 200)
  void damagedGzipThrowsNothingButTableExceptions(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int hits) throws IOException {
    damageAndRead(gzip(text(seed)), seed, hits, ".csv.gz");
  }

  @Property(tries = 200)
  void damagedTextThrowsNothingButTableExceptions(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int hits) throws IOException {
    damageAndRead(text(seed), seed, hits, ".csv");
  }

  private static void damageAndRead(byte[] bytes, long seed, int hits, String ending)
      throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < hits; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    Path path = Files.createTempFile("damaged", ending);
    try {
      Files.write(path, bytes);
      Notices notices = new Notices();
      for (Table table : Tables.open(path, notices)) {
        table.forEach(row -> row.get(0));
      }
    } catch (TableException e) {
      // Refused with a reason: as good as read. Anything else fails the law.
    } finally {
      Files.delete(path);
    }
  }

  private static byte[] text(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("id,name,value\n");
    for (int i = 0; i < 300; i++) {
      text.append(i).append(",\"School \"\"").append(i).append("\"\"\",");
      text.append(random.nextInt(100_000)).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
