package org.resourceequity.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Fund;
import org.resourceequity.model.Measurement;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Population;
import org.resourceequity.model.Reason;
import org.resourceequity.model.Variable;

/** Describes formats in Markdown, from their declarations. */
final class FormatPage {

  private final StringBuilder page = new StringBuilder();

  private FormatPage() {}

  static String of(Format format) {
    FormatPage text = new FormatPage();
    text.format(format);
    return text.page.toString();
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private void format(Format format) {
    line("## " + format.id());
    line("");
    line(
        format.title()
            + (format.years().isEmpty() ? "" : ", " + format.years())
            + ". Ids of scheme "
            + format.scheme()
            + ". Known from "
            + (format.evidence() == Format.Evidence.FILE
                ? "published files."
                : "documentation only."));
    line("");
    line("Feeds: " + feeds(format) + ".");
    format.layouts().forEach(this::layout);
    if (!format.consequences().isEmpty()) {
      line("");
      line("After reading:");
      line("");
      format.consequences().forEach(consequence -> line("- " + consequence));
    }
  }

  private void layout(Layout layout) {
    line("");
    line("### " + layout.name());
    line("");
    layout.shape().ifPresent(shape -> line("- Shape: " + shape + "."));
    layout.looks().forEach((column, regex) -> line("- \"" + column + "\" looks like " + regex));
    layout.level().ifPresent(level -> line("- A row is a " + level.words(1) + "."));
    layout.levelColumn().ifPresent(coded -> line("- What a row is: " + coded(coded)));
    layout
        .ending()
        .ifPresent(
            end -> line("- A row whose id ends in " + end.zeros() + " is a district: " + end.id()));
    layout.ids().forEach((level, id) -> line("- Id of the " + level.words(1) + ": " + id));
    layout
        .aliases()
        .forEach(
            alias ->
                line(
                    "- "
                        + alias.scheme()
                        + " id of the "
                        + alias.level().words(1)
                        + ": "
                        + alias.id()));
    layout
        .names()
        .forEach((level, name) -> line("- Name of the " + level.words(1) + ": " + quoted(name)));
    facts(layout);
    layout.years().forEach(rule -> line("- Year: " + year(rule)));
    layout
        .filters()
        .forEach(
            filter ->
                line(
                    (filter.only() ? "- Only rows with \"" : "- No rows with \"")
                        + filter.field()
                        + "\" "
                        + sorted(filter.texts())));
    layout
        .part()
        .ifPresent(part -> line("- Rows of one unit that differ in \"" + part + "\" add up"));
    layout
        .kindColumn()
        .ifPresent(
            column ->
                layout
                    .kinds()
                    .forEach(kind -> line("- \"" + column + "\" " + kind.texts() + fills(kind))));
    layout.dimensions().forEach(d -> line("- \"" + d.field() + "\": " + codes(d)));
    layout.codes().forEach((years, codes) -> codes(years, codes));
    if (!layout.numbers().isEmpty()) {
      line("");
      line("| Column | What it is |");
      line("|---|---|");
      layout.numbers().stream().map(FormatPage::row).distinct().forEach(this::line);
    }
  }

  private static String row(Field number) {
    return number
        .documented()
        .map(family -> "| " + family.column() + " | " + family.meaning() + " |")
        .orElseGet(() -> "| " + names(number) + " | " + what(number) + " |");
  }

  /** Lines of what is known about units beside their numbers. */
  private void facts(Layout layout) {
    if (!layout.grades().isEmpty()) {
      line(
          "- Grades served: "
              + layout.grades().stream()
                  .map(FormatPage::quoted)
                  .collect(Collectors.joining(" to ")));
    }
    layout.schoolLevel().ifPresent(coded -> line("- School level: " + coded(coded)));
    layout.districtType().ifPresent(coded -> line("- Type of district: " + coded(coded)));
    layout.charter().ifPresent(coded -> line("- Charter: " + coded(coded)));
    layout.titleI().ifPresent(coded -> line("- Title I: " + coded(coded)));
    layout.locale().ifPresent(coded -> line("- Locale: " + coded(coded)));
  }

  /** Returns what the numbers of a format are, and by what they are divided. */
  static String feeds(Format format) {
    Map<String, Set<String>> feeds = new TreeMap<>();
    for (Layout layout : format.layouts()) {
      Set<String> divided = new TreeSet<>();
      List<Operand> measures = new ArrayList<>();
      for (Dimension dimension : layout.dimensions()) {
        for (Dimension.Code code : dimension.codes()) {
          code.is().forEach(category -> divided.add("by " + word(category.by())));
          Operand measure = code.operand();
          if (measure != null) {
            measures.add(measure);
          }
        }
      }
      if (measures.isEmpty()) {
        layout.numbers().forEach(number -> number.operand().ifPresent(measures::add));
      }
      for (Operand operand : measures) {
        Set<String> by =
            feeds.computeIfAbsent(
                operand.what().id().replace('-', ' ').replace("fte", "FTE"),
                what -> new TreeSet<>());
        by.addAll(divided);
        operand.group().is().forEach(category -> by.add("by " + word(category.by())));
        if (operand.group().of() != Population.STUDENTS) {
          by.add("of " + operand.group().of().words());
        }
        if (operand.fund() != Fund.ALL) {
          by.add("by source");
        }
      }
    }
    return feeds.isEmpty()
        ? "names and facts"
        : feeds.entrySet().stream()
            .map(
                feed ->
                    feed.getKey()
                        + (feed.getValue().isEmpty()
                            ? ""
                            : " (" + String.join(", ", feed.getValue()) + ")"))
            .collect(Collectors.joining("; "));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String coded(Coded<?> coded) {
    return quoted(coded.field())
        + ' '
        + coded.codes().entrySet().stream()
            .map(
                e ->
                    e.getKey()
                        + " = "
                        + e.getValue().toString().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", "));
  }

  private static String year(YearRule rule) {
    if (rule instanceof YearRule.Column column) {
      return "column \"" + column.field() + '"';
    }
    if (rule instanceof YearRule.Named named) {
      return "name of the " + named.where().name().toLowerCase(Locale.ROOT);
    }
    if (rule instanceof YearRule.Header header) {
      return "name of a column like "
          + header.pattern()
          + (header.later() == 0 ? "" : ", and " + header.later() + " on");
    }
    return rule instanceof YearRule.Always always ? always.year().toString() : "";
  }

  private static List<String> sorted(Iterable<String> texts) {
    List<String> all = new ArrayList<>();
    texts.forEach(all::add);
    all.sort(null);
    return all;
  }

  private static String fills(RowKind kind) {
    if (kind.filled().isEmpty()) {
      return ": not read";
    }
    return kind.filled().stream()
        .map(
            by ->
                by.isEmpty()
                    ? "all"
                    : by.stream()
                        .sorted()
                        .map(a -> a.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" by ")))
        .collect(Collectors.joining(", ", ": ", ""));
  }

