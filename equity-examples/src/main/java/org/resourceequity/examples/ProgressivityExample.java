package org.resourceequity.examples;

import static org.resourceequity.Equity.ask;
import static org.resourceequity.Equity.progressivity;
import static org.resourceequity.Equity.show;
import static org.resourceequity.model.Groups.SUBSIDISED_MEALS;
import static org.resourceequity.model.Ratios.PUBLISHED_SPENDING_PER_PUPIL;
import static org.resourceequity.model.Ratios.publishedShare;
import static org.resourceequity.progressivity.ProgressivityMetrics.NEED_SLOPE;

import org.resourceequity.analysis.Scope;
import org.resourceequity.io.california.California;
import org.resourceequity.model.EquityData;

/** Do California's elementary districts spend more per student where more students are poor? */
public final class ProgressivityExample {

  private ProgressivityExample() {}

  /** Prints how many dollars more a district with only poor students spends than one without. */
  public static void main(String[] args) {
    EquityData california = California.load();
    show(
        ask(
                california,
                progressivity(PUBLISHED_SPENDING_PER_PUPIL, publishedShare(SUBSIDISED_MEALS)))
            .of(Scope.districts())
            .with(NEED_SLOPE)
            .run());
  }
}
