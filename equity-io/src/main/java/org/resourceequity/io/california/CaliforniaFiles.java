package org.resourceequity.io.california;

import java.util.Collection;
import java.util.List;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.FormatProvider;

/** The files of the California Department of Education. */
public final class CaliforniaFiles implements FormatProvider {

  /** Makes the provider. */
  public CaliforniaFiles() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(
        CensusDayEnrolment.FORMAT,
        HistoricalEnrolment.FORMAT,
        SubsidisedMeals.FORMAT,
        UnduplicatedPupils.FORMAT,
        Reclassification.FORMAT,
        CurrentExpense.FORMAT,
        EquityMultiplier.FORMAT,
        SatResults.FORMAT);
  }
}
