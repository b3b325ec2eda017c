package org.resourceequity.model;

import java.io.Serializable;

/**
 * Where a column came from.
 *
 * @param publisher who published it
 * @param title the data set's title
 * @param file the file's name
 * @param release version or date of the release; empty if not known
 * @param sha256 checksum of the file; empty if it was not read from a file
 */
public record Source(String publisher, String title, String file, String release, String sha256)
    implements Serializable {

  /** Returns all that is known, for people. */
  @Override
  public String toString() {
    return "Source[publisher="
        + publisher
        + ", title="
        + title
        + ", file="
        + file
        + ", release="
        + release
        + ", sha256="
        + sha256
        + ']';
  }

  /** Returns a citation: publisher, title, release and file. */
  public String cite() {
    StringBuilder text = new StringBuilder(publisher).append(", ").append(title);
    if (!release.isEmpty()) {
      text.append(", ").append(release);
    }
    return text.append(" (").append(file).append(")").toString();
  }
}
