package org.resourceequity.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.LoadedTable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;
import org.resourceequity.io.table.Tables;
import org.resourceequity.model.EquityData;

/** One line for each file: what it is, what was read, and what was wrong, or why it was refused. */
final class FolderTable {

  private final PrintWriter out;
  private final @Nullable Path mapping;
  private final Set<String> folderFormats =
      EquityFiles.formats().stream()
          .filter(FileFormat::isFolder)
          .map(FileFormat::id)
          .collect(Collectors.toSet());

  /** Files that mean something only together, by folder and format. */
  private final Map<Together, List<Path>> together = new LinkedHashMap<>();

  private int read;
  private int refused;

  private record Together(@Nullable Path folder, String format) {}

  FolderTable(PrintWriter out, @Nullable Path mapping) {
    this.out = out;
    this.mapping = mapping;
  }

  /** Prints the table and returns how many files gave something. */
  int print(List<Path> files) throws Trouble {
    row("file", "recognised as", "rows", "units", "known", "notices");
    for (Path root : files) {
      for (Path file : in(root)) {
        one(Files.isDirectory(root) ? root.relativize(file).toString() : file.toString(), file);
      }
    }
    together.forEach(
        (of, parts) ->
            row(
                of.folder() + " (" + parts.size() + " files)",
                EquityFiles.read(parts.toArray(Path[]::new))));
    out.println(read + " files were read, " + refused + " were refused");
    return read;
  }

  private static List<Path> in(Path root) throws Trouble {
    try {
      return Tables.files(root);
    } catch (IOException e) {
      throw Trouble.file(root + " cannot be read (" + e.getMessage() + ")");
    }
  }

  private void one(String name, Path file) {
    Loaded loaded =
        mapping == null ? EquityFiles.read(file) : EquityFiles.readWithMapping(mapping, file);
    for (LoadedTable table : loaded.tables()) {
      if (folderFormats.contains(table.format())) {
        together
            .computeIfAbsent(
                new Together(file.getParent(), table.format()), of -> new ArrayList<>())
            .add(file);
        return;
      }
    }
    row(name, loaded);
  }

  private void row(String name, Loaded loaded) {
    List<LoadedTable> known =
        loaded.tables().stream().filter(t -> !t.format().equals(LoadedTable.UNKNOWN)).toList();
    long cells = loaded.stores().stream().mapToLong(EquityData::knownCells).sum();
    long units = known.stream().mapToLong(LoadedTable::units).sum();
    if (known.isEmpty() || units == 0) {
      refused++;
      row(name, "-", "", "", "", "refused: " + why(loaded.notices()));
      return;
    }
    read++;
    row(
        name,
        known.stream().map(LoadedTable::format).distinct().collect(Collectors.joining(", ")),
        String.valueOf(known.stream().mapToLong(LoadedTable::rows).sum()),
        String.valueOf(units),
        cells == 0 ? "facts" : String.valueOf(cells),
        said(loaded.notices()));
  }

  private void row(
      String file, String format, String rows, String units, String cells, String notices) {
    out.printf(
        Locale.ROOT, "%-60s %-32s %9s %8s %10s  %s%n", file, format, rows, units, cells, notices);
    out.flush();
  }

  private static String why(Notices notices) {
    return notices.examples().stream()
        .max(java.util.Comparator.comparing(Notice::severity))
        .map(Notice::message)
        .orElse("it has no rows about schools or districts")
        .replaceAll("\\R", " ");
  }

  private static String said(Notices notices) {
    return notices.counts().entrySet().stream()
        .map(
            count ->
                notices.severity(count.getKey()).name().toLowerCase(Locale.ROOT)
                    + " "
                    + count.getKey()
                    + " "
                    + count.getValue())
        .collect(Collectors.joining(", "));
  }
}
