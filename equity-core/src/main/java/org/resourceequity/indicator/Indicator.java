package org.resourceequity.indicator;

import java.util.List;
import org.resourceequity.chart.NumberStyle;
import org.resourceequity.model.Level;
import org.resourceequity.model.Ratio;

/**
 * Something to compare between schools or districts.
 *
 * @param id stable id, kebab case
 * @param dimension the dimension it belongs to
 * @param name what it is called in a sentence: "spending per student"
 * @param ratios the ratios that measure it, the best first; the first one the data have is used
 * @param level level of the units it is compared over
 * @param polarity whether more is better
 * @param target what would be fair
 * @param style how its values are written
 * @param clause how a sentence about the average student goes on, with "{value}": "attends a school
 *     that spends {value} per student"
 * @param pooled how a sentence about schools or districts taken together goes on: "spend {value}
 *     per student"
 * @param question the question it answers
 * @param citation where the definition comes from
 */
public record Indicator(
    String id,
    EquityDimension dimension,
    String name,
    List<Ratio> ratios,
    Level level,
    Polarity polarity,
    EquityTarget target,
    NumberStyle style,
    String clause,
    String pooled,
    String question,
    String citation) {

  /** Copies the list. */
  public Indicator {
    ratios = List.copyOf(ratios);
  }
}
