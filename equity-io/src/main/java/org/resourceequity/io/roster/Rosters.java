package org.resourceequity.io.roster;

import java.util.Collection;
import java.util.List;
import org.resourceequity.io.FileFormat;
import org.resourceequity.io.FormatProvider;

/** The format of rosters. */
public final class Rosters implements FormatProvider {

  /** Makes the provider. */
  public Rosters() {}

  @Override
  public Collection<FileFormat> formats() {
    return List.of(new RosterFormat());
  }
}
