package org.resourceequity.examples;

import static org.resourceequity.Equity.ask;
import static org.resourceequity.Equity.separation;
import static org.resourceequity.Equity.show;
import static org.resourceequity.model.Groups.SUBSIDISED_MEALS;
import static org.resourceequity.segregation.SegregationMetrics.DISSIMILARITY;
import static org.resourceequity.segregation.SegregationMetrics.THEIL_H;

import org.resourceequity.io.california.California;
import org.resourceequity.model.EquityData;

/** How separately do students eligible for subsidised meals attend school? */
public final class SeparationExample {

  private SeparationExample() {}

  /** Prints two indices of segregation. */
  public static void main(String[] args) {
    EquityData california = California.load();
    show(ask(california, separation(SUBSIDISED_MEALS)).with(DISSIMILARITY, THEIL_H).run());
  }
}
