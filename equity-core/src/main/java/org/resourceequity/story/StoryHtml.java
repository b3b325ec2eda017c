package org.resourceequity.story;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Coverage;
import org.resourceequity.analysis.Coverage.Exclusion;
import org.resourceequity.chart.Chart;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.chart.Table;
import org.resourceequity.internal.Markup;

/**
 * Writes a story as a static HTML fragment with SVG charts.
 *
 * <p>Pages build on its structure: a finding is {@code article.eq-finding}, each of its answers
 * {@code section.eq-answer} with the choice in {@code data-choice}, its static chart {@code
 * div.eq-static} in a {@code figure} with the chart's key in {@code data-chart} (finding id, slash,
 * index of the answer).
 */
final class StoryHtml {

  /** A table of thousands of schools belongs into an export, not into a page. */
  private static final int MOST_ROWS = 400;

  private final StringBuilder out = new StringBuilder();

  private StoryHtml() {}

  static String fragment(Story story) {
    StoryHtml html = new StoryHtml();
    html.story(story);
    return html.out.toString();
  }

  private void story(Story story) {
    out.append("<article class=\"eq-story\">\n<header class=\"eq-head\">");
    element("h1", "", story.title());
    element(
        "p",
        "eq-place",
        story.place() + (story.years().isEmpty() ? "" : " · ") + String.join(", ", story.years()));
    nav(story.themes());
    out.append("</header>\n");
    Finding opening = story.opening();
    if (opening != null) {
      out.append("<section class=\"eq-theme eq-opening\" aria-label=\"Opening\">\n");
      finding(opening, "h2");
      out.append("</section>\n");
    }
    for (Theme theme : story.themes()) {
      out.append("<section class=\"eq-theme\" id=\"").append(anchor(theme.id())).append("\">\n");
      element("h2", "", theme.title());
      theme.findings().forEach(f -> finding(f, "h3"));
      list("h3", "Look at next", theme.next(), "eq-next");
      out.append("</section>\n");
    }
    out.append("<footer class=\"eq-foot\">\n");
    list("h2", "Before you quote this", story.caveats(), "eq-caveats");
    list("h2", "Sources", story.sources(), "eq-sources");
    out.append("</footer>\n</article>\n");
  }

  private void nav(List<Theme> themes) {
    if (themes.size() < 2) {
      return;
    }
    out.append("<nav class=\"eq-nav\" aria-label=\"Themes\"><ul>");
    for (Theme theme : themes) {
      out.append("<li><a href=\"#").append(anchor(theme.id())).append("\">");
      out.append(Markup.escape(theme.title())).append("</a></li>");
    }
    out.append("</ul></nav>\n");
  }

  private void finding(Finding finding, String heading) {
    out.append("<article class=\"eq-finding\" id=\"").append(anchor(finding.id())).append("\">\n");
    element(heading, "eq-question", finding.question());
    for (int i = 0; i < finding.answers().size(); i++) {
      answer(finding, i);
    }
    String source = finding.source();
    if (source != null && !source.isBlank()) {
      element("p", "eq-source", "Source: " + source);
    }
    out.append("</article>\n");
  }

  private void answer(Finding finding, int index) {
    Answer answer = finding.answers().get(index);
    out.append("<section class=\"eq-answer\" data-choice=\"")
        .append(Markup.escape(answer.choice()))
        .append("\">\n");
    if (finding.answers().size() > 1) {
      element("p", "eq-choice", answer.choice());
    }
    labels(answer);
    answer.sentences().forEach(s -> element("p", "eq-sentence", s));
    Chart chart = answer.chart();
    if (chart != null) {
      out.append("<figure data-chart=\"")
          .append(Markup.escape(finding.id()))
          .append('/')
          .append(index)
          .append("\"><div class=\"eq-static\">")
          .append(chart.svg())
          .append("</div>\n");
      details("Numbers of the chart", chart.table());
      out.append("</figure>\n");
    }
    if (!answer.groups().isEmpty()) {
      details("Groups compared", groups(answer.groups(), finding.style()));
    }
    notes(answer);
    out.append("</section>\n");
  }

