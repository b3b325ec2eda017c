package org.resourceequity.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Coverage.Exclusion;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.chart.Table;

/**
 * Writes a story as plain text for a terminal. Headings are underlined, lists have dashes and
 * tables are indented by four, so that the text is Markdown too.
 */
final class StoryText {

  private static final int WIDTH = 96;
  private static final int BAR = 20;
  private static final int MOST_NAMES = 5;
  private static final int MOST_ROWS = 12;
  private static final int WIDEST_CELL = 34;

  private final StringBuilder out = new StringBuilder();

  private StoryText() {}

  static String text(Story story) {
    StoryText text = new StoryText();
    text.story(story);
    return text.out.toString();
  }

  private void story(Story story) {
    heading(story.title(), '=');
    paragraph(story.place() + (story.years().isEmpty() ? "" : ", " + list(story.years())));
    Finding opening = story.opening();
    if (opening != null) {
      finding(opening);
    }
    for (Theme theme : story.themes()) {
      heading(theme.title(), '-');
      theme.findings().forEach(this::finding);
      bullets("Look at next:", theme.next());
    }
    if (!story.caveats().isEmpty()) {
      heading("Before you quote this", '-');
      bullets("", story.caveats());
    }
    if (!story.sources().isEmpty()) {
      heading("Sources", '-');
      bullets("", story.sources());
    }
  }

  private void finding(Finding finding) {
    Answer answer = finding.answer();
    paragraph(finding.question());
    String choice = finding.answers().size() > 1 ? answer.choice() + ": " : "";
    paragraph(
        "["
            + String.join("; ", Words.labels(answer))
            + "] "
            + choice
            + String.join(" ", answer.sentences()));
    figure(answer, finding.style());
    finding.answers().stream().skip(1).forEach(a -> bullet(a.choice() + ": " + firstSentence(a)));
    bullet("Compared", answer.compared());
    bullet("Coverage", Words.coverage(answer.coverage()));
    for (Exclusion exclusion : answer.coverage().exclusions()) {
      bullet("Left out", Words.exclusion(exclusion) + names(exclusion.units()));
    }
    bullet("Check", answer.check());
    bullet("Method", answer.method());
    bullet("Source", finding.source());
    out.append('\n');
  }

  private static String firstSentence(Answer answer) {
    return answer.sentences().isEmpty() ? answer.status().words() : answer.sentences().get(0);
  }

  private static String names(List<String> units) {
    if (units.isEmpty()) {
      return "";
    }
    List<String> shown = units.subList(0, Math.min(MOST_NAMES, units.size()));
    int more = units.size() - shown.size();
    return " ("
        + String.join(", ", shown)
        + (more > 0 ? " and " + NumberStyle.COUNT.prose(more) + " more" : "")
        + ")";
  }

  private static String list(List<String> items) {
    return items.size() <= 3
        ? String.join(", ", items)
        : items.get(0) + " to " + items.get(items.size() - 1);
  }

  // --- the numbers

  private void figure(Answer answer, NumberStyle style) {
    Chart chart = answer.chart();
    boolean parts = chart instanceof Chart.Bars bars && bars.series().size() > 1;
    if (!answer.groups().isEmpty() && !parts) {
      table(groups(answer.groups(), style));
    } else if (chart != null) {
      Table table = chart.table();
      List<List<String>> rows = new ArrayList<>();
      rows.add(table.header());
      rows.addAll(table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size())));
      table(rows);
    }
  }

  private static List<List<String>> groups(List<Answer.GroupFigure> groups, NumberStyle style) {
    double most = 0;
    for (Answer.GroupFigure group : groups) {
      Double value = group.value();
      most = value == null ? most : Math.max(most, Math.abs(value));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Answer.GroupFigure group : groups) {
      Double value = group.value();
      long length = value == null || most == 0 ? 0 : Math.round(Math.abs(value) / most * BAR);
      rows.add(
          List.of(
              group.label(),
              Words.value(group, style),
              (value != null && value < 0 ? "-" : "#").repeat((int) length),
              group.students() > 0 ? Words.students(group) + " students" : ""));
    }
    return rows;
  }

  private void table(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    int room = Math.max(8, Math.min(WIDEST_CELL, (WIDTH - 4) / columns - 2));
    List<List<String>> cut =
        rows.stream().map(row -> row.stream().map(c -> cut(clean(c), room)).toList()).toList();
    for (List<String> row : cut) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    for (List<String> row : cut) {
      StringBuilder line = new StringBuilder("   ");
      for (int i = 0; i < columns; i++) {
        String cell = row.get(i);
        line.append(' ').append(cell).append(" ".repeat(widths[i] - length(cell) + 1));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    out.append('\n');
  }

  private static String cut(String text, int width) {
    return length(text) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
  }

  // --- lines

  private void heading(String words, char underline) {
    int start = out.length();
    wrap(words, "", "");
    int longest = out.substring(start).lines().mapToInt(StoryText::length).max().orElse(0);
    out.append(String.valueOf(underline).repeat(Math.max(3, longest))).append("\n\n");
  }

  private void paragraph(String words) {
    wrap(words, "", "");
    out.append('\n');
  }

  private void bullets(String lead, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    if (!lead.isEmpty()) {
      paragraph(lead);
    }
    items.forEach(this::bullet);
    out.append('\n');
  }

  private void bullet(String name, @Nullable String words) {
    if (words != null && !words.isBlank()) {
      bullet(name + ": " + words);
    }
  }

  private void bullet(String words) {
    wrap(words, "- ", "  ");
  }

  private void wrap(String words, String first, String further) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : clean(words).split(" +", -1)) {
      String rest = word;
      if (!empty && length(line.toString()) + 1 + length(rest) > WIDTH) {
        out.append(line).append('\n');
        line = new StringBuilder(further);
        empty = true;
      }
      line.append(empty ? "" : " ");
      // A word wider than the screen is broken.
      while (length(line.toString()) + length(rest) > WIDTH) {
        int end = rest.offsetByCodePoints(0, WIDTH - length(line.toString()));
        out.append(line).append(rest, 0, end).append('\n');
        line = new StringBuilder(further);
        rest = rest.substring(end);
      }
      line.append(rest);
      empty = false;
    }
    out.append(line).append('\n');
  }

  /** Makes one line of it: a control character in a name must not reach a terminal. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
