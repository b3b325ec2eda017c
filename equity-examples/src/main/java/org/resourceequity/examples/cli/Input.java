package org.resourceequity.examples.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.Notice;
import org.resourceequity.io.california.California;
import org.resourceequity.io.table.Progress;
import org.resourceequity.model.EquityData;

/** Reads the files that the command line names. */
final class Input {

  /** Notices after which an answer would rest on half a file. */
  private static final Set<String> FATAL =
      Set.of("unreadable-file", "unreadable-row", "truncated-file", "too-large", "unknown-format");

  private Input() {}

  /**
   * Returns what the files hold, joined if they are several; without files the data of California.
   */
  static EquityData data(List<Path> files, @Nullable Path mapping, PrintWriter err) throws Trouble {
    if (files.isEmpty()) {
      if (mapping != null) {
        throw Trouble.usage("--mapping describes files, but no file is named");
      }
      return California.load();
    }
    Loaded loaded = load(files, mapping, err);
    complainAbout(loaded);
    if (loaded.stores().isEmpty()) {
      throw Trouble.file("no data was read; \"equity inspect\" says why");
    }
    Loaded joined = loaded.joined();
    for (Notice notice : joined.notices().examples()) {
      if (notice.code().equals("nothing-matched")) {
        // A story of two files that have nothing in common would be about one of them only.
        throw Trouble.file(notice.message());
      }
    }
    joined.joins().forEach(join -> err.println("joined " + join));
    joined
        .notices()
        .counts()
        .forEach(
            (code, count) -> {
              if (joined.notices().severity(code) != Notice.Severity.INFO) {
                err.println(
                    code
                        + (count == 1 ? ": " : ", " + count + " times, first: ")
                        + first(joined, code));
              }
            });
    return joined.data();
  }

  private static String first(Loaded loaded, String code) {
    return loaded.notices().examples().stream()
        .filter(notice -> notice.code().equals(code))
        .map(Notice::toString)
        .findFirst()
        .orElse("\"equity inspect\" says more");
  }

  /** Reads files without judging what was read. */
  static Loaded load(List<Path> files, @Nullable Path mapping, PrintWriter err) throws Trouble {
    check(files);
    Bar bar = new Bar(err);
    bar.begin(files);
    try {
      return mapping == null
          ? EquityFiles.read(files, bar)
          : EquityFiles.readWithMapping(mapping, files.toArray(Path[]::new));
    } catch (IllegalArgumentException e) {
      throw Trouble.file(e.getMessage());
    } finally {
      bar.end();
    }
  }

  /** Complains about files that are not there. */
  static void check(List<Path> files) throws Trouble {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw Trouble.file(file + " does not exist, expected a file or folder");
      }
    }
  }

  /** Complains if any notice forbids to use what was read. */
  static void complainAbout(Loaded loaded) throws Trouble {
    for (Notice notice : loaded.notices().examples()) {
      if (notice.severity() == Notice.Severity.ERROR && FATAL.contains(notice.code())) {
        // What is said about a whole file names it already.
        throw Trouble.file(
            notice.code().equals("unreadable-file") ? notice.message() : notice.toString());
      }
    }
  }

  /** A line on the terminal that says how far the reading has come. */
  private static final class Bar implements Progress {
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean terminal = isTerminal();
    private int written;

    Bar(PrintWriter err) {
      this.err = err;
    }

    @SuppressWarnings("SystemConsoleNull") // A newer JDK, where it is never null, has isTerminal.
    private static boolean isTerminal() {
      Console console = System.console();
      if (console == null) {
        return false;
      }
      try {
        return (boolean) Console.class.getMethod("isTerminal").invoke(console);
      } catch (ReflectiveOperationException e) {
        return true;
      }
    }

    /** Workbooks tell of no progress, so the line says at least what is read. */
    synchronized void begin(List<Path> files) {
      show(
          "reading "
              + String.join(", ", files.stream().map(f -> "" + f.getFileName()).toList())
              + " ...");
    }

    @Override
    public synchronized void at(String file, long bytesRead, long bytesTotal) {
      if (bytesTotal > 0) {
        int done = (int) Math.min(WIDTH, WIDTH * bytesRead / bytesTotal);
        show("[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] " + file);
      }
    }

    private void show(String line) {
      if (terminal) {
        err.print("\r" + line + " ".repeat(Math.max(0, written - line.length())));
        err.flush();
        written = line.length();
      }
    }

    synchronized void end() {
      if (written > 0) {
        err.print("\r" + " ".repeat(written) + "\r");
        err.flush();
      }
    }
  }
}
