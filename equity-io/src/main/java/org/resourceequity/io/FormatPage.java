package org.resourceequity.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.resourceequity.model.Cell;
import org.resourceequity.model.Operand;

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
      layout.numbers().forEach(number -> line("| " + names(number) + " | " + what(number) + " |"));
    }
  }

  private static String coded(Coded<?> coded) {
    return '"'
        + coded.field().name()
        + "\" "
        + coded.codes().entrySet().stream()
            .map(e -> e.getKey() + " = " + e.getValue().toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
  }

  private static String year(YearRule rule) {
    if (rule instanceof YearRule.Column column) {
      return "column \"" + column.field() + '"';
    }
    if (rule instanceof YearRule.Named named) {
      return "name of the " + named.where().name().toLowerCase(Locale.ROOT);
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
      return operand.label();
    }
    return code.is().isEmpty()
        ? "all"
        : code.is().stream()
            .map(c -> c.by().name().toLowerCase(Locale.ROOT) + " " + c.code())
            .collect(Collectors.joining(", "));
  }

  private void codes(String years, Codes codes) {
    String when = years.isEmpty() ? "" : " (" + years + ")";
    for (Map.Entry<String, Cell> mark : codes.marks().entrySet()) {
      line("- Code \"" + mark.getKey() + '"' + when + ": " + meaning(mark.getValue()));
    }
    codes
        .flags()
        .forEach(
            (flag, meaning) ->
                line(
                    "- Flag \""
                        + flag
                        + '"'
                        + when
                        + ": "
                        + (meaning.reason() != null
                            ? meaning.reason().words() + (meaning.onlyZero() ? " if 0" : "")
                            : String.valueOf(meaning.quality()).toLowerCase(Locale.ROOT))));
    if (codes.hasRanges()) {
      line("- Ranges such as \"<10\", \"GE95\" and \"80-84\" keep their bounds" + when + ".");
    }
  }

  private static String meaning(Cell cell) {
    if (cell instanceof Cell.Bounded bounded) {
      return bounded.reason().words() + ", " + bounded.low() + " to " + bounded.high();
    }
    return cell instanceof Cell.Absent absent ? absent.reason().words() : cell.toString();
  }

  private static String names(Field field) {
    if (field.spellings().isEmpty()) {
      return field.name();
    }
    return field.spellings().size() == 1
        ? field.name()
        : field.name() + " (" + String.join(", ", field.spellings()) + ")";
  }

  private static String what(Field field) {
    return field.operand().map(Operand::label).orElse("")
        + field.year().map(year -> ", " + year).orElse("")
        + field.about().map(level -> ", of the " + level.words(1)).orElse("")
        + (field.scale() == 1 ? "" : field.scale() == 0.01 ? ", per cent" : ", x " + field.scale())
        + field.flag().map(flag -> ", flagged by " + flag).orElse("")
        + (field.required() ? "; required" : "");
  }
}
