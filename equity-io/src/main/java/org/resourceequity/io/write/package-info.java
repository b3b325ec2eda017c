/**
 * Stories into files: {@link org.resourceequity.io.write.StoryWriter} writes an interactive page,
 * plain text, Markdown or JSON, whichever the file's name asks for.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.io.write;
