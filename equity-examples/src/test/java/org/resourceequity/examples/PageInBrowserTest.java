package org.resourceequity.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.resourceequity.examples.Pages.Page;

/** The pages as readers meet them: in Chromium, which also stands for paper and a phone. */
@Tag("full")
@TestInstance(Lifecycle.PER_CLASS)
class PageInBrowserTest {

  private Pages pages;
  private Browser browser;

  PageInBrowserTest() {}

  @BeforeAll
  void start(@TempDir(cleanup = CleanupMode.NEVER) Path folder) {
    browser = Browser.open(folder.resolve("profile"));
    pages = new Pages(folder);
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void seesWhatIsPlanted(@TempDir Path folder) throws IOException {
    Path bad = folder.resolve("bad.html");
    Files.writeString(
        bad,
        """
        <!DOCTYPE html>
        <html lang="en"><title>bad</title><body><main><h1>bad</h1>
        <p style="color:#ccc;background:#fff">faint</p>
        <img src="https://school.invalid/pixel.png">
        <script>console.error("trouble")</script></main></body></html>
        """);
    browser.show(bad, "light", 1000);
    assertThat(browser.violations())
        .anyMatch(line -> line.startsWith("color-contrast"))
        .anyMatch(line -> line.startsWith("image-alt"));
    assertThat(browser.messages()).anyMatch(line -> line.contains("trouble"));
    assertThat(browser.requests()).contains("https://school.invalid/pixel.png");
  }

  @ParameterizedTest
  @EnumSource
  void drawsEveryChartAndAsksForNothing(Page page) {
    Path file = pages.get(page);
    browser.show(file, "light", 1000);
    browser.drawAll();
    assertThat(browser.messages()).isEmpty();
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(
            address -> address.startsWith("data:") || address.equals(file.toUri().toString()));
    assertThat(browser.number("return document.querySelectorAll('figure[data-chart]').length"))
        .isPositive()
        .isEqualTo(
            browser.number(
                """
                return Object.keys(
                  JSON.parse(document.getElementById("eq-charts").textContent)).length
                """));
    assertThat(browser.undrawn()).as("charts that stay empty").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void switchesAnswersByKeyboard(Page page) {
    browser.show(pages.get(page), "light", 1000);
    for (WebElement group : browser.all(".eq-switch")) {
      WebElement first = group.findElement(By.cssSelector("input"));
      assertThat(shownAnswer(group)).isZero();
      first.sendKeys(Keys.ARROW_RIGHT);
      assertThat(shownAnswer(group)).isEqualTo(1);
      browser.run("document.activeElement.blur()");
    }
    if (page == Page.CALIFORNIA) {
      assertThat(browser.all(".eq-switch")).isNotEmpty();
    }
  }

  /** Returns the index of the only answer that is shown, or a negative number. */
  private long shownAnswer(WebElement group) {
    return browser.number(
        """
        const answers = Array.from(
          arguments[0].closest(".eq-finding").querySelectorAll(":scope > .eq-answer"));
        const shown = answers.filter(answer => answer.checkVisibility());
        return shown.length === 1 ? answers.indexOf(shown[0]) : -shown.length - 1;
        """,
        group);
  }

  @ParameterizedTest
  @EnumSource
  void fitsAPhone(Page page) {
    browser.show(pages.get(page), "light", 360);
    browser.drawAll();
    browser.run("document.querySelectorAll('details').forEach(it => it.open = true)");
    assertThat(browser.number("return document.documentElement.scrollWidth")).isEqualTo(360);
  }

  @ParameterizedTest
  @EnumSource
  void printsEveryAnswerWithItsStaticChart(Page page) {
    browser.show(pages.get(page), "dark", 700);
    browser.drawAll();
    browser.media("print", "light");
    assertThat(hidden(".eq-answer, svg.eq-chart, table")).isEmpty();
    assertThat(browser.all(".eq-live, .eq-switch, .eq-nav")).noneMatch(WebElement::isDisplayed);
  }

  @ParameterizedTest
  @EnumSource
  void needsNoScript(Page page) {
    browser.show(pages.get(page), "light", 1000);
    browser.script(false);
    browser.run("location.reload()");
    browser.await(
        "return document.readyState === 'complete' && !document.querySelector('.eq-live')");
    assertThat(browser.all(".eq-switch")).isEmpty();
    browser.run("document.querySelectorAll('details').forEach(it => it.open = true)");
    assertThat(hidden(".eq-answer, svg.eq-chart, table")).isEmpty();
    assertThat(browser.all("svg.eq-chart")).isNotEmpty();
    assertThat(browser.all("table")).isNotEmpty();
  }

  private List<String> hidden(String css) {
    return browser.texts(
        """
        return Array.from(document.querySelectorAll(arguments[0]))
          .filter(it => !it.checkVisibility() || it.getBoundingClientRect().height < 5)
          .map(it => it.outerHTML.slice(0, 200))
        """,
        css);
  }

  @ParameterizedTest
  @EnumSource
  void isAccessibleInLight(Page page) {
    assertThat(violations(page, "light")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isAccessibleInDark(Page page) {
    assertThat(violations(page, "dark")).isEmpty();
  }

  private List<String> violations(Page page, String scheme) {
    browser.show(pages.get(page), scheme, 1000);
    browser.drawAll();
    // Also what only shows after a click.
    browser.run(
        """
        document.querySelectorAll("details").forEach(it => it.open = true);
        document.querySelectorAll(".eq-off").forEach(it => it.classList.remove("eq-off"));
        """);
    return browser.violations();
  }
}
