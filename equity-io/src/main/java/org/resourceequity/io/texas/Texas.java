package org.resourceequity.io.texas;

import java.util.Collection;
import java.util.List;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.FormatProvider;

/** The files of the Texas Education Agency. */
public final class Texas implements FormatProvider {

  /** Makes the provider. */
  public Texas() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(TaprProfile.FORMAT, TaprReference.FORMAT, DistrictTypes.FORMAT);
  }
}
