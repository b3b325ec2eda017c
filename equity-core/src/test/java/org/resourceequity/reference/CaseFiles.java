package org.resourceequity.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the cases of all JSON files in a folder, in either of the two forms. */
final class CaseFiles {

  private CaseFiles() {}

  /** Returns the cases of a folder and where their data are. */
  static List<Case> read(Path folder, Datasets datasets) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode root = JsonMapper.builder().build().readTree(file);
        if (root.isArray()) {
          root.forEach(json -> cases.add(peer(json, folder, datasets)));
        } else {
          root.path("datasets")
              .forEachEntry(
                  (name, data) ->
                      datasets.add(
                          name,
                          folder.resolve(data.path("file").asString(name)).normalize(),
                          data.path("sha256").asString("")));
          root.path("cases").forEach(json -> cases.add(new Case(json, datasets)));
        }
      }
    }
    return cases;
  }

  /** A case that names its data by a word: the file of that name in the folder of the data. */
  private static Case peer(JsonNode json, Path folder, Datasets datasets) {
    Case one = new Case(json, datasets);
    for (String name : one.dataset().split(" \\+ ", -1)) {
      if (name.matches("[A-Za-z0-9_]+") && !datasets.has(name)) {
        datasets.add(name, folder.resolve("../data/reference/" + name + ".csv").normalize(), "");
      }
    }
    return one;
  }
}
