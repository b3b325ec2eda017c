package org.resourceequity.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data sets of a file of cases, read once each and checked against their checksum. */
final class Datasets {

  private static final Set<String> COLORADO =
      Set.of(
          "native_american",
          "asian",
          "black",
          "hispanic",
          "pacific_islander",
          "multiracial",
          "white");

  private final Map<String, Path> files = new HashMap<>();
  private final Map<String, String> checksums = new HashMap<>();
  private final Map<String, Data> read = new HashMap<>();
  private final Map<String, Object> made = new HashMap<>();

  /** Names a file, with its SHA-256 if one is known. */
  void add(String name, Path file, String checksum) {
    files.put(name, file);
    if (!checksum.isEmpty()) {
      checksums.put(name, checksum);
    }
  }

  /** Returns whether the file of a data set is there; "a -> b" and "a + b" need both. */
  boolean has(String dataset) {
    return Arrays.stream(dataset.split(" -> | \\+ ", -1))
        .map(name -> files.get(file(name)))
        .allMatch(file -> file != null && Files.exists(file));
  }

  private static String file(String name) {
    return name.startsWith("handmade:") ? "handmade" : name;
  }

  /** Returns a data set. */
  Data get(String name) {
    return read.computeIfAbsent(name, this::load);
  }

  /** Returns what was made under a name, making it if it is the first time. */
  @SuppressWarnings("unchecked") // The name says what is made, always of the same type.
  <T> T once(String name, Supplier<T> make) {
    Object found = made.get(name);
    if (found == null) {
      found = make.get();
      made.put(name, found);
    }
    return (T) found;
  }

  private Data load(String name) {
    Path file = files.get(file(name));
    if (file == null) {
      throw new IllegalArgumentException("no data set \"" + name + "\" among " + files.keySet());
    }
    try {
      String expected = checksums.getOrDefault(file(name), "");
      String actual = HexFormat.of().formatHex(sha256(Files.readAllBytes(file)));
      if (!expected.isEmpty() && !expected.equals(actual)) {
        throw new IllegalStateException(
            file + " has the SHA-256 " + actual + ", the cases were made with " + expected);
      }
      return name.startsWith("handmade:") ? handmade(file, name) : Data.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns whether a column has the members of a group: g1, g2 ... or those of Colorado. */
  static boolean isGroup(String column) {
    return column.matches("g\\d+") || COLORADO.contains(column);
  }

  private static Data handmade(Path file, String name) {
    JsonNode all = JsonMapper.builder().build().readTree(file);
    String[] path = name.substring("handmade:".length()).split("\\.", 2);
    JsonNode entry = all.path(path[0]);
    Map<String, String[]> columns = new LinkedHashMap<>();
    if (path[0].equals("disproportionality")) {
      columns.put("group", strings(entry.get("groups")));
      entry.get("tables").get(path[1]).forEachEntry((c, v) -> columns.put(c, strings(v)));
      entry.get("state").forEachEntry((c, v) -> columns.put("state_" + c, strings(v)));
      return new Data(columns);
    }
    JsonNode value = entry.get(path[1]);
    if (value.isObject()) {
      value.forEachEntry((c, v) -> columns.put(c, strings(v)));
      return new Data(columns);
    }
    List<String> units = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      units.add("s" + (i + 1));
    }
    columns.put("unit", units.toArray(String[]::new));
    for (int g = 0; g < value.get(0).size(); g++) {
      int group = g;
      columns.put(
          "g" + (g + 1),
          value.valueStream().map(row -> row.get(group).asString()).toArray(String[]::new));
    }
    return new Data(columns);
  }

  private static String[] strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toArray(String[]::new);
  }
}
