package org.resourceequity.io.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines without a delimiter: each field has its place in the line. */
final class FixedWidthSource implements Rows.Source {

  private static final int SAMPLE_LINES = 500;
  private static final double MOST = 0.95;

  private final String file;
  private final String kind;
  private final Bytes bytes;
  private final Charset charset;
  private final List<Shape.Slice> slices;

  FixedWidthSource(
      String file, String kind, Bytes bytes, Charset charset, List<Shape.Slice> slices) {
    this.file = file;
    this.kind = kind;
    this.bytes = bytes;
    this.charset = charset;
    this.slices = slices;
  }

  /**
   * Returns the places between columns of blanks that go through all lines, or none if this is not
   * what the text looks like: there are fewer than three of them, or none has numbers only.
   */
  static List<Shape.Slice> guess(String text, boolean cut) {
    List<String> lines =
        text.lines().filter(line -> !Texts.isBlank(line)).limit(SAMPLE_LINES).toList();
    lines = cut && lines.size() < SAMPLE_LINES ? lines.subList(0, lines.size() - 1) : lines;
    BitSet filled = new BitSet();
    for (String line : lines) {
      for (int i = 0; i < line.length(); i++) {
        if (!Texts.isSpace(line.charAt(i))) {
          filled.set(i);
        }
      }
    }
    List<Shape.Slice> slices = new ArrayList<>();
    boolean numbers = false;
    for (int from = filled.nextSetBit(0); from >= 0; ) {
      int end = filled.nextClearBit(from);
      Shape.Slice slice = new Shape.Slice(place(from, end), from + 1, end);
      slices.add(slice);
      numbers |=
          lines.stream().filter(line -> isNumber(line, slice)).count() >= MOST * lines.size();
      from = filled.nextSetBit(end);
    }
    return slices.size() >= 3 && numbers ? slices : List.of();
  }

  private static boolean isNumber(String line, Shape.Slice slice) {
    return Numbers.parse(part(line, slice)).isPresent();
  }

  private static String place(int from, int end) {
    return (from + 1) + "-" + end;
  }

  private static String part(String line, Shape.Slice slice) {
    int from = Math.min(slice.first() - 1, line.length());
    return line.substring(from, Math.min(slice.last(), line.length()));
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public @Nullable String sheet() {
    return null;
  }

  @Override
  public Medium medium() {
    return new Medium(kind, charset.name(), "fixed width");
  }

  /** Lines may be cut off after their last character that is no blank. */
  @Override
  public boolean ragged() {
    return true;
  }

  @Override
  public String columnName(int column) {
    return slices.get(column).name();
  }

  @Override
  public Rows.Source cut(Shape shape) {
    return shape.isFixedWidth()
        ? new FixedWidthSource(file, kind, bytes, charset, shape.slices())
        : this;
  }

  @Override
  public Rows open() throws IOException {
    return new Lines(bytes.open());
  }

  private final class Lines implements Rows {
    private static final int LONGEST = 1 << 20;

    private final GuardedStream in;
    private final Reader reader;
    private final StringBuilder line = new StringBuilder();
    private long number;
    private int ahead;

    private Lines(GuardedStream in) throws IOException {
      this.in = in;
      this.reader = new BufferedReader(new InputStreamReader(in, charset));
      this.ahead = reader.read();
      if (ahead == '\uFEFF') {
        ahead = reader.read();
      }
    }

    @Override
    public @Nullable Cells next() throws DamageException {
      try {
        line.setLength(0);
        if (ahead < 0) {
          in.check();
          return null;
        }
        while (ahead >= 0 && ahead != '\n' && ahead != '\r') {
          if (line.length() == LONGEST) {
            throw new DamageException(
                "unreadable-row", "a line has more than " + LONGEST + " characters", null);
          }
          line.append((char) ahead);
          ahead = reader.read();
        }
        boolean ended = ahead >= 0;
        boolean carriageReturn = ahead == '\r';
        ahead = ended ? reader.read() : ahead;
        if (carriageReturn && ahead == '\n') {
          ahead = reader.read();
        }
        if (!ended) {
          // Where the file breaks off, the last line is not whole.
          in.check();
        }
      } catch (DamageException e) {
        throw e;
      } catch (IOException e) {
        throw DamageException.truncated(e);
      }
      return cells();
    }

    private Cells cells() {
      number++;
      String text = line.toString();
      String[] values = new String[slices.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = part(text, slices.get(i));
      }
      return new Cells(number, values);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
