package org.resourceequity.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Grouping;
import org.resourceequity.io.write.StoryWriter;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.story.Status;
import org.resourceequity.story.Stories;
import org.resourceequity.story.Story;
import org.resourceequity.story.StoryOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the story of a district or of all the data. */
@Command(
    name = "story",
    description = {
      "Tells the story of a district or a state: funding, enrolment, staffing, scheduling.",
      "Without files it is told of California's schools in 1999-00."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  equity story",
      "  equity story --district \"Los Angeles Unified\" --format html",
      "  equity story Financial.xlsx RCDTS_codes.csv --district \"Rockford SD 205\" --out"
          + " page.html",
      "  equity story schools.csv --mapping schools.json --group-by fixed-cuts:0.25,0.5,0.75"
    })
final class StoryCommand implements Callable<Integer> {

  private static final Path PAGE = Path.of("equity-story.html");

  /** How to write it. */
  enum Format {
    HTML,
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Published files. Several are joined by the ids of schools and districts.")
  private List<Path> files = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the columns of a table of any kind mean.")
  private @Nullable Path mapping;

  @Option(
      names = "--state",
      paramLabel = "NAME",
      description = "What all schools together are called, such as California.")
  private @Nullable String state;

  @Option(
      names = "--district",
      paramLabel = "NAME",
      description = "Only this district, by name or code.")
  private @Nullable String district;

  @Option(
      names = "--years",
      split = ",",
      paramLabel = "YEAR",
      description = "Only these school years, such as 2018-19,2019-20.")
  private List<String> years = List.of();

  @Option(
      names = "--year-gap",
      paramLabel = "N",
      description = "How many years apart the numbers of one answer may be; 0 if not given.")
  private int yearGap;

  @Option(
      names = "--group-by",
      paramLabel = "RULE",
      description =
          "How schools are put into groups by need: equal-units:4 (if not given),"
              + " equal-students:4 or fixed-cuts:0.25,0.5,0.75.")
  private @Nullable String groupBy;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it: .html, .txt, .md or .json. An existing file is replaced.")
  private @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "html, text or json; if not given, what --out ends with, else text. Without --out,"
              + " text and json go to standard output and html to equity-story.html.")
  private @Nullable Format format;

  @Override
  public Integer call() throws Trouble {
    PrintWriter err = spec.commandLine().getErr();
    StoryOptions options = options();
    checkEnding();
    checkFolder();
    EquityData data = Input.data(files, mapping, err);
    options = options.during(known(options.years(), data, err));
    if (district != null) {
      try {
        options = options.in(data.district(district).id());
      } catch (IllegalArgumentException e) {
        throw Trouble.nothing(e.getMessage());
      }
    }
    Story story = Stories.tell(data, options);
    write(story, err);
    if (!saysAnything(story)) {
      throw Trouble.nothing(
          "the data do not answer any of the story's questions; the story says what is missing");
    }
    return 0;
  }

  private StoryOptions options() throws Trouble {
    try {
      StoryOptions options = StoryOptions.DEFAULT.withYearGap(yearGap);
      if (state != null) {
        options = options.called(state);
      }
      if (groupBy != null) {
        Grouping grouping = Grouping.parse(groupBy);
        if (grouping instanceof Grouping.FixedCuts cuts
            && cuts.cuts().stream().anyMatch(c -> c >= 1)) {
          throw Trouble.usage(
              "\"" + groupBy + "\" has cuts of 1 or more, expected shares such as 0.25,0.5,0.75");
        }
        options = options.groupedBy(grouping);
      }
      return options.during(years.stream().map(SchoolYear::parse).toList());
    } catch (IllegalArgumentException e) {
      throw Trouble.usage(e.getMessage());
    }
  }

  private static List<SchoolYear> known(List<SchoolYear> years, EquityData data, PrintWriter err)
      throws Trouble {
    NavigableSet<SchoolYear> known = data.years();
    List<SchoolYear> kept = years.stream().filter(known::contains).toList();
    if (kept.isEmpty() && !years.isEmpty()) {
      throw Trouble.nothing("the data have none of the years " + years + ", only " + known);
    }
    if (kept.size() < years.size()) {
      err.println("Of the years " + years + " the data have only " + kept);
    }
    return kept;
  }

  private void checkEnding() throws Trouble {
    if (out != null && format == null && !ending(out).matches("html?|txt|md|json")) {
      throw Trouble.usage(
          "cannot tell the format from \""
              + out
              + "\", expected .html, .txt, .md or .json, or --format");
    }
  }

  private void checkFolder() throws Trouble {
    Path folder = out == null ? null : out.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw Trouble.file(
          "the folder " + folder + " does not exist, so " + out + " cannot be written");
    }
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void write(Story story, PrintWriter err) throws Trouble {
    Path file = out == null && format == Format.HTML ? PAGE : out;
    if (file == null) {
      PrintWriter to = spec.commandLine().getOut();
      to.println(content(story, format == null ? Format.TEXT : format).stripTrailing());
      return;
    }
    try {
      if (format == null) {
        StoryWriter.write(story, file);
      } else {
        Files.writeString(file, content(story, format));
      }
    } catch (IOException | UncheckedIOException e) {
      throw Trouble.file(file + " cannot be written (" + e.getMessage() + ")");
    }
    headlines(story);
    err.println("The story is in " + file);
  }

  /** Prints what was found in a few lines, since the story itself went to a file. */
  private void headlines(Story story) {
    PrintWriter to = spec.commandLine().getOut();
    to.println(story.title());
    story.headlines().forEach(line -> to.println("- " + line));
  }

  private static String content(Story story, Format format) {
    return switch (format) {
      case HTML -> StoryWriter.html(story);
      case TEXT -> StoryWriter.text(story);
      case JSON -> StoryWriter.json(story);
    };
  }

  private static boolean saysAnything(Story story) {
    return Stream.concat(
            Stream.ofNullable(story.opening()),
            story.themes().stream().flatMap(theme -> theme.findings().stream()))
        .flatMap(finding -> finding.answers().stream())
        .anyMatch(answer -> answer.status() != Status.NOT_ENOUGH_DATA);
  }
}
