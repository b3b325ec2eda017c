package org.resourceequity.io.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.resourceequity.story.Story;

/** Writes a story to a file, for readers ({@code .html}, {@code .txt}, {@code .md}) or machines. */
public final class StoryWriter {

  private StoryWriter() {}

  /**
   * Writes the story in the format that the file's extension names: {@code .html}, {@code .txt},
   * {@code .md} or {@code .json}. An existing file is replaced.
   */
  public static void write(Story story, Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String content =
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "html", "htm" -> html(story);
          case "txt" -> text(story);
          case "md" -> markdown(story);
          case "json" -> json(story);
          default ->
              throw new IllegalArgumentException(
                  "cannot tell the format from \""
                      + name
                      + "\", expected .html, .txt, .md or .json");
        };
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /**
   * Returns one self-contained page: interactive charts with a script, static charts and tables
   * without one. It makes no request and computes nothing.
   */
  public static String html(Story story) {
    return StoryPage.of(story);
  }

  /** Returns the story as plain text, at most 96 columns wide. */
  public static String text(Story story) {
    return story.toText();
  }

  /** Returns the story as JSON; {@code docs/story-json.md} describes the fields. */
  public static String json(Story story) {
    return StoryJson.of(story);
  }

  /** The text is laid out as Markdown already; what names bring along is made harmless. */
  private static String markdown(Story story) {
    return story
        .toText()
        .lines()
        .map(
            line ->
                line.startsWith("    ")
                    ? line
                    : line.replaceAll("([\\\\`*_<>&#|\\[\\]])", "\\\\$1"))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
