package org.resourceequity.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.ColumnProfile;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.LoadedTable;
import org.resourceequity.io.Notice;
import org.resourceequity.io.Notices;
import org.resourceequity.io.TableProfile;
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
      "Says what is in files or folders, and what can be asked of it.",
      "That is format, rows, schools and districts, years, columns used and not, what was wrong,"
          + " and",
      "which questions the data answer. Of a file that no format fits it says what each column"
          + " looks",
      "like. Leaves with 0 only if values were read."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  equity inspect 18-21-Financial.xlsx",
      "  equity inspect MA_Public_Schools_2017.csv.gz --format json",
      "  equity inspect table.csv --draft mapping.json",
      "  equity inspect table.csv --mapping mapping.json",
      "  equity inspect downloads --table"
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

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders to look into.")
  private List<Path> files = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the columns of a table of any kind mean.")
  private @Nullable Path mapping;

  @Option(
      names = "--draft",
      paramLabel = "FILE",
      description =
          "Write a mapping for the file, made of guesses; look it through and use it with"
              + " --mapping. An existing file is replaced.")
  private @Nullable Path draft;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "For --draft: the school year, where the file does not say it.")
  private @Nullable String year;

  @Option(names = "--table", description = "One line for each file, and nothing else.")
  private boolean table;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text or json, text if not given.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() throws Trouble {
    PrintWriter out = spec.commandLine().getOut();
    if (draft != null) {
      draft(out, draft);
      return 0;
    }
    if (table) {
      Input.check(files);
      if (new FolderTable(out, mapping).print(files) == 0) {
        throw Trouble.nothing("no values were read");
      }
      return 0;
    }
    Loaded loaded = Input.load(files, mapping, spec.commandLine().getErr());
    List<Questions.Asked> questions = questions(loaded);
    List<TableProfile> unknown = unknown(loaded);
    if (format == Format.JSON) {
      out.println(
          JsonMapper.builder()
              .build()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(json(loaded, questions, unknown)));
    } else {
      text(out, loaded);
      questions(out, questions);
      List<String> counts = counts(loaded);
      if (!counts.isEmpty()) {
        out.println("Note: " + Questions.uncounted(counts));
      }
      unknown.forEach(profile -> profile(out, profile));
    }
    Input.complainAbout(loaded);
    if (knownCells(loaded) == 0) {
      boolean headersOnly =
          !loaded.tables().isEmpty()
              && loaded.tables().stream()
                  .allMatch(read -> !read.format().equals(LoadedTable.UNKNOWN) && read.rows() == 0);
      throw Trouble.nothing(
          headersOnly
              ? "there are columns, but no rows below them; if the file was cut off, get it again"
              : "no values were read");
    }
    return 0;
  }

  private void draft(PrintWriter out, Path to) throws Trouble {
    Input.check(files);
    Path file = files.get(0);
    if (files.size() > 1 || Files.isDirectory(file)) {
      throw Trouble.usage("--draft describes one file");
    }
    try {
      SchoolYear known = year == null ? null : SchoolYear.parse(year);
      TableProfile largest =
          EquityFiles.profile(file).stream()
              .max(Comparator.comparingLong(TableProfile::rows))
              .orElseThrow(() -> new IllegalArgumentException(file + " has no table"));
      Files.writeString(to, largest.draftMapping(known));
    } catch (IllegalArgumentException e) {
      throw Trouble.file(e.getMessage());
    } catch (IOException e) {
      throw Trouble.file(to + " cannot be written (" + e.getMessage() + ")");
    }
    out.println("A draft is in " + to + ". It is made of guesses: look it through, then try");
    out.println("  equity inspect " + file + " --mapping " + to);
  }

  /** Returns what the tables of a single file look like that no format fits. */
  private List<TableProfile> unknown(Loaded loaded) {
    Path file = files.get(0);
    boolean any =
        loaded.tables().stream().anyMatch(read -> read.format().equals(LoadedTable.UNKNOWN));
    if (!any || files.size() > 1 || Files.isDirectory(file)) {
      return List.of();
    }
    return EquityFiles.profile(file).stream()
        .filter(
            profile ->
                loaded.tables().stream()
                    .anyMatch(
                        read ->
                            read.format().equals(LoadedTable.UNKNOWN)
                                && read.file().equals(profile.file())
                                && Objects.equals(read.sheet(), profile.sheet())))
        .toList();
  }

  /** Returns what can be asked of the files together; nothing if they have no unit in common. */
  private List<Questions.Asked> questions(Loaded loaded) throws Trouble {
    if (knownCells(loaded) == 0) {
      return List.of();
    }
    Loaded joined = loaded.joined();
    return joined.notices().count("nothing-matched") > 0
        ? List.of()
        : Questions.of(joined.data(), files, mapping);
  }

  /** Returns other counts of students than enrolment, where there are any. */
  private static List<String> counts(Loaded loaded) {
    return loaded.stores().stream()
        .flatMap(store -> Vocabulary.otherCounts(store).stream())
        .distinct()
        .toList();
  }

  private static void questions(PrintWriter out, List<Questions.Asked> questions) {
    for (Questions.Asked question : questions) {
      out.println(question.words());
      question.commands().forEach(command -> out.println("  " + command));
      if (question.more() > 0) {
        out.println("  and " + question.more() + " more");
      }
      if (question.commands().isEmpty()) {
        out.println("  these data do not answer it");
      }
    }
  }

  private static void profile(PrintWriter out, TableProfile profile) {
    String sheet = profile.sheet() == null ? "" : " [" + profile.sheet() + "]";
    out.println("Columns of " + profile.file() + sheet + ", " + profile.rows() + " rows");
    for (ColumnProfile column : profile.columns()) {
      String most = column.distinct() == ColumnProfile.MOST_DISTINCT ? " or more" : "";
      out.println(
          "  "
              + column.name().replaceAll("\\R", " ")
              + ": "
              + column.guess().words()
              + (column.group() == null ? "" : " of " + column.group())
              + "; "
              + column.content().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + range(column)
              + ", "
              + column.blanks()
              + " blank, "
              + column.distinct()
              + most
              + " different"
              + (column.examples().isEmpty() ? "" : ", such as " + column.examples())
              + (column.marks().isEmpty() ? "" : "; marks " + column.marks()));
    }
  }

  private static String range(ColumnProfile column) {
    Double low = column.low();
    Double high = column.high();
    return low == null || high == null ? "" : " from " + number(low) + " to " + number(high);
  }

  private static String number(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
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

  private static Map<String, Object> json(
      Loaded loaded, List<Questions.Asked> questions, List<TableProfile> unknown) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", format(loaded));
    json.put("units", Stream.of(Level.values()).mapToLong(level -> units(loaded, level)).sum());
    json.put("schools", units(loaded, Level.SCHOOL));
    json.put("districts", units(loaded, Level.DISTRICT));
    json.put("years", years(loaded));
    json.put("knownCells", knownCells(loaded));
    json.put("notices", notices(loaded.notices()));
    json.put("tables", loaded.tables());
    json.put("questions", questions);
    json.put("otherCountsOfStudents", counts(loaded));
    json.put("unknown", unknown);
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
      if (table.format().equals(LoadedTable.UNKNOWN)) {
        out.println("  columns    " + columns(table.ignored()));
      } else {
        out.println("  rows       " + table.rows() + ", about " + table.units() + " units");
        out.println("  used       " + columns(table.used()));
        out.println("  ignored    " + columns(table.ignored()));
      }
    }
    if (knownCells(loaded) > 0 || units(loaded, Level.SCHOOL) + units(loaded, Level.DISTRICT) > 0) {
      together(out, loaded);
    }
    notices(out, loaded.notices());
  }

  private static void together(PrintWriter out, Loaded loaded) {
    out.println("All together");
    out.println("  schools    " + units(loaded, Level.SCHOOL));
    out.println("  districts  " + units(loaded, Level.DISTRICT));
    out.println("  years      " + String.join(", ", years(loaded)));
    out.println("  values     " + knownCells(loaded) + " known");
    for (EquityData store : loaded.stores()) {
      out.println("  store      " + store);
    }
  }

  private static void notices(PrintWriter out, Notices notices) {
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
