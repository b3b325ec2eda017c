package org.resourceequity.io.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * A look over the parts of an xlsx workbook before it is read: the reader of its XML would hold any
 * single text in memory, however long. Counts the rows of each part on the way, since the reader
 * does not tell how far it is.
 */
final class WorkbookScan {

  /** Rows and bytes of a part. */
  record Part(long rows, long bytes) {}

  private static final int LONGEST_TEXT = 1 << 20;
  private static final int BUFFER = 1 << 16;
  private static final byte[] ROW = "<row ".getBytes(StandardCharsets.US_ASCII);
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final Pattern RELATION = Pattern.compile("<Relationship\\b[^>]*>");
  private static final Pattern ID = Pattern.compile("\\bId=\"([^\"]*)\"");
  private static final Pattern TARGET = Pattern.compile("\\bTarget=\"/?(?:xl/)?([^\"]*)\"");

  private final Map<String, Part> parts = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();

  private WorkbookScan() {}

  /** Reads all parts once. */
  static WorkbookScan of(
      ZipArchive zip, List<ZipArchiveEntry> entries, String file, GuardedStream.Budget budget)
      throws IOException {
    WorkbookScan scan = new WorkbookScan();
    for (ZipArchiveEntry entry : entries) {
      String name = entry.getName();
      if (name.endsWith(".xml") || name.endsWith(".rels")) {
        try (GuardedStream in = zip.open(entry, Progress.NONE, budget)) {
          if (name.equals(RELATIONS)) {
            scan.relations(new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8));
          } else {
            scan.parts.put(name, scan(in, file));
          }
          DamageException damage = in.damage();
          if (damage != null && damage.isTooLarge()) {
            throw damage.refusal(file);
          }
        }
      }
    }
    Part texts = scan.parts.getOrDefault("xl/sharedStrings.xml", new Part(0, 0));
    if (texts.bytes() > Runtime.getRuntime().maxMemory() / 2) {
      throw new TableException(
          file,
          "has " + (texts.bytes() >> 20) + " MB of texts, too much for this memory",
          "more memory, java -Xmx" + (texts.bytes() >> 28) + "g or more");
    }
    return scan;
  }

  private void relations(String xml) {
    Matcher relation = RELATION.matcher(xml);
    while (relation.find()) {
      Matcher id = ID.matcher(relation.group());
      Matcher target = TARGET.matcher(relation.group());
      if (id.find() && target.find()) {
        targets.put(id.group(1), "xl/" + target.group(1));
      }
    }
  }

  private static Part scan(GuardedStream in, String file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long rows = 0;
    long bytes = 0;
    int run = 0;
    int matched = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes += read;
      for (int i = 0; i < read; i++) {
        byte b = buffer[i];
        run = b == '<' || b == '>' ? 0 : run + 1;
        matched = b == ROW[matched] ? matched + 1 : b == '<' ? 1 : 0;
        if (matched == ROW.length) {
          rows++;
          matched = 0;
        }
        if (run > LONGEST_TEXT) {
          throw new TableException(
              file,
              "has a cell of more than " + LONGEST_TEXT + " bytes",
              "a workbook: Excel allows 32,767 characters in a cell");
        }
      }
    }
    return new Part(rows, bytes);
  }

  /** Returns the part that a relation of the workbook names. */
  Part part(@Nullable String relation) {
    String target = relation == null ? null : targets.get(relation);
    return parts.getOrDefault(target == null ? "" : target, new Part(0, 0));
  }
}
