package org.resourceequity.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, and what a reader does with it. */
final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Pattern REQUEST =
      Pattern.compile(
          "\"Network\\.(?:requestWillBeSent\".*\"request\":\\{|webSocketCreated\").*?"
              + "\"url\":\"([^\"]*)\"");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts the browser, or skips the test where there is none. */
  static Browser open(Path profile) {
    for (Path needed : List.of(CHROMIUM, DRIVER)) {
      assumeTrue(Files.isExecutable(needed), "no " + needed + ", install chromium to run this");
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--window-size=1000,900",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(DRIVER.toString()))
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
    return new Browser(driver);
  }

  /** Opens a page as a reader of a colour scheme sees it on a screen of a width. */
  void show(Path page, String scheme, int width) {
    script(true);
    media("screen", scheme);
    screen(width, 900, 1);
    messages();
    requests();
    driver.get(page.toUri().toString());
  }

  void media(String media, String scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  void screen(int width, int height, int pixels) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", width, "height", height, "deviceScaleFactor", pixels, "mobile", width < 600));
  }

  void script(boolean enabled) {
    command("Emulation.setScriptExecutionDisabled", Map.of("value", !enabled));
  }

  private Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  /**
   * Scrolls to every chart, choosing each answer in turn, until each was seen with something on its
   * canvas. A chart counts once it was seen: what is hidden again need not keep its picture.
   */
  void drawAll() {
    await("return document.readyState === 'complete'");
    int rounds = 0;
    do {
      drawRound();
    } while (!undrawn().isEmpty() && ++rounds < 3);
    run("document.querySelectorAll('.eq-switch').forEach(g => g.querySelector('input').click())");
    run("scrollTo({top: 0, behavior: 'instant'})");
  }

  private void drawRound() {
    long most =
        number(
            """
            return Math.max(1, ...Array.from(document.querySelectorAll(".eq-switch"))
              .map(group => group.querySelectorAll("input").length));
            """);
    for (long answer = 0; answer < most; answer++) {
      run(
          """
          document.querySelectorAll(".eq-switch").forEach(
            group => group.querySelectorAll("input")[arguments[0]]?.click());
          """,
          answer);
      for (WebElement figure : driver.findElements(By.cssSelector("figure[data-chart]"))) {
        if (figure.isDisplayed()) {
          run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", figure);
          await(
              """
              const figure = arguments[0];
              const canvas = figure.querySelector(".eq-live > div canvas");
              if (!canvas || !canvas.width || !canvas.height) return false;
              const small = new OffscreenCanvas(200, 100)
                .getContext("2d", { willReadFrequently: true });
              small.drawImage(canvas, 0, 0, 200, 100);
              const all = small.getImageData(0, 0, 200, 100).data;
              const drawn = all.some((value, i) => i % 4 === 3 && value > 0);
              if (drawn) figure.dataset.drawn = "yes";
              return drawn;
              """,
              figure);
        }
      }
    }
  }

  /** Returns the charts that {@link #drawAll} has not seen drawn. */
  List<String> undrawn() {
    return texts(
        """
        return Array.from(document.querySelectorAll("figure[data-chart]:not([data-drawn])"))
          .map(figure => figure.dataset.chart + (figure.querySelector(".eq-live")
            ? " has begun" : " has not begun"))
        """);
  }

  /** Waits until a script returns true. */
  void await(String script, Object... arguments) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!is(script, arguments)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("after 20 seconds this is still not true: " + script);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  boolean is(String script, Object... arguments) {
    return Boolean.TRUE.equals(run(script, arguments));
  }

  long number(String script, Object... arguments) {
    return ((Number) Objects.requireNonNull(run(script, arguments))).longValue();
  }

  /** Runs a script whose result is a list of texts. */
  List<String> texts(String script, Object... arguments) {
    List<String> texts = new ArrayList<>();
    if (run(script, arguments) instanceof List<?> list) {
      list.forEach(each -> texts.add(String.valueOf(each)));
    }
    return texts;
  }

  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Returns the serious and critical violations that axe-core finds, one line each. */
  List<String> violations() {
    driver.executeScript(resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"));
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ["violations"] }).then(
              result => done(result.violations
                .filter(v => v.impact === "serious" || v.impact === "critical")
                .flatMap(v => v.nodes.slice(0, 3).map(
                  n => v.id + ": " + n.html.slice(0, 200) + " " + n.failureSummary))),
              problem => done(["axe-core failed: " + problem]));
            """);
    return found instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** Returns what the console said since the last call, from warnings up. */
  List<String> messages() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  /** Returns the addresses that pages asked for since the last call. */
  List<String> requests() {
    List<String> addresses = new ArrayList<>();
    driver
        .manage()
        .logs()
        .get(LogType.PERFORMANCE)
        .getAll()
        .forEach(
            entry -> {
              Matcher request = REQUEST.matcher(entry.getMessage());
              if (request.find()) {
                addresses.add(request.group(1));
              }
            });
    return addresses;
  }

  /** Returns a PNG of a part of the page from its top, as wide as the screen. */
  byte[] picture(int from, int width, int height) {
    Map<String, Object> result =
        command(
            "Page.captureScreenshot",
            Map.of(
                "format",
                "png",
                "captureBeyondViewport",
                true,
                "clip",
                Map.of("x", 0, "y", from, "width", width, "height", height, "scale", 1)));
    return Base64.getDecoder().decode(String.valueOf(result.get("data")));
  }

  private static String resource(String name) {
    try (InputStream in = Browser.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
