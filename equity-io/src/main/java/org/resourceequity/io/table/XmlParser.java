package org.resourceequity.io.table;

import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML in which the children of the root are records: their kind is {@code root/child}, by
 * local names. An attribute is a field {@code @name}. Nothing outside the file is read, and a file
 * that declares entities is not read on.
 */
final class XmlParser implements RecordParser {

  private static final XMLInputFactory FACTORY = factory();

  private final GuardedStream in;
  private final @Nullable String only;
  private final XMLStreamReader reader;
  private final RecordPath path = new RecordPath();
  private String root = "";

  XmlParser(GuardedStream in, @Nullable String only) throws DamageException {
    this.in = in;
    this.only = only;
    try {
      reader = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw damage(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private DamageException damage(XMLStreamException e) throws DamageException {
    in.check();
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    return new DamageException("damaged-xml", "the XML is broken at line " + line, e);
  }

  @Override
  public @Nullable Found next() throws DamageException {
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new DamageException("declared-types", "the XML declares types or entities", null);
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (root.isEmpty()) {
            root = reader.getLocalName();
          } else {
            String kind = root + '/' + reader.getLocalName();
            if (only == null || only.equals(kind)) {
              return record(kind);
            }
            skip();
          }
        }
      }
      in.check();
      return null;
    } catch (XMLStreamException e) {
      throw damage(e);
    }
  }

  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = reader.next();
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
  }

  private Found record(String kind) throws XMLStreamException, DamageException {
    long line = reader.getLocation().getLineNumber();
    path.end();
    attributes();
    StringBuilder text = new StringBuilder();
    boolean leaf = false;
    for (int depth = 1; depth > 0; ) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.enter(reader.getLocalName());
          attributes();
          text.setLength(0);
          leaf = true;
          depth++;
        }
        case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          if (leaf) {
            path.put(text.toString());
          }
          leaf = false;
          depth--;
          if (depth > 0) {
            path.leave();
          }
        }
        default -> {
          // Comments and the like say nothing.
        }
      }
    }
    boolean leavesOut = path.leavesOut();
    return new Found(kind, line, path.end(), leavesOut);
  }

  private void attributes() throws DamageException {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      path.enter('@' + reader.getAttributeLocalName(i));
      path.put(reader.getAttributeValue(i));
      path.leave();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
