package org.resourceequity.io.federal;

import java.util.Collection;
import java.util.List;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.FormatProvider;

/** The files of the federal agencies. */
public final class Federal implements FormatProvider {

  /** Makes the provider. */
  public Federal() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(
        CommonCoreDirectory.SCHOOLS,
        CommonCoreDirectory.DISTRICTS,
        CommonCoreStaff.SCHOOLS,
        CommonCoreStaff.DISTRICTS,
        CommonCoreLunch.FORMAT,
        CommonCoreMembership.FORMAT,
        CommonCoreCharacteristics.FORMAT,
        GraduationRates.FORMAT,
        Assessments.FORMAT,
        WageIndex.DISTRICTS,
        WageIndex.COUNTIES,
        Geocodes.LOCALES,
        Geocodes.NEIGHBORHOODS,
        ModelledPoverty.FORMAT,
        EducationalOpportunity.FORMAT,
        TitleIAllocations.FORMAT,
        Elsi.FORMAT,
        Elsi.COUNTIES,
        PovertyEstimates.FORMAT,
        DistrictFinance.FORMAT,
        DistrictFinance.JOINED,
        StateFinance.FORMAT,
        SchoolFinance.SURVEY,
        SchoolFinance.PER_STUDENT,
        SchoolFinance.COMPILED);
  }
}
