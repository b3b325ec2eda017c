package org.resourceequity.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.resourceequity.Equity;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.model.EquityData;
import org.resourceequity.story.StoryOptions;

/** Writes the pages that are looked at in a browser, each once. */
final class Pages {

  private final Path folder;
  private final Map<Page, Path> written = new EnumMap<>(Page.class);

  Pages(Path folder) {
    this.folder = folder;
  }

  /** A page by what it tells of. */
  enum Page {
    CALIFORNIA("California", "", 0),
    LOS_ANGELES("", "Los Angeles Unified", 0),
    ILLINOIS("Illinois", "", 0),
    CHICAGO("", "City of Chicago SD 299", 0),
    BOSTON("", "Boston", 2);

    private final String state;
    private final String district;
    private final int yearGap;

    Page(String state, String district, int yearGap) {
      this.state = state;
      this.district = district;
      this.yearGap = yearGap;
    }

    private EquityData data() {
      return switch (this) {
        case CALIFORNIA, LOS_ANGELES -> EquityFiles.california();
        case ILLINOIS, CHICAGO ->
            read("state-il/18-21-Financial.xlsx", "state-il/IL_RCDTS_codes.csv");
        case BOSTON -> read("state-ma/MA_Public_Schools_2017.csv.gz");
      };
    }

    private static EquityData read(String... files) {
      Path[] paths = Arrays.stream(files).map(Pages::shared).toArray(Path[]::new);
      return EquityFiles.read(paths).joined().data();
    }

    private StoryOptions options(EquityData data) {
      StoryOptions options = StoryOptions.DEFAULT.called(state).withYearGap(yearGap);
      return district.isEmpty() ? options : options.in(data.district(district).id());
    }
  }

  /** Returns the page, or skips the test where the files that it needs are absent. */
  Path get(Page page) {
    Path there = written.get(page);
    if (there == null) {
      there = folder.resolve(page.name() + ".html");
      EquityData data = page.data();
      EquityFiles.write(Equity.story(data, page.options(data)), there);
      written.put(page, there);
    }
    return there;
  }

  /** Returns a file of {@code equity.shared}, or skips the test where that folder is absent. */
  static Path shared(String name) {
    Path file = Path.of(System.getProperty("equity.shared", ""), "data", "formats", name);
    assumeTrue(Files.isRegularFile(file), "equity.shared has no data/formats/" + name);
    return file;
  }
}
