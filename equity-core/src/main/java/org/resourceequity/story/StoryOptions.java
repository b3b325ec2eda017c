package org.resourceequity.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Grouping;
import org.resourceequity.internal.Checks;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.DistrictId;

/**
 * What a story is about and by which rules it is told.
 *
 * @param district the district; null for everything in the data
 * @param place what the whole is called, such as "California"; empty to take it from the data
 * @param years only these school years; empty for all that the data have
 * @param yearGap how many years apart the columns of one answer may be
 * @param grouping how schools are put into groups by need
 */
public record StoryOptions(
    @Nullable DistrictId district,
    String place,
    List<SchoolYear> years,
    int yearGap,
    Grouping grouping) {

  /** Everything in the data, no year gap, quartiles of schools. */
  public static final StoryOptions DEFAULT =
      new StoryOptions(null, "", List.of(), 0, Grouping.quartilesOfUnits());

  /** Checks and copies. */
  public StoryOptions {
    Checks.atLeast(yearGap, 0, "year gap");
    years = List.copyOf(years);
  }

  /** Returns the same options for one district. */
  public StoryOptions in(DistrictId district) {
    return new StoryOptions(district, place, years, yearGap, grouping);
  }

  /** Returns the same options with another name of the whole. */
  public StoryOptions called(String place) {
    return new StoryOptions(district, place, years, yearGap, grouping);
  }

  /** Returns the same options with columns up to some years apart. */
  public StoryOptions withYearGap(int gap) {
    return new StoryOptions(district, place, years, gap, grouping);
  }

  /** Returns the same options for certain years. */
  public StoryOptions during(List<SchoolYear> years) {
    return new StoryOptions(district, place, years, yearGap, grouping);
  }

  /** Returns the same options with another grouping. */
  public StoryOptions groupedBy(Grouping grouping) {
    return new StoryOptions(district, place, years, yearGap, grouping);
  }
}
