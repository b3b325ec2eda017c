package org.resourceequity.benchmarks.nation;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes lines of fields that need no more quoting, many of them. */
final class CsvFile implements Closeable {

  private static final int FLUSH = 1 << 20;

  private final OutputStream out;
  private byte[] buffer = new byte[2 * FLUSH];
  private int length;
  private boolean within;

  CsvFile(Path path, String header) throws IOException {
    out = Files.newOutputStream(path);
    put(bytes(header));
    end();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Adds a field, or several with their commas. */
  CsvFile put(byte[] field) {
    comma(field.length);
    System.arraycopy(field, 0, buffer, length, field.length);
    length += field.length;
    return this;
  }

  /** Adds a field. */
  CsvFile put(String field) {
    return put(bytes(field));
  }

  /** Adds a number, or an empty field for one that is not reported. */
  CsvFile put(long number) {
    comma(20);
    if (number < 0) {
      return this;
    }
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    long rest = number;
    for (int i = length + digits - 1; i >= length; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }

  private void comma(int next) {
    if (length + next + 2 > buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length + next);
    }
    if (within) {
      buffer[length++] = ',';
    }
    within = true;
  }

  /** Ends the line. */
  void end() throws IOException {
    buffer[length++] = '\n';
    within = false;
    if (length > FLUSH) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
