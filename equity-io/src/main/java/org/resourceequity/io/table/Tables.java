package org.resourceequity.io.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.resourceequity.io.Notices;

/**
 * Opens the tables in a file: text with commas, tabs, semicolons, pipes or fields of fixed width;
 * the sheets of an xlsx or xls workbook; the records of XML or JSON; any of these in a gz or zip,
 * also in a zip in a zip. What a file is, is found out by its content, not its name.
 *
 * <p>The header is found among the first rows; title rows above it are skipped, and a second row of
 * names is joined to the first. Where a file has no header, or another row is the right one, {@link
 * Table#as} takes a {@link Shape}. Text is UTF-8, or else Windows-1252, and the medium of the table
 * says which.
 *
 * <p>Records of XML are the children of the root: each kind of them is a table, whose sheet is
 * called {@code Root/Child}. Records of JSON are the objects of an array, or objects one after the
 * other. Columns are paths such as {@code SchoolReference/SchoolId}; the second of two elements
 * with the same path is {@code GradeLevel[2]}, an attribute {@code @id}.
 */
public final class Tables {

  private static final int DEEPEST_FOLDER = 16;

  private Tables() {}

  /** Opens {@code path} without telling anybody about progress. */
  public static List<Table> open(Path path, Notices notices) throws IOException {
    return open(path, notices, Progress.NONE);
  }

  /**
   * Opens a file, or all files in a folder, of which those that are no tables are noticed. What is
   * wrong with single rows is added to {@code notices} when they are read.
   *
   * @return one table or more
   * @throws TableException if there is no table
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static List<Table> open(Path path, Notices notices, Progress progress) throws IOException {
    if (!Files.isDirectory(path)) {
      return Opener.open(path, notices, progress);
    }
    List<Table> tables = new ArrayList<>();
    for (Path file : files(path)) {
      try {
        tables.addAll(Opener.open(file, notices, progress));
      } catch (TableException e) {
        Opener.noTable(notices, e, Opener.name(file), null);
      }
    }
    if (tables.isEmpty()) {
      throw new TableException(Opener.name(path), "is a folder without tables", "csv, xlsx, ...");
    }
    return tables;
  }

  /**
   * Returns the files in a folder and its folders, by name and without hidden ones; a file is
   * returned as it is.
   */
  public static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path, DEEPEST_FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !path.relativize(file).toString().matches("(.*[/\\\\])?\\..*"))
          .sorted()
          .toList();
    }
  }

  /**
   * Returns what a query gives, as a table. The query runs each time the rows are read; statement
   * and connection stay the caller's. Rows are not collected here: a driver that would, such as
   * PostgreSQL's outside a transaction, needs auto-commit off to stream.
   *
   * @param name what to call the table in notices and sources
   * @throws TableException if the query cannot run
   */
  public static Table query(String name, PreparedStatement query) throws IOException {
    return Query.table(name, query);
  }

  /**
   * Returns a table of records that come from anywhere: an interface, XML, a list.
   *
   * @param name what to call the table in notices and sources
   * @param header the column names, in the order of the fields; the line of a row is its number,
   *     counted from 1
   */
  public static Table of(String name, Medium medium, List<String> header, Records records) {
    return ofNumbered(
        name,
        medium,
        header,
        consumer -> {
          long[] number = {0};
          records.forEach(fields -> consumer.accept(++number[0], fields));
        });
  }

  /** Returns a table of records with numbers of their own, which are the lines of its rows. */
  public static Table ofNumbered(
      String name, Medium medium, List<String> header, NumberedRecords records) {
    return new RecordTable(name, medium, header, records);
  }

  /**
   * Returns a stream that fails instead of unpacking a small file to far more than an honest one
   * could hold.
   *
   * @param in unpacked bytes
   * @param packedBytes the size of the packed file
   */
  public static InputStream guarded(InputStream in, String name, long packedBytes) {
    GuardedStream guarded = new GuardedStream(in, name, Math.max(1, packedBytes), null);
    return new FilterInputStream(guarded) {
      @Override
      public int read() throws IOException {
        int read = super.read();
        if (read < 0) {
          guarded.check();
        }
        return read;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0) {
          guarded.check();
        }
        return read;
      }
    };
  }
}
