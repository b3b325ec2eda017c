package org.resourceequity.examples;

import java.nio.file.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.*;
import org.resourceequity.examples.Pages.Page;

class WholePages {
  @Test
  void take(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws Exception {
    Pages pages = new Pages(folder);
    Path out = Path.of("/tmp/whole");
    Files.createDirectories(out);
    try (Browser browser = Browser.open(folder.resolve("profile"))) {
      for (Page page : Page.values()) {
        Path file = pages.get(page);
        Files.copy(file, out.resolve(page + ".html"), StandardCopyOption.REPLACE_EXISTING);
        for (int width : new int[] {800, 360}) {
          if (width == 360 && page != Page.CALIFORNIA && page != Page.CHICAGO) continue;
          String scheme = page == Page.CHICAGO ? "dark" : "light";
          browser.show(file, scheme, width);
          browser.drawAll();
          int height = (int) browser.number("return document.documentElement.scrollHeight");
          for (int from = 0, i = 0; from < height; from += 2200, i++) {
            Files.write(
                out.resolve(page + "-" + width + "-" + i + ".png"),
                browser.picture(from, width, Math.min(2200, height - from)));
          }
          if (width == 800) {
            browser.media("print", "light");
            height = (int) browser.number("return document.documentElement.scrollHeight");
            Files.write(
                out.resolve(page + "-print.png"),
                browser.picture(0, width, Math.min(2600, height)));
            System.out.println(page + " " + height + " " + Files.size(file));
          }
        }
      }
    }
  }
}
