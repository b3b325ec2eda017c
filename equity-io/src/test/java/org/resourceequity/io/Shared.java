package org.resourceequity.io;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The published files, which are not part of this project. */
public final class Shared {

  private Shared() {}

  /** Returns a file below data/formats; without the folder the test is skipped. */
  public static Path format(String state, String file) {
    Path shared = Path.of(System.getProperty("equity.shared", ""));
    assumeTrue(
        Files.isDirectory(shared.resolve("data")),
        "the folder of published files, -Dequity.shared, is not there");
    return shared.resolve("data").resolve("formats").resolve(state).resolve(file);
  }
}
