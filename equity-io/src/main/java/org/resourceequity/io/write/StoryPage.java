package org.resourceequity.io.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.chart.Chart;
import org.resourceequity.story.Finding;
import org.resourceequity.story.Story;

/**
 * Puts a story's fragment into a page of its own. The fragment is the page for who has no script;
 * the script lays interactive charts over the static ones and lets the reader switch between the
 * answers of a finding.
 */
final class StoryPage {

  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

  private StoryPage() {}

  static String of(Story story) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="%s">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <a class="eq-skip" href="#main">Skip to the story</a>
    <main id="main">
    %s</main>
    <script type="application/json" id="eq-charts">%s</script>
    <script>%s</script>
    <script>
    %s</script>
    </body>
    </html>
    """
        .formatted(
            POLICY,
            escape(story.title()),
            resource("story.css"),
            story.toHtml(),
            Json.embedded(charts(story)),
            script(resource(ECHARTS)),
            script(resource("story.js")));
  }

  /** Returns the interactive charts by key: finding id, slash, index of the answer. */
  private static Map<String, Object> charts(Story story) {
    List<Finding> findings = new ArrayList<>();
    Finding opening = story.opening();
    if (opening != null) {
      findings.add(opening);
    }
    story.themes().forEach(theme -> findings.addAll(theme.findings()));
    Map<String, Object> charts = new LinkedHashMap<>();
    for (Finding finding : findings) {
      for (int i = 0; i < finding.answers().size(); i++) {
        Chart chart = finding.answers().get(i).chart();
        // A mosaic stays the static drawing that it is.
        if (chart != null && !(chart instanceof Chart.Mosaic)) {
          charts.put(finding.id() + "/" + i, Interactive.of(chart));
        }
      }
    }
    return charts;
  }

  /** A script's text must not end its element: "<\/script" means the same inside a string. */
  private static String script(String source) {
    return source.replaceAll("(?i)</(script)", "<\\\\/$1").replace("<!--", "<\\!--");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String resource(String name) {
    try (InputStream in = StoryPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
