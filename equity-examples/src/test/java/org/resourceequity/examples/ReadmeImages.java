package org.resourceequity.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.resourceequity.examples.Pages.Page;

/**
 * Takes the pictures in {@code docs/images}. Not a test, so that it runs only when it is named:
 *
 * <pre>
 * mvn test -Dfull -pl equity-examples -am -Dtest=ReadmeImages -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@Tag("full")
class ReadmeImages {

  private static final Path IMAGES =
      Path.of(System.getProperty("equity.root", ".."), "docs", "images");

  @Test
  void take(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws IOException {
    Pages pages = new Pages(folder);
    Files.createDirectories(IMAGES);
    try (Browser browser = Browser.open(folder.resolve("profile"))) {
      screen(browser, pages.get(Page.CALIFORNIA), "light", "body", "california-light.png");
      screen(browser, pages.get(Page.CALIFORNIA), "dark", "#eq-staffing h2", "california-dark.png");
      screen(browser, pages.get(Page.CHICAGO), "light", "#eq-funding h2", "chicago.png");

      browser.show(pages.get(Page.CALIFORNIA), "light", 390);
      browser.drawAll();
      browser.screen(390, 1100, 2);
      save("california-phone.png", browser.picture(0, 390, 1100));

      browser.show(pages.get(Page.CALIFORNIA), "light", 794);
      browser.drawAll();
      browser.media("print", "light");
      // The margin of a sheet.
      browser.run("document.body.style.padding = '56px 64px'");
      save("california-print.png", browser.picture(0, 794, 1123));
    }
  }

  private static void screen(Browser browser, Path page, String scheme, String from, String name)
      throws IOException {
    browser.show(page, scheme, 900);
    browser.drawAll();
    int top =
        (int)
            browser.number(
                "return Math.max(0, document.querySelector(arguments[0]).offsetTop - 24)", from);
    save(name, browser.picture(top, 900, 1300));
  }

  private static void save(String name, byte[] picture) throws IOException {
    Files.write(IMAGES.resolve(name), picture);
  }
}
