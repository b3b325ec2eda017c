package org.resourceequity.io.urban;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrbanPortalTest {

  private static final UrbanQuery QUERY = UrbanQuery.of("schools", "ccd", "directory", 2018);
  private static final String FIRST = "/api/v1/schools/ccd/directory/2018/";

  @TempDir private Path folder;
  private HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Integer> failures = new CopyOnWriteArrayList<>();
  private final Map<String, String> pages = new ConcurrentHashMap<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String address = exchange.getRequestURI().toString();
    asked.add(address);
    String page = pages.get(address);
    if (!failures.isEmpty()) {
      send(exchange, failures.remove(0), "busy");
    } else if (page == null) {
      send(exchange, 404, "not found");
    } else {
      send(exchange, 200, page);
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static String page(int count, String next, String rows) {
    return "{\"count\":%d,\"next\":%s,\"previous\":null,\"results\":[%s]}"
        .formatted(count, next, rows);
  }

  private UrbanPortal.Builder portal() {
    return UrbanPortal.builder(folder)
        .address(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/"))
        .pace(Duration.ZERO)
        .tries(3, Duration.ofMillis(1));
  }

  private void twoPages() {
    // The portal is behind a proxy and names another host.
    pages.put(
        FIRST, page(3, "\"https://elsewhere.test" + FIRST + "?page=2\"", "{\"a\":1},{\"a\":2}"));
    pages.put(FIRST + "?page=2", page(3, "null", "{\"a\":{\"b\":[1]}}"));
  }

  private String text(String address) {
    return pages.getOrDefault(address, "");
  }

  private List<Path> inFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void pagesAreFollowedToTheLast() throws IOException {
    twoPages();
    List<String> progress = new CopyOnWriteArrayList<>();
    List<Path> files =
        portal().build().fetch(QUERY, (file, read, total) -> progress.add(read + "/" + total));

    assertThat(files)
        .containsExactly(
            folder.resolve("schools_ccd_directory_2018_page-1.json"),
            folder.resolve("schools_ccd_directory_2018_page-2.json"));
    assertThat(files.get(0)).hasContent(pages.get(FIRST));
    assertThat(inFolder()).isEqualTo(files);
    assertThat(asked).containsExactly(FIRST, FIRST + "?page=2");
    int one = text(FIRST).length();
    int two = text(FIRST + "?page=2").length();
    // Two of three rows: the whole is estimated as half as much again.
    assertThat(progress)
        .containsExactly(one + "/" + Math.round(one * 1.5), (one + two) + "/" + (one + two));
  }

  @Test
  void pagesInTheFolderAreNotAskedForAgain() throws IOException {
    twoPages();
    List<Path> files = portal().build().fetch(QUERY);
    Files.delete(files.get(1));
    asked.clear();

    assertThat(portal().build().fetch(QUERY)).isEqualTo(files);
    assertThat(asked).containsExactly(FIRST + "?page=2");
    asked.clear();

    assertThat(portal().build().fetch(QUERY)).isEqualTo(files);
    assertThat(asked).isEmpty();
  }

  @Test
  void busyPortalIsAskedAgain() throws IOException {
    twoPages();
    failures.addAll(List.of(504, 429));

    assertThat(portal().build().fetch(QUERY)).hasSize(2);
    assertThat(asked).containsExactly(FIRST, FIRST, FIRST, FIRST + "?page=2");
  }

  @Test
  void portalThatStaysBusyIsGivenUp() throws IOException {
    twoPages();
    failures.addAll(List.of(504, 503, 500));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> portal().build().fetch(QUERY))
        .withMessageContaining(FIRST)
        .withMessageContaining("in 3 tries")
        .withMessageContaining("status 500");
    assertThat(inFolder()).isEmpty();
  }

  @Test
  void whatIsNotThereIsAskedForOnce() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> portal().build().fetch(QUERY))
        .withMessageContaining("status 404");
    assertThat(asked).hasSize(1);
  }

  @Test
  void halfAPageIsAskedForAgain() throws IOException {
    String whole = page(1, "null", "{\"a\":1}");
    pages.put(FIRST, whole.substring(0, whole.length() - 3));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> portal().build().fetch(QUERY))
        .withMessageContaining("in 3 tries")
        .withMessageContaining("broken");
    assertThat(inFolder()).isEmpty();
  }

  @Test
  void slowPageIsGivenUp() {
    CountDownLatch end = new CountDownLatch(1);
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    try {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () ->
                  portal()
                      .timeout(Duration.ofMillis(50))
                      .tries(2, Duration.ZERO)
                      .build()
                      .fetch(QUERY))
          .withMessageContaining("in 2 tries: no page within 50 ms");
    } finally {
      end.countDown();
    }
  }

  @Test
  void filterOnAVariableThatRowsDoNotHaveIsRefused() throws IOException {
    pages.put(FIRST + "?charter=1", page(1, "null", "{\"ncessch\":\"010000500870\"}"));

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> portal().build().fetch(QUERY.where("charter", "1")))
        .withMessage("filters are [charter], expected variables of the rows: [ncessch]");
    assertThat(inFolder()).isEmpty();
  }

  @Test
  void filtersAreInAddressAndName() throws IOException {
    UrbanQuery query =
        UrbanQuery.of("schools", "ccd", "enrollment", 2018)
            .by("grade-8", "race")
            .where("fips", "25", "44");
    pages.put(
        "/api/v1/schools/ccd/enrollment/2018/grade-8/race/?fips=25,44",
        page(1, "null", "{\"fips\":25}"));

    assertThat(portal().build().fetch(query))
        .containsExactly(
            folder.resolve("schools_ccd_enrollment_2018_grade-8_race_fips=25,44_page-1.json"));
  }

  @Test
  void queryWithoutRowsHasNoFiles() throws IOException {
    pages.put(FIRST, page(0, "null", ""));
    assertThat(portal().build().fetch(QUERY)).isEmpty();
  }

  @Test
  void missingRowsAreAnError() {
    pages.put(FIRST, page(2, "null", "{\"a\":1}"));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> portal().build().fetch(QUERY))
        .withMessageContaining("has 1 rows, expected 2");
  }

  @Test
  void requestsKeepTheirPace() throws IOException {
    twoPages();
    long start = System.nanoTime();
    portal().pace(Duration.ofMillis(80)).build().fetch(QUERY);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(79));
  }

  @Test
  void interruptStops() throws IOException {
    twoPages();
    failures.add(504);
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> portal().build().fetch(QUERY));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(asked).isEmpty();
    assertThat(inFolder()).isEmpty();
  }

  @Test
  void interruptEndsAPause() throws Exception {
    twoPages();
    failures.add(504);
    Thread fetching =
        new Thread(
            () ->
                assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(
                        () -> portal().tries(2, Duration.ofMinutes(4)).build().fetch(QUERY)));
    fetching.start();
    while (asked.isEmpty()) {
      Thread.onSpinWait();
    }
    fetching.interrupt();
    fetching.join(5000);

    assertThat(fetching.isAlive()).isFalse();
    assertThat(inFolder()).isEmpty();
  }

  @Test
  void wrongPartsAreRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> QUERY.where("fips", "25&page=3"))
        .withMessageStartingWith("filter fips is \"25&page=3\"");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> UrbanQuery.of("../schools", "ccd", "directory", 2018))
        .withMessageStartingWith("level is \"../schools\"");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> QUERY.where("ncessch", "010000500870".repeat(20)))
        .withMessageContaining("expected at most 200");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> portal().address(URI.create("https://host/api")))
        .withMessageContaining("expected one such as");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> portal().tries(0, Duration.ZERO))
        .withMessageContaining("tries is 0");
  }
}
