package org.resourceequity.story;

/** Writes a story as plain text. */
final class StoryText {

  private StoryText() {}

  static String text(Story story) {
    return story.title();
  }
}
