package org.resourceequity.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resourceequity.chart.Viewable;

/**
 * A district's or a state's data story: an opening pair, and a theme each for funding, enrolment,
 * staffing and scheduling.
 *
 * @param title "City of Chicago SD 299: who gets what?"
 * @param place the district or state
 * @param placeId its id, empty for the whole data set
 * @param years the school years the numbers are from
 * @param opening the pair that makes the point; null where no two units can be compared
 * @param themes the themes, in reading order
 * @param caveats what a reader has to know before quoting any of it
 * @param sources publisher, title, file, year, licence and checksum of each source
 */
public record Story(
    String title,
    String place,
    String placeId,
    List<String> years,
    @Nullable Finding opening,
    List<Theme> themes,
    List<String> caveats,
    List<String> sources)
    implements Viewable {

  /** JShell cuts what it echoes at 1,000 characters. */
  private static final int MOST_ECHOED = 900;

  /** Copies the lists. */
  public Story {
    years = List.copyOf(years);
    themes = List.copyOf(themes);
    caveats = List.copyOf(caveats);
    sources = List.copyOf(sources);
  }

  /**
   * Returns the story in a few lines: the first sentence of the opening and of each finding that
   * has an answer, and how many questions the data cannot answer.
   */
  public List<String> headlines() {
    List<String> lines = new ArrayList<>();
    int unanswered = 0;
    List<Finding> all = new ArrayList<>();
    if (opening != null) {
      all.add(opening);
    }
    themes.forEach(theme -> all.addAll(theme.findings()));
    for (Finding finding : all) {
      if (finding.answer().status() == Status.NOT_ENOUGH_DATA) {
        unanswered++;
      } else {
        lines.add(finding.answer().sentences().get(0));
      }
    }
    if (unanswered > 0) {
      lines.add(
          unanswered
              + (unanswered == 1 ? " question has" : " questions have")
              + " not enough data; the story says what is missing.");
    }
    return lines;
  }

  /** Returns title and headlines, short enough for an echo of JShell. */
  @Override
  public String toString() {
    StringBuilder echo = new StringBuilder(title);
    for (String line : headlines()) {
      if (echo.length() + line.length() > MOST_ECHOED) {
        return echo.append("\n...; show(x) prints the story").toString();
      }
      echo.append("\n").append(line);
    }
    return echo.toString();
  }

  @Override
  public String toText() {
    return StoryText.text(this);
  }

  @Override
  public String toHtml() {
    return StoryHtml.fragment(this);
  }
}
