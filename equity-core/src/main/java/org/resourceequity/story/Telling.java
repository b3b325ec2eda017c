package org.resourceequity.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Conventions;
import org.resourceequity.analysis.Coverage;
import org.resourceequity.analysis.Scope;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.indicator.Indicators;
import org.resourceequity.model.Cell;
import org.resourceequity.model.District;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Ratio;
import org.resourceequity.model.School;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId.SchoolId;

/**
 * What all findings of one story share: the data, the place, the rules, and the phrases.
 *
 * @param data the store
 * @param options what the story is about
 * @param place name of the district or of the whole
 * @param rule the decision rule
 */
record Telling(EquityData data, StoryOptions options, String place, DecisionRule rule) {

  Conventions conventions() {
    return Conventions.DEFAULT;
  }

  boolean isDistrict() {
    return options.district() != null;
  }

  /** Returns the scope of the story at a level. */
  Scope scope(Level level) {
    return Scope.schools().at(level).in(options.district()).withYearGap(options.yearGap());
  }

  /** Returns the schools of the story's place. */
  List<School> schools() {
    return options.district() == null
        ? data.schools()
        : new District(data, options.district()).schools();
  }

  /** Returns the students of a group in the place's schools, as far as their number is known. */
  double students(Group group, SchoolYear year) {
    return schools().stream().mapToDouble(school -> students(school.id(), group, year)).sum();
  }

  /** Returns the students of a group in a school; 0 if their number is not known. */
  double students(SchoolId school, Group group, SchoolYear year) {
    return data.cell(school, Operands.enrolment(group).at(Level.SCHOOL, year))
            instanceof Cell.Known known
        ? known.value()
        : 0;
  }

  /** Returns the first of the ratios of which the data have both parts at a level. */
  Optional<Ratio> available(List<Ratio> ratios, Level level) {
    return ratios.stream()
        .filter(ratio -> parts(ratio).stream().allMatch(o -> !years(level, o).isEmpty()))
        .findFirst();
  }

  /** Returns the first measure of need that the data have at a level. */
  Optional<Ratio> need(Level level) {
    return available(Indicators.NEED, level);
  }

  static List<Operand> parts(Ratio ratio) {
    return ratio instanceof Ratio.Pooled pooled
        ? List.of(pooled.numerator(), pooled.denominator())
        : List.of(((Ratio.Published) ratio).rate());
  }

  static Operand main(Ratio ratio) {
    return parts(ratio).get(0);
  }

  /** Returns the years, latest first, in which an operand is known and the story is told. */
  List<SchoolYear> years(Level level, Operand operand) {
    NavigableSet<SchoolYear> years = new TreeSet<>(data.years(level, operand));
    if (!options.years().isEmpty()) {
      years.retainAll(options.years());
    }
    return new ArrayList<>(years.descendingSet());
  }

  /** Returns an answer that says what is missing. */
  static Answer missing(String choice, String sentence, String method, Coverage coverage) {
    return new Answer(
        choice,
        Status.NOT_ENOUGH_DATA,
        Answer.Judgement.NOT_JUDGED,
        false,
        List.of(sentence),
        null,
        "",
        "",
        method,
        "",
        "",
        List.of(),
        Map.of(),
        coverage);
  }

  static Coverage nothing() {
    return Coverage.none();
  }

  /** Returns the text with its first letter as a capital. */
  static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Returns the word for a higher or lower value of a kind. */
  static String direction(NumberStyle style, boolean higher) {
    return switch (style) {
      case DOLLARS, SALARY, DOLLAR_TOTAL -> higher ? "more" : "less";
      case CLASS_SIZE -> higher ? "larger" : "smaller";
      case STUDENTS_PER -> higher ? "more" : "fewer";
      default -> higher ? "higher" : "lower";
    };
  }

  /**
   * Returns whether a share of students reveals a count from 1 to 9, of those it counts or of the
   * others.
   */
  static boolean revealsFew(double share, double students) {
    double count = share * students;
    double others = (1 - share) * students;
    return isFew(count) || isFew(others);
  }

  private static boolean isFew(double count) {
    return count > 0.5 && count < 9.5;
  }

  /** Returns two values in words; where rounding would make them the same, with more digits. */
  static String prose(NumberStyle style, double value, double other) {
    boolean same = value != other && style.prose(value).equals(style.prose(other));
    return same ? style.table(value) : style.prose(value);
  }

  static @Nullable Double unlessFew(double share, double students) {
    return revealsFew(share, students) ? null : share;
  }
}
