package org.resourceequity.io.edfi;

import java.util.Collection;
import java.util.List;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.FormatProvider;

/** The format of the Ed-Fi data standard. */
public final class EdFi implements FormatProvider {

  /** Makes the provider. */
  public EdFi() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(new EdFiFormat());
  }
}