  private void labels(Answer answer) {
    String kind = answer.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    out.append("<p class=\"eq-labels\">");
    boolean first = true;
    for (String label : Words.labels(answer)) {
      out.append(first ? "" : " ")
          .append("<span class=\"eq-badge")
          .append(first ? " eq-" + kind : "")
          .append("\">")
          .append(Markup.escape(label))
          .append("</span>");
      first = false;
    }
    out.append("</p>\n");
  }

  private void notes(Answer answer) {
    Coverage coverage = answer.coverage();
    out.append("<dl class=\"eq-notes\">\n");
    note("Compared", answer.compared());
    note("Coverage", Words.coverage(coverage));
    if (!coverage.exclusions().isEmpty()) {
      out.append("<dt>Left out</dt><dd><ul>");
      coverage.exclusions().forEach(this::exclusion);
      out.append("</ul></dd>\n");
    }
    note("Check", answer.check());
    note("Method", answer.method());
    out.append("</dl>\n");
  }

  private void exclusion(Exclusion exclusion) {
    out.append("<li>");
    if (exclusion.units().isEmpty()) {
      out.append(Markup.escape(Words.exclusion(exclusion)));
    } else {
      out.append("<details><summary>")
          .append(Markup.escape(Words.exclusion(exclusion)))
          .append("</summary>")
          .append(Markup.escape(String.join(", ", exclusion.units())))
          .append("</details>");
    }
    out.append("</li>");
  }

  private void note(String name, @Nullable String words) {
    if (words != null && !words.isBlank()) {
      out.append("<dt>").append(name).append("</dt><dd>");
      out.append(Markup.escape(words)).append("</dd>\n");
    }
  }

  private static Table groups(List<Answer.GroupFigure> groups, NumberStyle style) {
    return new Table(
        List.of("Group", "Value", "Schools or districts", "Students"),
        groups.stream()
            .map(
                g ->
                    List.of(
                        g.label(),
                        Words.value(g, style),
                        NumberStyle.COUNT.table(g.units()),
                        Words.students(g)))
            .toList());
  }

  private void details(String summary, Table table) {
    out.append("<details class=\"eq-data\"><summary>")
        .append(summary)
        .append("</summary><div class=\"eq-scroll\"><table><thead><tr>");
    table.header().forEach(h -> cell("th scope=\"col\"", "th", h));
    out.append("</tr></thead><tbody>\n");
    int shown = Math.min(MOST_ROWS, table.rows().size());
    for (List<String> row : table.rows().subList(0, shown)) {
      out.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        cell(i == 0 ? "th scope=\"row\"" : "td", i == 0 ? "th" : "td", row.get(i));
      }
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div>");
    if (shown < table.rows().size()) {
      element(
          "p",
          "",
          "The first %s of %s rows."
              .formatted(
                  NumberStyle.COUNT.prose(shown), NumberStyle.COUNT.prose(table.rows().size())));
    }
    out.append("</details>\n");
  }

  private void cell(String open, String close, String text) {
    out.append('<').append(open).append('>').append(Markup.escape(text));
    out.append("</").append(close).append('>');
  }

  private void list(String heading, String title, List<String> items, String css) {
    if (items.isEmpty()) {
      return;
    }
    out.append("<div class=\"").append(css).append("\">");
    element(heading, "", title);
    out.append("<ul>");
    items.forEach(i -> cell("li", "li", i));
    out.append("</ul></div>\n");
  }

  private void element(String name, String css, String text) {
    out.append('<').append(name);
    out.append(css.isEmpty() ? "" : " class=\"" + css + "\"").append('>');
    out.append(Markup.escape(text)).append("</").append(name).append(">\n");
  }

  /** Returns an id that can stand in an address. */
  private static String anchor(String id) {
    return "eq-" + id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
