package org.resourceequity.story;

import java.util.List;

/**
 * One of the themes of a story: funding, enrolment, staffing or scheduling.
 *
 * @param id "funding", "enrolment", "staffing", "scheduling"
 * @param title the theme's title
 * @param findings what the data say, or why they cannot say it
 * @param next what to look at or ask next
 */
public record Theme(String id, String title, List<Finding> findings, List<String> next) {

  /** Copies the lists. */
  public Theme {
    findings = List.copyOf(findings);
    next = List.copyOf(next);
  }
}