  private static String codes(Dimension dimension) {
    return dimension.codes().stream()
        .map(code -> texts(code) + " = " + meaning(code))
        .collect(Collectors.joining(", "));
  }

  private static String texts(Dimension.Code code) {
    return code.texts().stream()
        .map(text -> text.isEmpty() ? "an empty cell" : text)
        .collect(Collectors.joining(" or "));
  }

  private static String meaning(Dimension.Code code) {
    if (code.skipped()) {
      return "not read";
    }
    Operand operand = code.operand();
    if (operand != null) {
      return label(operand);
    }
    if (!code.variables().isEmpty()) {
      return code.variables().values().stream()
          .map(Variable::definition)
          .sorted()
          .collect(Collectors.joining("; ", "", years(code.earlier())));
    }
    return code.is().isEmpty()
        ? "all"
        : code.is().stream()
            .map(c -> c.by().name().toLowerCase(Locale.ROOT) + " " + c.code())
            .collect(Collectors.joining(", "));
  }

  private static String years(int earlier) {
    return earlier == 0 ? "" : " (" + earlier + " school years before the row's)";
  }

  private void codes(String years, Codes codes) {
    String when = years.isEmpty() ? "" : " (" + years + ")";
    byMeaning(codes.marks(), FormatPage::meaning)
        .forEach((meaning, marks) -> line("- Code " + marks + when + ": " + meaning));
    byMeaning(codes.flags(), FormatPage::meaning)
        .forEach((meaning, flags) -> line("- Flag " + flags + when + ": " + meaning));
    if (codes.hasRanges()) {
      line("- Ranges such as \"<10\", \"GE95\" and \"80-84\" keep their bounds" + when + ".");
    }
  }

