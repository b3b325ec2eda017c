package org.resourceequity.io.urban;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.table.Progress;

/**
 * Fetches tables of the Urban Institute's Education Data Portal into a folder, page by page.
 *
 * <pre>{@code
 * UrbanPortal portal = UrbanPortal.builder(folder).build();
 * List<Path> pages =
 *     portal.fetch(UrbanQuery.of("school-districts", "ccd", "finance", 2018).where("fips", "25"));
 * Loaded loaded = EquityFiles.read(pages, Progress.NONE);
 * }</pre>
 *
 * <p>A page that is in the folder is never asked for again; the portal revises its data without
 * notice, so delete pages to get newer ones. A busy portal is asked again after a pause that
 * doubles each time. Several threads may fetch at once and keep the pace together.
 */
public final class UrbanPortal {

  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Builder is;
  private final HttpClient client;

  /** When the next request may start, by the clock that only counts. */
  private final AtomicLong turn = new AtomicLong(System.nanoTime());

  private UrbanPortal(Builder is) {
    this.is = is;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(is.timeout)
            .build();
  }

  /**
   * Returns the builder of a portal.
   *
   * @param cache the folder of the pages, made if it is not there
   */
  public static Builder builder(Path cache) {
    return new Builder(cache);
  }

  /** Fetches without telling anybody about progress. */
  public List<Path> fetch(UrbanQuery query) throws IOException {
    return fetch(query, Progress.NONE);
  }

  /**
   * Fetches all pages of a query that are not yet in the folder.
   *
   * @param progress is told the bytes after each page; their total is estimated from the rows
   * @return the files of the pages in order; none if no row fits the query
   * @throws IllegalArgumentException if a filter's variable is not in the rows: the portal would
   *     ignore the filter and return all rows
   * @throws IOException if the portal refuses, or stays busy for all tries, or its pages do not
   *     hold as many rows as it says
   * @throws CancellationException if the thread is interrupted
   */
  public List<Path> fetch(UrbanQuery query, Progress progress) throws IOException {
    Files.createDirectories(is.cache);
    List<Path> files = new ArrayList<>();
    URI first = is.address.resolve(query.address());
    URI address = first;
    long rows = 0;
    long bytes = 0;
    while (true) {
      Path file = is.cache.resolve(query + "_page-" + (files.size() + 1) + ".json");
      Page page = Files.exists(file) ? Page.of(file) : download(address, file);
      if (files.isEmpty()) {
        check(query, page, file);
      }
      if (page.rows() > 0) {
        files.add(file);
      }
      rows += page.rows();
      bytes += Files.size(file);
      progress.at(query.toString(), bytes, total(bytes, rows, page.count()));
      if (page.next() == null) {
        if (rows != page.count()) {
          throw new IOException(
              "%s has %d rows, expected %d as its last page says; delete its pages in %s and fetch again"
                  .formatted(query, rows, page.count(), is.cache));
        }
        return List.copyOf(files);
      }
      if (page.rows() == 0) {
        throw new IOException(query + " has a page without rows that is not the last");
      }
      address = next(first, page.next());
    }
  }

  private static void check(UrbanQuery query, Page page, Path file) throws IOException {
    if (page.rows() > 0 && !page.variables().containsAll(query.filters().keySet())) {
      // It holds rows that were not asked for, and must not be read with the folder.
      Files.delete(file);
      throw new IllegalArgumentException(
          "filters are "
              + query.filters().keySet()
              + ", expected variables of the rows: "
              + page.variables());
    }
  }

  private static long total(long bytes, long rows, long count) {
    return rows == 0 || rows >= count ? bytes : Math.round((double) bytes / rows * count);
  }

