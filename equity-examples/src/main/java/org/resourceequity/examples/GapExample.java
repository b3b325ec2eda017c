package org.resourceequity.examples;

import static org.resourceequity.Equity.ask;
import static org.resourceequity.Equity.gap;
import static org.resourceequity.Equity.show;
import static org.resourceequity.gaps.GapMetrics.EXPOSURE;
import static org.resourceequity.gaps.GapMetrics.EXPOSURE_GAP;
import static org.resourceequity.model.Groups.SUBSIDISED_MEALS;
import static org.resourceequity.model.Ratios.EMERGENCY_SHARE;

import org.resourceequity.io.california.California;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;

/** Do students eligible for subsidised meals meet more teachers with an emergency credential? */
public final class GapExample {

  private GapExample() {}

  /** Prints what the average student of each group meets, and the difference. */
  public static void main(String[] args) {
    EquityData california = California.load();
    show(
        ask(california, gap(EMERGENCY_SHARE, SUBSIDISED_MEALS, Group.STUDENTS))
            .with(EXPOSURE, EXPOSURE_GAP)
            .run());
  }
}
