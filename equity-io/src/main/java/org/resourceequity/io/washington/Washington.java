package org.resourceequity.io.washington;

import java.util.Collection;
import java.util.List;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.FormatProvider;

/** The report card of the Washington Office of Superintendent of Public Instruction. */
public final class Washington implements FormatProvider {

  /** Makes the provider. */
  public Washington() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(WashingtonGraduation.FORMAT, WashingtonEnrolment.FORMAT);
  }
}
