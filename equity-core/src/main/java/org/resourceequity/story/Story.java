package org.resourceequity.story;

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

  /** Copies the lists. */
  public Story {
    years = List.copyOf(years);
    themes = List.copyOf(themes);
    caveats = List.copyOf(caveats);
    sources = List.copyOf(sources);
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