  /** Returns texts in quotation marks by what they mean. */
  private static <T> Map<String, String> byMeaning(
      Map<String, T> texts, Function<T, String> meaning) {
    return texts.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                text -> meaning.apply(text.getValue()),
                LinkedHashMap::new,
                Collectors.mapping(text -> '"' + text.getKey() + '"', Collectors.joining(", "))));
  }

  private static String meaning(Codes.Flag flag) {
    Reason reason = flag.reason();
    return reason != null
        ? reason.words() + (flag.onlyZero() ? " if 0" : "")
        : word(Objects.requireNonNull(flag.quality()));
  }

  private static String meaning(Cell cell) {
    if (cell instanceof Cell.Bounded bounded) {
      return bounded.reason().words() + ", " + bounded.low() + " to " + bounded.high();
    }
    return cell instanceof Cell.Absent absent ? absent.reason().words() : cell.toString();
  }

  private static String quoted(Field field) {
    String others = others(field);
    return '"' + field.name() + '"' + (others.isEmpty() ? "" : " (or " + others + ")");
  }

  private static String names(Field field) {
    String others = others(field);
    return (field.name() + (others.isEmpty() ? "" : " (or " + others + ")")).replace("|", "\\|");
  }

  /** Returns the spellings beside the first, and the regular expressions. */
  private static String others(Field field) {
    return Stream.concat(
            field.spellings().stream().filter(name -> !name.equals(Field.plain(field.name()))),
            field.patterns().stream().map(pattern -> "/" + pattern + "/"))
        .collect(Collectors.joining(", "));
  }

  private static String label(Operand operand) {
    boolean staff = operand.group().isAll() && operand.what().unit() == Measurement.FTE;
    return operand.label() + (staff ? ", " + operand.group().of().words() : "");
  }

  private static String what(Field field) {
    return field.operand().map(FormatPage::label).orElse("")
        + field.year().map(year -> ", " + year).orElse("")
        + (field.yearsEarlier() == 0 ? "" : ", " + field.yearsEarlier() + " years before")
        + (field.isBudgeted() ? ", budgeted" : "")
        + field.about().map(level -> ", of the " + level.words(1)).orElse("")
        + (field.scale() == 1 ? "" : field.scale() == 0.01 ? ", per cent" : ", x " + field.scale())
        + field.flag().map(flag -> ", flagged by " + flag).orElse("")
        + (field.bounds().isEmpty() ? "" : ", with bounds in " + field.bounds())
        + (field.isPart() ? ", a part" : "")
        + field.wholes().stream()
            .map(whole -> ", part of " + whole.label())
            .collect(Collectors.joining())
        + field.nobody().stream()
            .map(nobody -> ", 0 where " + nobody.column() + " is " + sorted(nobody.texts()))
            .collect(Collectors.joining())
        + (field.parts().isEmpty() ? "" : ", not known without " + field.parts())
        + (field.required() ? "; required" : "");
  }
}
