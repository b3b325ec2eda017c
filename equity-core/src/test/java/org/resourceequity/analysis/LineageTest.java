package org.resourceequity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.resourceequity.analysis.Lineage.Kind.CLOSED;
import static org.resourceequity.analysis.Lineage.Kind.MERGED;
import static org.resourceequity.analysis.Lineage.Kind.OPENED;
import static org.resourceequity.analysis.Lineage.Kind.RENAMED;
import static org.resourceequity.analysis.Lineage.Kind.RENUMBERED;
import static org.resourceequity.analysis.Lineage.Kind.SPLIT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.analysis.Lineage.Event;
import org.resourceequity.analysis.Lineage.Link;
import org.resourceequity.model.DistrictFacts;
import org.resourceequity.model.DistrictType;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.Locale;
import org.resourceequity.model.SchoolFacts;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.TitleI;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** What became of schools and districts from one year to another. All are invented. */
class LineageTest {

  private static final SchoolYear BEFORE = SchoolYear.ending(2019);
  private static final SchoolYear AFTER = SchoolYear.ending(2020);

  private final EquityData.Builder directory = EquityData.builder("STATE");

  private void school(SchoolYear year, String code, String district, String name) {
    directory.facts(
        new SchoolId(code),
        new SchoolFacts(
            year,
            name,
            new DistrictId(district),
            SchoolLevel.UNKNOWN,
            null,
            TitleI.UNKNOWN,
            false,
            Locale.UNKNOWN));
  }

  @Test
  void directoriesOfTwoYearsTellWhatChanged() {
    school(BEFORE, "1", "A", "Oak School");
    school(AFTER, "1", "A", "OAK SCHOOL");
    school(BEFORE, "2", "A", "Elm School");
    school(AFTER, "2", "A", "King School");
    school(BEFORE, "3", "A", "Ash School");
    school(AFTER, "30", "A", "Ash-School");
    school(BEFORE, "4", "A", "Fir School");
    school(AFTER, "5", "A", "Bay School");
    assertThat(Lineage.between(directory.build(), Level.SCHOOL, BEFORE, AFTER).events())
        .containsExactly(
            new Event(RENUMBERED, List.of("3"), List.of("30")),
            new Event(CLOSED, List.of("4"), List.of()),
            new Event(OPENED, List.of(), List.of("5")),
            new Event(RENAMED, List.of("2"), List.of("2")));
  }

  @Test
  void aNameThatIsNotAloneInItsDistrictProvesNothing() {
    school(BEFORE, "1", "A", "Central School");
    school(AFTER, "2", "B", "Central School");
    school(BEFORE, "3", "C", "North School");
    school(AFTER, "4", "C", "North School");
    school(AFTER, "5", "C", "North School");
    assertThat(Lineage.between(directory.build(), Level.SCHOOL, BEFORE, AFTER).events())
        .extracting(Event::kind)
        .containsExactly(CLOSED, CLOSED, OPENED, OPENED, OPENED);
  }

  @Test
  void districtsAreFollowedWithinTheirState() {
    district(BEFORE, "01", "OH", "Lake District");
    district(AFTER, "02", "OH", "Lake District");
    district(AFTER, "03", "PA", "Lake District");
    assertThat(Lineage.between(directory.build(), Level.DISTRICT, BEFORE, AFTER).events())
        .containsExactly(
            new Event(RENUMBERED, List.of("01"), List.of("02")),
            new Event(OPENED, List.of(), List.of("03")));
  }

  private void district(SchoolYear year, String code, String state, String name) {
    directory.facts(
        new DistrictId(code),
        new DistrictFacts(year, name, state, DistrictType.UNKNOWN, false, Locale.UNKNOWN));
  }

  @Test
  void aListOfChangedIdsTellsMergedAndSplitUnits() {
    Lineage lineage =
        Lineage.of(
            List.of(
                new Link("1", "9"),
                new Link("2", "9"),
                new Link("3", "3"),
                new Link("4", "41"),
                new Link("4", "42"),
                new Link("5", "50")));
    assertThat(lineage.events())
        .containsExactly(
            new Event(MERGED, List.of("1", "2"), List.of("9")),
            new Event(SPLIT, List.of("4"), List.of("41", "42")),
            new Event(RENUMBERED, List.of("5"), List.of("50")));
    // The two that became one are one family, so a trend compares them with what they became.
    assertThat(lineage.families().get("9")).isEqualTo(lineage.families().get("1"));
    assertThat(lineage.and(Lineage.of(new Event(CLOSED, List.of("7"), List.of()))).events())
        .hasSize(4);
  }

  @Test
  void anEventFitsItsKind() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Event(RENAMED, List.of("1"), List.of("2")))
        .withMessageContaining("RENAMED");
  }
}
