package org.resourceequity.io.urban;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a page of the portal says about itself: {@code {"count": 2, "next": null, "previous": null,
 * "results": [{...}, {...}]}}.
 *
 * @param count how many rows all pages together have
 * @param next the address of the next page, null on the last
 * @param rows how many rows the page has
 * @param variables the names in its first row
 */
record Page(long count, @Nullable String next, long rows, Set<String> variables) {

  private static final JsonFactory FACTORY = new JsonFactory();

  /**
   * Reads a page without keeping its rows.
   *
   * @throws IOException if the file is not a whole page
   */
  static Page of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      return read(parser);
    } catch (JacksonException e) {
      throw new IOException("page " + file + " is broken: " + e.getOriginalMessage(), e);
    }
  }

  private static Page read(JsonParser parser) throws IOException {
    long count = -1;
    String next = null;
    long rows = -1;
    Set<String> variables = new LinkedHashSet<>();
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("count") && value == JsonToken.VALUE_NUMBER_INT) {
          count = parser.getLongValue();
        } else if (name.equals("next") && value == JsonToken.VALUE_STRING) {
          next = parser.getString();
        } else if (name.equals("results") && value == JsonToken.START_ARRAY) {
          rows = rows(parser, variables);
        } else {
          parser.skipChildren();
        }
      }
    }
    if (count < 0 || rows < 0) {
      throw new IOException("a page of the portal is no object with \"count\" and \"results\"");
    }
    return new Page(count, next, rows, variables);
  }

  private static long rows(JsonParser parser, Set<String> variables) {
    long rows = 0;
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      if (rows++ == 0) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          variables.add(parser.currentName());
          parser.nextToken();
          parser.skipChildren();
        }
      } else {
        parser.skipChildren();
      }
    }
    return rows;
  }
}
