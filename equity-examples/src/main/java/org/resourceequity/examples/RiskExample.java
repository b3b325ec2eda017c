package org.resourceequity.examples;

import static org.resourceequity.disproportionality.DisproportionalityMetrics.RISK_RATIO;

import java.util.List;
import org.resourceequity.metric.Outcome;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Units;

/** Is a group likelier to be suspended? The counts are invented. */
public final class RiskExample {

  private RiskExample() {}

  /** Prints how many times likelier students of the group are to be suspended. */
  public static void main(String[] args) {
    double[][] suspended = {{12, 18}, {35, 25}};
    double[][] students = {{80, 120}, {450, 350}};
    RiskCounts schools =
        RiskCounts.of(
            Units.of(List.of("Oak", "Elm")), List.of("group", "others"), suspended, students);
    Outcome<Double> ratio = RISK_RATIO.measure(schools);
    System.out.println("risk ratio: " + ratio.get());
  }
}
