package org.resourceequity.io;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a table looks like.
 *
 * @param name the column's name
 * @param content what its texts are
 * @param blanks rows without a text
 * @param distinct number of different texts, at most {@link #MOST_DISTINCT}
 * @param low smallest number; null if it has none
 * @param high largest number; null if it has none
 * @param examples the first different texts
 * @param marks texts among the numbers that are none, such as {@code *} and {@code <10}
 * @param guess what it may be, by its name and content
 * @param group the group of students that it names, as a mapping calls it; null if none
 */
public record ColumnProfile(
    String name,
    Content content,
    long blanks,
    int distinct,
    @Nullable Double low,
    @Nullable Double high,
    List<String> examples,
    List<String> marks,
    Guess guess,
    @Nullable String group) {

  /** Different texts are counted up to this number. */
  public static final int MOST_DISTINCT = 1000;

  /** What the texts of a column are. */
  public enum Content {
    /** Nothing. */
    EMPTY,
    /** Whole numbers. */
    WHOLE_NUMBERS,
    /** Numbers, some with a fraction. */
    NUMBERS,
    /** Numbers with a per cent sign. */
    PER_CENT,
    /** Numbers with a dollar sign. */
    DOLLARS,
    /** Digits of which leading zeros count. */
    CODES,
    /** Anything else. */
    TEXTS;

    /** Tells whether the texts are numbers. */
    public boolean isNumeric() {
      return this == WHOLE_NUMBERS || this == NUMBERS || this == PER_CENT || this == DOLLARS;
    }
  }

  /** What a column may be. */
  public enum Guess {
    /** Id of a school. */
    SCHOOL_ID,
    /** Name of a school. */
    SCHOOL_NAME,
    /** Id of a district. */
    DISTRICT_ID,
    /** Name of a district. */
    DISTRICT_NAME,
    /** School year. */
    YEAR,
    /** Grades served. */
    GRADES,
    /** Level of a school, such as elementary. */
    LEVEL,
    /** Whom the numbers of a row are about. */
    GROUP,
    /** A number of people or things. */
    COUNT,
    /** An amount of money. */
    AMOUNT,
    /** A rate, a share or a mean. */
    RATE,
    /** None of these. */
    OTHER;

    /** Returns the guess in words. */
    public String words() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }

  /** Copies the lists. */
  public ColumnProfile {
    examples = List.copyOf(examples);
    marks = List.copyOf(marks);
  }
}
