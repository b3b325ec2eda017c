package org.resourceequity.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code equity}. */
@Command(
    name = "equity",
    description = "Finds out who gets what in public schools, from published data.",
    subcommands = {
      StoryCommand.class,
      AskCommand.class,
      InspectCommand.class,
      MetricsCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footerHeading = "%nExamples, on the data of California that come with it:%n",
    footer = {
      "  equity story --district \"Los Angeles Unified\"",
      "  equity ask spread --of class-size-k3 --with gini,mcloone --within school-level",
      "  equity metrics gini",
      "With files of your own:",
      "  equity inspect 18-21-Financial.xlsx",
      "  equity story 18-21-Financial.xlsx RCDTS_codes.csv --out chicago.html"
    })
public final class Main implements Callable<Integer> {

  private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();

  static {
    EXIT_CODES.put("0", "all went well");
    EXIT_CODES.put("1", "nothing found, or no answer");
    EXIT_CODES.put("2", "the command line makes no sense");
    EXIT_CODES.put("3", "a file could not be read or written");
    EXIT_CODES.put("70", "a mistake of ours");
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Made by {@link #main} and the tests. */
  Main() {}

  /** Runs the command and leaves with its exit code. */
  public static void main(String[] args) {
    System.exit(run(writer(FileDescriptor.out), writer(FileDescriptor.err), args));
  }

  private static PrintWriter writer(FileDescriptor to) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(to), UTF_8));
  }

  /** Runs the command; everything it says goes to the writers. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine equity =
        new CommandLine(new Main())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Main::misuse)
            .setExecutionExceptionHandler(Main::failed);
    document(equity);
    equity.getSubcommands().values().forEach(Main::document);
    try {
      return equity.execute(args);
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static void document(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .width(96)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(EXIT_CODES);
  }

  private static int misuse(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("equity: " + oneLine(String.valueOf(problem.getMessage())));
    UnmatchedArgumentException.printSuggestions(problem, err);
    err.println("Try \"" + command.getCommandSpec().qualifiedName() + " --help\".");
    return Trouble.USAGE;
  }

  private static int failed(Exception problem, CommandLine command, CommandLine.ParseResult args) {
    if (problem instanceof Trouble trouble) {
      command.getErr().println("equity: " + oneLine(String.valueOf(trouble.getMessage())));
      return trouble.exitCode();
    }
    command
        .getErr()
        .println(
            "equity: this should not have happened, please report it: " + oneLine("" + problem));
    return Trouble.BUG;
  }

  private static String oneLine(String text) {
    return String.join(" ", text.lines().map(String::strip).toList());
  }

  /** Without a subcommand there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Trouble.USAGE;
  }

  /** Takes the version from the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return List.of("equity " + (version == null ? "(not from a jar)" : version))
          .toArray(String[]::new);
    }
  }
}
