package org.resourceequity.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.resourceequity.sample.Distribution;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The code blocks of a Markdown document, each of which can be tried. */
final class Document {

  private static final String EQUITY = "java -jar equity-examples/target/equity.jar ";
  private static final String SHELL = "jshell --class-path equity-examples/target/equity.jar ";

  /** What a reader may be told to type: parts of what the CI runs, {@code mvn -B verify -Dfull}. */
  private static final Set<String> MAVEN =
      Set.of("mvn", "-q", "-B", "-DskipTests", "-Dfull", "test", "package", "verify");

  private static final Pattern FENCE = Pattern.compile("^```(.*)$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern MAIN_CLASS = Pattern.compile("public (?:final )?class (\\w+)");

  private final Path root;
  private final List<Block> blocks;

  private Document(Path root, List<Block> blocks) {
    this.root = root;
    this.blocks = blocks;
  }

  /**
   * A fenced block.
   *
   * @param line the line of its first fence
   * @param tag the language
   * @param text what stands in it
   * @param output the block of text that follows it, empty if there is none
   */
  record Block(int line, String tag, String text, String output) {
    @Override
    public String toString() {
      return "line " + line + ": " + tag;
    }
  }

  static Document of(Path root, String markdown) {
    List<Block> all = new ArrayList<>();
    List<String> lines = markdown.lines().toList();
    StringBuilder text = new StringBuilder();
    String tag = null;
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (!fence.matches()) {
        text.append(tag == null ? "" : lines.get(i) + "\n");
      } else if (tag == null) {
        tag = fence.group(1).strip();
        start = i + 1;
        text.setLength(0);
      } else {
        all.add(new Block(start, tag, text.toString(), ""));
        tag = null;
      }
    }
    if (tag != null) {
      throw new AssertionError("the block of line " + start + " has no end");
    }
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Block block = all.get(i);
      boolean followed = i + 1 < all.size() && all.get(i + 1).tag().equals("text");
      if (!block.tag().equals("text")) {
        blocks.add(
            new Block(
                block.line(), block.tag(), block.text(), followed ? all.get(i + 1).text() : ""));
      }
    }
    return new Document(root, blocks);
  }

  /** Returns the blocks that can be tried: all but those that show output. */
  List<Block> blocks() {
    return blocks;
  }

  /** Does what a block tells a reader to do and compares what comes of it with the next block. */
  void tryOut(Block block, Path folder) {
    try {
      switch (block.tag()) {
        case "java" -> java(block, folder);
        case "jshell" -> jshell(block, folder);
        case "sh" -> sh(block, folder);
        case "xml" -> xml(block);
        default ->
            throw new AssertionError(
                block + " is not known, expected java, jshell, sh, xml or text");
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(block + " cannot be tried", e);
    }
  }

  // --- java

  /** Compiles and runs a program on equity-core and what it needs, nothing else. */
  private void java(Block block, Path folder) throws IOException, InterruptedException {
    Matcher name = MAIN_CLASS.matcher(block.text());
    assertThat(name.find()).as(block + " has a public class").isTrue();
    Path source = folder.resolve(name.group(1) + ".java");
    Files.writeString(source, block.text());
    int code =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
            .run(null, null, null, "-cp", coreOnly(), "-d", folder.toString(), source.toString());
    assertThat(code).as(block + " compiles").isZero();
    Ran ran = run(folder, List.of("-cp", coreOnly() + File.pathSeparator + folder, name.group(1)));
    assertThat(ran.code()).as(ran.output()).isZero();
    assertThat(trimmed(ran.output())).isEqualTo(trimmed(block.output()));
  }

  /** Returns the class path that a program gets which depends on equity-core alone. */
  private String coreOnly() throws IOException {
    String classes =
        Path.of(Distribution.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .toString();
    Set<String> needed =
        elements(Files.readString(root.resolve("equity-core/pom.xml")), "dependency").stream()
            .filter(dependency -> text(dependency, "scope").isEmpty())
            .map(dependency -> text(dependency, "artifactId"))
            .collect(Collectors.toSet());
    return Stream.concat(
            Stream.of(classes),
            Arrays.stream(classPath())
                .filter(
                    entry ->
                        needed.stream()
                            .anyMatch(
                                id ->
                                    String.valueOf(Path.of(entry).getFileName())
                                        .matches(Pattern.quote(id) + "-[0-9].*\\.jar"))))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String[] classPath() {
    return System.getProperty("java.class.path").split(File.pathSeparator, -1);
  }

  // --- jshell

  private void jshell(Block block, Path folder) {
    String lines =
        block
            .text()
            .replace("Path.of(\"", "Path.of(\"" + folder.toString().replace('\\', '/') + "/");
    try (EquityShell shell = EquityShell.open()) {
      String echoes = String.join("\n", shell.run(lines));
      assertThat(trimmed(echoes)).contains(trimmed(block.output()));
    }
  }

  // --- sh

  private void sh(Block block, Path folder) throws IOException, InterruptedException {
    StringBuilder output = new StringBuilder();
    for (String line : block.text().lines().filter(l -> !l.isBlank()).toList()) {
      for (String command : line.split("&&", -1)) {
        output.append(sh(block, command.strip(), folder));
      }
    }
    assertThat(trimmed(output.toString())).contains(trimmed(block.output()));
  }

  private String sh(Block block, String command, Path folder)
      throws IOException, InterruptedException {
    List<String> words = words(command);
    if (words.get(0).equals("mvn")) {
      assertThat(words).as("what the CI runs").allMatch(MAVEN::contains);
      return "";
    }
    if (command.startsWith(SHELL)) {
      assertThat(root.resolve(command.substring(SHELL.length()))).isRegularFile();
      return "";
    }
    if (!(command + " ").startsWith(EQUITY)) {
      throw new AssertionError(block + ": nothing tries \"" + command + "\"");
    }
    link(words, folder);
    List<String> arguments = new ArrayList<>();
    arguments.add("-cp");
    arguments.add(System.getProperty("java.class.path"));
    arguments.add("org.resourceequity.examples.cli.Main");
    arguments.addAll(words.subList(3, words.size()));
    Ran ran = run(folder, arguments);
    assertThat(ran.code()).as(command + "\n" + ran.output()).isZero();
    return ran.output();
  }

  /** Puts the modules into the folder, so that paths fit, and the published files it names. */
  private void link(List<String> words, Path folder) throws IOException {
    for (String module : List.of("equity-core", "equity-io", "equity-examples")) {
      if (!Files.exists(folder.resolve(module))) {
        Files.createSymbolicLink(folder.resolve(module), root.resolve(module));
      }
    }
    Path formats = Path.of(System.getProperty("equity.shared", ""), "data", "formats");
    for (String word : words) {
      if (word.matches(".*\\.(xlsx|csv|csv\\.gz)") && !Files.exists(folder.resolve(word))) {
        assumeTrue(Files.isDirectory(formats), "equity.shared has no " + word);
        try (Stream<Path> files = Files.walk(formats)) {
          Files.createSymbolicLink(
              folder.resolve(word),
              files.filter(file -> file.endsWith(word)).findFirst().orElseThrow());
        }
      }
    }
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }

  // --- xml

  /** Compares coordinates with those of the build. */
  private void xml(Block block) throws IOException {
    Element parent = elements(Files.readString(root.resolve("pom.xml")), "project").get(0);
    List<Element> dependencies = elements(block.text(), "dependency");
    assertThat(dependencies).as(block + " is a dependency").isNotEmpty();
    for (Element dependency : dependencies) {
      assertThat(text(dependency, "groupId")).isEqualTo(text(parent, "groupId"));
      assertThat(text(dependency, "version")).isEqualTo(text(parent, "version"));
      assertThat(root.resolve(text(dependency, "artifactId")).resolve("pom.xml")).exists();
    }
  }

  private static List<Element> elements(String xml, String name) throws IOException {
    try {
      NodeList found =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new java.io.ByteArrayInputStream(xml.strip().getBytes(UTF_8)))
              .getElementsByTagName(name);
      List<Element> elements = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) {
        elements.add((Element) found.item(i));
      }
      return elements;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("not well-formed: " + xml, e);
    }
  }

  /** Returns the text of the first element of that name, empty if there is none. */
  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }

  // --- processes

  private record Ran(int code, String output) {}

  /** Runs {@code java}. */
  private static Ran run(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ran(process.waitFor(), output);
  }

  private static String trimmed(String text) {
    return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n")).strip();
  }
}