  /** The next page differs in its query only; the host that a proxy hides is not asked. */
  private static URI next(URI first, String next) throws IOException {
    try {
      String query = URI.create(next).getRawQuery();
      if (query != null) {
        return first.resolve(first.getRawPath() + "?" + query);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("the address of the next page is \"" + next + '"', e);
    }
    throw new IOException("the next page is \"" + next + "\", expected an address with a query");
  }

  /** Asks until there is a page or the tries are used up, and moves it into the folder. */
  private Page download(URI address, Path file) throws IOException {
    Path part = Files.createTempFile(is.cache, ".page", ".part");
    try {
      Duration pause = is.firstPause;
      for (int tried = 1; ; tried++) {
        Answer answer = ask(address, part);
        Page page = answer.page();
        if (page != null) {
          Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
          return page;
        }
        if (!answer.passing() || tried == is.tries) {
          throw new IOException(
              address
                  + " gave no page"
                  + (answer.passing() ? " in " + tried + " tries" : "")
                  + ": "
                  + answer.problem(),
              answer.cause());
        }
        Duration wished = answer.pause();
        sleep(wished.compareTo(pause) > 0 ? wished : pause);
        pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled =
          new CancellationException("fetching " + address + " was interrupted");
      cancelled.initCause(e);
      throw cancelled;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /**
   * What came of a request.
   *
   * @param page the page, null if there is a problem
   * @param problem what went wrong
   * @param passing whether it may go well another time
   * @param pause how long the portal wants to be left alone
   */
  private record Answer(
      @Nullable Page page,
      String problem,
      boolean passing,
      Duration pause,
      @Nullable Exception cause) {

    static Answer passing(String problem, @Nullable Exception cause) {
      return new Answer(null, problem, true, Duration.ZERO, cause);
    }
  }

  private Answer ask(URI address, Path part) throws InterruptedException {
    sleep(Duration.ofNanos(takeTurn() - System.nanoTime()));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/json")
            .header("User-Agent", "resourceequity")
            .build();
    BodyHandler<Path> handler =
        info ->
            info.statusCode() == 200
                ? BodySubscribers.ofFile(part)
                : BodySubscribers.replacing(part);
    CompletableFuture<HttpResponse<Path>> future = client.sendAsync(request, handler);
    try {
      HttpResponse<Path> response = future.get(is.timeout.toMillis(), TimeUnit.MILLISECONDS);
      int status = response.statusCode();
      if (status == 200) {
        return new Answer(Page.of(part), "", false, Duration.ZERO, null);
      }
      boolean passing = status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS;
      return new Answer(null, problem(status), passing, retryAfter(response.headers()), null);
    } catch (TimeoutException e) {
      return Answer.passing("no page within " + is.timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      return Answer.passing(String.valueOf(e.getCause()), e);
    } catch (IOException e) {
      return Answer.passing(String.valueOf(e.getMessage()), e);
    } finally {
      // Frees the connection if the answer did not come in time.
      future.cancel(true);
    }
  }

  private static String problem(int status) {
    return "status "
        + status
        + (status == NOT_FOUND
            ? ", expected a topic and a year that the portal has; some topics must be divided by"
                + " more, such as by(\"race\", \"sex\")"
            : "");
  }

  private static Duration retryAfter(HttpHeaders headers) {
    String seconds = headers.firstValue("Retry-After").orElse("");
    return seconds.matches("\\d{1,6}")
        ? shorter(Duration.ofSeconds(Long.parseLong(seconds)), LONGEST_PAUSE)
        : Duration.ZERO;
  }

  /** Returns when the caller's request may start; the next one's is a pause later. */
  private long takeTurn() {
    long now = System.nanoTime();
    long pause = is.pace.toNanos();
    return turn.getAndUpdate(at -> (at - now > 0 ? at : now) + pause);
  }

  private static void sleep(Duration pause) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!pause.isNegative()) {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    }
  }

  /** Collects how a portal is asked. */
  public static final class Builder {
    private final Path cache;
    private URI address = URI.create("https://educationdata.urban.org/api/v1/");
    private Duration pace = Duration.ofMillis(500);
    private Duration timeout = Duration.ofMinutes(2);
    private Duration firstPause = Duration.ofSeconds(2);
    private int tries = 6;

    private Builder(Path cache) {
      this.cache = cache;
    }

    /** Sets the address that queries are added to; it ends with a slash. */
    public Builder address(URI base) {
      if (!base.isAbsolute() || !base.toString().endsWith("/")) {
        throw new IllegalArgumentException(
            "address is " + base + ", expected one such as https://host/api/v1/");
      }
      address = base;
      return this;
    }

    /** Sets the shortest time between the starts of two requests, half a second if not set. */
    public Builder pace(Duration between) {
      pace = notNegative("pace", between);
      return this;
    }

    /** Sets how long one page may take, two minutes if not set. */
    public Builder timeout(Duration perPage) {
      if (perPage.toMillis() < 1) {
        throw new IllegalArgumentException("timeout is " + perPage + ", expected 1 ms or more");
      }
      timeout = perPage;
      return this;
    }

    /**
     * Sets how often a busy portal is asked for a page, and the pause after the first time, which
     * doubles up to five minutes. It is asked six times, with a pause of two seconds, if not set.
     */
    public Builder tries(int most, Duration pause) {
      if (most < 1) {
        throw new IllegalArgumentException("tries is " + most + ", expected 1 or more");
      }
      tries = most;
      firstPause = notNegative("pause", pause);
      return this;
    }

    private static Duration notNegative(String name, Duration duration) {
      if (duration.isNegative()) {
        throw new IllegalArgumentException(name + " is " + duration + ", expected 0 or more");
      }
      return duration;
    }

    /** Returns the portal. */
    public UrbanPortal build() {
      return new UrbanPortal(this);
    }
  }
}
