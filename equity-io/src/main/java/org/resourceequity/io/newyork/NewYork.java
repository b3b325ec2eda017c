package org.resourceequity.io.newyork;

import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Field;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.Format;
import org.resourceequity.io.FormatProvider;
import org.resourceequity.io.Id;
import org.resourceequity.io.Layout;

/** The files of the New York State Education Department. */
public final class NewYork implements FormatProvider {

  /** Makes the provider. */
  public NewYork() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(ReportCard.FORMAT, Incidents.FORMAT);
  }

  static Format.Builder format(String id, String title, String years) {
    return Format.of(id, "NY-BEDS")
        .published("New York State Education Department", title, years, Format.Evidence.FILE);
  }

  /** Returns a layout of rows with codes of 12 digits in a column. */
  static Layout.Builder layout(String name, Field code) {
    Id id = Id.of(code.require()).width(12);
    return Layout.of(name)
        .id(SCHOOL, id)
        .id(DISTRICT, id.cut(0, 8, "0000"))
        .state(Id.always("NY"))
        .charter(
            new Coded<>(
                code.correct("^\\d{6}86\\d{4}$", "charter"),
                Map.of("charter", true, "*", false),
                false));
  }
}
