package org.resourceequity.story;

/** Writes a story as an HTML fragment. */
final class StoryHtml {

  private StoryHtml() {}

  static String fragment(Story story) {
    return org.resourceequity.internal.Markup.escape(story.title());
  }
}
