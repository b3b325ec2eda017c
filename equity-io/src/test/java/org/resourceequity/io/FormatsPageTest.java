package org.resourceequity.io;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/FORMATS.md} is what the declarations say; with {@code -Dformats.write} it is written.
 */
class FormatsPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("equity.root", ".."), "docs", "FORMATS.md");

  @Test
  void thePageIsWhatTheDeclarationsSay() throws IOException {
    String page = page(Formats.all());
    if (System.getProperty("formats.write") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE).equals(page))
        .as(
            "docs/FORMATS.md is stale; write it with: "
                + "mvn test -pl equity-io -Dtest=FormatsPageTest -Dformats.write")
        .isTrue();
  }

  /** Returns the page: a table of all formats, then each in full. */
  private static String page(List<FileFormat> formats) {
    StringBuilder page =
        new StringBuilder(
            """
            # Formats

            Generated from the declarations of the %d formats that are registered. A table is recognised by its
            column names; `equity inspect FILE` says as which and why. Any other table is read with a
            [mapping](mapping.md), and [a format of your own](add-a-format.md) is a declaration too.

            "Files" were read as they were published; of formats known from "documentation" no file was at hand;
            "code" reads files that no declaration can describe, and has no section here.

            After reading, every file is checked, whatever its format:

            %s

            | Format | Files | Years | Known from | Feeds |
            |---|---|---|---|---|
            """
                .formatted(
                    formats.size(),
                    StoreChecks.ALL.stream().map(check -> "- " + check).collect(joining("\n"))));
    for (FileFormat format : formats) {
      page.append(
          format instanceof Format declared
              ? "| [%1$s](#%1$s) | %2$s | %3$s |\n"
                  .formatted(format.id(), format.title(), cells(declared))
              : "| %s | %s | | code | |\n".formatted(format.id(), format.title()));
    }
    for (FileFormat format : formats) {
      if (format instanceof Format declared) {
        page.append('\n').append(declared.describe());
      }
    }
    return page.toString();
  }

  private static String cells(Format format) {
    return format.years()
        + (format.evidence() == Format.Evidence.FILE ? " | files | " : " | documentation | ")
        + FormatPage.feeds(format);
  }
}
