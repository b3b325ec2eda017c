package org.resourceequity.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.resourceequity.chart.NumberStyle;

/**
 * One question with its computed answers.
 *
 * @param id stable id, unique in a story: "emergency-credential-by-subsidised-meals"
 * @param indicator id of the indicator
 * @param dimension the resource-equity dimension, D1 to D10
 * @param question the question in plain words
 * @param style how the values are written
 * @param answers one answer per computed choice; the first is the default
 * @param source publisher, title and year of the data behind it; null if nothing was found
 */
public record Finding(
    String id,
    String indicator,
    String dimension,
    String question,
    NumberStyle style,
    List<Answer> answers,
    @Nullable String source) {

  /** Checks that there is an answer. */
  public Finding {
    answers = List.copyOf(answers);
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("finding " + id + " has no answer");
    }
  }

  /** Returns the answer shown first. */
  public Answer answer() {
    return answers.get(0);
  }
}
