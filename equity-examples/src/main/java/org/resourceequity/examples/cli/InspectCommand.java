package org.resourceequity.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.LoadedTable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.SchoolYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Says what is in files and what was wrong with them. */
@Command(
    name = "inspect",
    description = {
      "Says what is in files: format, rows, schools and districts, years, columns used and not,",
      "and what was wrong. Leaves with 0 only if a format was recognised and values were read."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  equity inspect 18-21-Financial.xlsx",
      "  equity inspect MA_Public_Schools_2017.csv.gz --format json",
      "  equity inspect table.csv --mapping mapping.json"
    })
final class InspectCommand implements Callable<Integer> {

  private static final int EXAMPLES = 3;
  private static final int COLUMNS = 12;

  /** How to show it. */
  enum Format {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to look into.")
  private List<Path> files = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the columns of a table of " + "any kind mean.")
  private @Nullable Path mapping;

  @Option(names = "--format", description = "text or json, text if not given.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() throws Trouble {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Loaded loaded = Input.load(files, mapping, err);
    if (format == Format.JSON) {
      out.println(
          JsonMapper.builder()
              .build()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(json(loaded)));
    } else {
      text(out, loaded);
    }
    Input.complainAbout(loaded);
    if (knownCells(loaded) == 0) {
      throw Trouble.nothing("no values were read");
    }
    return 0;
  }

  private static long knownCells(Loaded loaded) {
    return loaded.stores().stream().mapToLong(EquityData::knownCells).sum();
  }

  private static long units(Loaded loaded, Level level) {
    return loaded.stores().stream().mapToLong(store -> store.units(level).size()).sum();
  }

  private static List<String> years(Loaded loaded) {
    TreeSet<SchoolYear> years = new TreeSet<>();
    loaded.stores().forEach(store -> years.addAll(store.years()));
    return years.stream().map(SchoolYear::toString).toList();
  }

  private static String format(Loaded loaded) {
    List<String> known =
        loaded.tables().stream()
            .map(LoadedTable::format)
            .filter(f -> !f.equals(LoadedTable.UNKNOWN))
            .distinct()
            .toList();
    return known.isEmpty() ? LoadedTable.UNKNOWN : String.join(", ", known);
  }

  private static Map<String, Object> json(Loaded loaded) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", format(loaded));
    json.put("units", Stream.of(Level.values()).mapToLong(level -> units(loaded, level)).sum());
    json.put("schools", units(loaded, Level.SCHOOL));
    json.put("districts", units(loaded, Level.DISTRICT));
    json.put("years", years(loaded));
    json.put("knownCells", knownCells(loaded));
    json.put("notices", notices(loaded.notices()));
    json.put("tables", loaded.tables());
    return json;
  }

  private static List<Map<String, Object>> notices(Notices notices) {
    List<Map<String, Object>> list = new ArrayList<>();
    notices
        .counts()
        .forEach(
            (code, count) -> {
              Map<String, Object> notice = new LinkedHashMap<>();
              notice.put("code", code);
              notice.put("severity", notices.severity(code).name().toLowerCase(Locale.ROOT));
              notice.put("count", count);
              notice.put("examples", examples(notices, code));
              list.add(notice);
            });
    return list;
  }

  private static List<String> examples(Notices notices, String code) {
    return notices.examples().stream()
        .filter(notice -> notice.code().equals(code))
        .limit(EXAMPLES)
        .map(Notice::toString)
        .toList();
  }

  private static void text(PrintWriter out, Loaded loaded) {
    for (LoadedTable table : loaded.tables()) {
      String sheet = table.sheet() == null ? "" : " [" + table.sheet() + "]";
      out.println(table.file() + sheet);
      out.println("  format     " + table.format() + ": " + table.why());
      if (!table.runnerUp().isEmpty()) {
        out.println("  runner-up  " + table.runnerUp());
      }
      out.println("  rows       " + table.rows() + ", about " + table.units() + " units");
      out.println("  used       " + columns(table.used()));
      out.println("  ignored    " + columns(table.ignored()));
    }
    out.println("All together");
    out.println("  schools    " + units(loaded, Level.SCHOOL));
    out.println("  districts  " + units(loaded, Level.DISTRICT));
    out.println("  years      " + String.join(", ", years(loaded)));
    out.println("  values     " + knownCells(loaded) + " known");
    for (EquityData store : loaded.stores()) {
      out.println("  store      " + store);
    }
    Notices notices = loaded.notices();
    out.println(notices.counts().isEmpty() ? "No notices" : "Notices");
    notices
        .counts()
        .forEach(
            (code, count) -> {
              String severity = notices.severity(code).name().toLowerCase(Locale.ROOT);
              out.println(
                  "  " + severity + " " + code + ", " + count + (count == 1 ? "" : " times"));
              examples(notices, code).forEach(example -> out.println("    " + example));
            });
  }

  private static String columns(List<String> names) {
    List<String> shown = names.stream().limit(COLUMNS).map(n -> n.replaceAll("\\R", " ")).toList();
    return names.size()
        + (names.isEmpty() ? "" : ": " + String.join(", ", shown))
        + (names.size() > COLUMNS ? ", ..." : "");
  }
}
