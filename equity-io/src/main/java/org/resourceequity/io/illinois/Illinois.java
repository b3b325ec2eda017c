package org.resourceequity.io.illinois;

import java.util.Collection;
import java.util.List;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.FormatProvider;

/** The files of the Illinois State Board of Education. */
public final class Illinois implements FormatProvider {

  /** Makes the provider. */
  public Illinois() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(IllinoisDirectory.FORMAT, IllinoisFinance.FORMAT);
  }
}
