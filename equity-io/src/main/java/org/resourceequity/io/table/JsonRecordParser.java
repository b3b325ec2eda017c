package org.resourceequity.io.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON in which the objects of an array, or objects one after the other, are records, or
 * those of the array "results" in a page that starts with its "count". Names start with a capital
 * letter, as those of elements do in XML; all records are of one kind.
 */
final class JsonRecordParser implements RecordParser {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** What stands in a page behind its count. */
  private static final Set<String> PAGE = Set.of("next", "previous", "results");

  private final GuardedStream in;
  private final JsonParser parser;
  private final RecordPath path = new RecordPath();

  JsonRecordParser(GuardedStream in) throws DamageException {
    this.in = in;
    try {
      parser = FACTORY.createParser(ObjectReadContext.empty(), in);
    } catch (JacksonException e) {
      throw damage(e);
    }
  }

  private DamageException damage(JacksonException e) throws DamageException {
    in.check();
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return new DamageException("damaged-json", "the JSON is broken at line " + line, e);
  }

  @Override
  public @Nullable Found next() throws DamageException {
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          Found found = record();
          if (found != null) {
            return found;
          }
        }
      }
      in.check();
      return null;
    } catch (JacksonException e) {
      throw damage(e);
    }
  }

  /** Goes from a name in a page to the first record, if there is any. */
  private void page() {
    do {
      boolean results = parser.currentName().equals("results");
      if (parser.nextToken() == JsonToken.START_ARRAY && results) {
        return;
      }
      parser.skipChildren();
    } while (parser.nextToken() == JsonToken.PROPERTY_NAME);
  }

  /** Reads a record; null if the object was the beginning of a page. */
  private @Nullable Found record() throws DamageException {
    long line = parser.currentTokenLocation().getLineNr();
    path.end();
    // The name of what each open array holds; empty for an open object.
    Deque<String> open = new ArrayDeque<>();
    open.push("");
    String name = "";
    boolean root = parser.streamReadContext().getParent().inRoot();
    int names = 0;
    boolean counts = false;
    while (!open.isEmpty()) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.PROPERTY_NAME && open.size() == 1) {
        if (counts && names == 1 && PAGE.contains(parser.currentName())) {
          path.end();
          page();
          return null;
        }
        counts |= root && names == 0 && parser.currentName().equals("count");
        names++;
      }
      if (token == null) {
        in.check();
        throw new DamageException("damaged-json", "the JSON ends in the middle", null);
      }
      String element = open.element().isEmpty() ? name : open.element();
      switch (token) {
        case PROPERTY_NAME -> name = capitalised(parser.currentName());
        case START_ARRAY -> open.push(element);
        case START_OBJECT -> {
          path.enter(element);
          open.push("");
        }
        case END_ARRAY -> open.pop();
        case END_OBJECT -> {
          open.pop();
          if (!open.isEmpty()) {
            path.leave();
          }
        }
        case VALUE_NULL -> {
          // Null is no value.
        }
        default -> {
          path.enter(element);
          path.put(parser.getString());
          path.leave();
        }
      }
    }
    boolean leavesOut = path.leavesOut();
    return new Found("", line, path.end(), leavesOut);
  }

  /** A name is never empty, so that an empty one can mean an object. */
  private static String capitalised(String name) {
    return name.isEmpty() ? "?" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  @Override
  public void close() throws IOException {
    parser.close();
    in.close();
  }
}
