package org.resourceequity.io.crdc;

import java.util.Collection;
import java.util.List;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Format;
import org.resourceequity.io.FormatProvider;
import org.resourceequity.io.Id;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Reason;

/** The files of the Civil Rights Data Collection. */
public final class Crdc implements FormatProvider {

  /**
   * The reserve codes of all collections, which do not contradict each other: numbers that were not
   * reported, skipped, hidden to protect persons, withheld for their quality.
   */
  static final String[] RESERVED = {
    "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9", "-11", "-12", "-13"
  };

  /**
   * The meaning of the reserve codes. Action plan (-5), force certified (-6), failures of the
   * system (-3, -7), missing (-4, -8); not applicable or skipped (-9, -13); small cell (-2) and
   * privacy (-12), and marks of 2011-12; quality (-11). No manual knows -1 and -10.
   */
  static final Codes CODES =
      Codes.none()
          .missing("-3", "-4", "-5", "-6", "-7", "-8")
          .notApplicable("-9", "-13", "n/a")
          .hidden("-2", "-12", "‡")
          .quality("-11")
          .absent(Reason.UNKNOWN_CODE, "-1", "-10")
          .ranges();

  /** A district; it stands first in the key of its schools. */
  static final Id.Column DISTRICT_KEY = Id.of("LEAID").width(7);

  /** The year in the name of the file or zip, or of the folder that a package was unpacked to. */
  static final YearRule[] YEAR = {YearRule.inFile(), YearRule.inFolder()};

  /** Makes the provider. */
  public Crdc() {}

  @Override
  public Collection<Format> formats() {
    return List.of(CrdcSchools.FORMAT, CrdcDistricts.FORMAT);
  }

  /** Starts a format of the collection, of which a folder has a table for each topic. */
  static Format.Builder format(String id, String title) {
    return Format.of(id, "NCES")
        .published(
            "Office for Civil Rights, United States Department of Education",
            "Civil Rights Data Collection: " + title,
            "2011-12 on",
            Format.Evidence.FILE)
        .folder();
  }
}
