package org.resourceequity.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.EquityFiles;
import org.resourceequity.io.Loaded;
import org.resourceequity.metric.MetricCatalog;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that {@code spark-submit} runs. */
@Command(
    name = "equity-spark",
    description = {
      "Reads a table of any size on Spark and writes what one machine needs for every question:",
      "  OUT/store.zip  the schools and districts, which EquityFiles.open(...) reads",
      "  OUT/metrics    csv: how separately groups attend, in the nation and in each district,",
      "                 by year, with the bits that a single machine gives",
      "Paths are those of any file system that the cluster knows."
    },
    mixinStandardHelpOptions = true,
    versionProvider = SparkJob.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  spark-submit equity-spark.jar ccd_sch_052_2223_l_1a.csv --out hdfs:///equity/2223",
      "  spark-submit equity-spark.jar s3a://lake/students/ --mapping students.json"
          + " --out s3a://lake/equity"
    })
public final class SparkJob implements Callable<Integer> {

  private static final int NOTHING = 1;
  private static final int FAILED = 3;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files or folders with the same columns; they are one table.")
  private List<String> inputs = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where to write; what an earlier run wrote there is replaced.")
  private String out = "";

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "What the columns mean, see docs/mapping.md; without it the columns must be those of a"
              + " published format.")
  private @Nullable String mapping;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv, parquet, orc, json ...; what the names of the inputs end with, else csv.")
  private @Nullable String format;

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "For Spark's reader, such as sep=| or multiLine=true. May be given repeatedly.")
  private Map<String, String> options = new TreeMap<>();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "What to call the table in notices and sources; some formats take the year from it. The"
              + " name of the first input if not given.")
  private @Nullable String name;

  @Option(
      names = "--between",
      defaultValue = "race",
      paramLabel = "ATTRIBUTE",
      description = "Whose separation is measured: the groups by ${COMPLETION-CANDIDATES}.")
  private Attribute between = Attribute.RACE;

  @Option(
      names = "--with",
      split = ",",
      defaultValue = "mutual-information,theil-h,multigroup-dissimilarity",
      paramLabel = "METRIC",
      description = "Metrics of separation; default: ${DEFAULT-VALUE}.")
  private List<String> metrics = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  private SparkJob() {}

  /** Runs the command and leaves with its exit code. */
  public static void main(String[] args) {
    System.exit(run(writer(FileDescriptor.out), writer(FileDescriptor.err), args));
  }

  private static PrintWriter writer(FileDescriptor to) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(to), UTF_8));
  }

  /** Runs the command; everything it says goes to the writers. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine job =
        new CommandLine(new SparkJob())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(SparkJob::failed);
    job.getCommandSpec()
        .usageMessage()
        .width(96)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            new TreeMap<>(
                Map.of(
                    "0", "all went well",
                    "1", "there are no groups to compare; the store is written",
                    "2", "the command line makes no sense",
                    "3", "the input could not be read, or the output not written")));
    try {
      return job.execute(args);
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static int failed(Exception problem, CommandLine job, CommandLine.ParseResult args) {
    job.getErr().println("equity-spark: " + problem.getMessage());
    return FAILED;
  }

  @Override
  public Integer call() throws IOException {
    DistrictSeparation separation = separation();
    SparkSession spark = SparkSession.builder().appName("equity").getOrCreate();
    Loaded loaded = load(spark);
    PrintWriter err = spec.commandLine().getErr();
    err.println(loaded.notices());
    EquityData data = loaded.data();
    spec.commandLine()
        .getOut()
        .printf(
            "%,d rows, %,d schools, %,d districts, %d years%n",
            loaded.tables().get(0).rows(),
            data.units(Level.SCHOOL).size(),
            data.units(Level.DISTRICT).size(),
            data.years().size());
    save(spark, data);
    List<Row> rows = separation.rows(data);
    if (rows.isEmpty()) {
      err.println(
          "equity-spark: the data have no counts of schools by "
              + between.name().toLowerCase(Locale.ROOT));
      return NOTHING;
    }
    spark
        .createDataFrame(rows, DistrictSeparation.COLUMNS)
        .coalesce(1)
        .write()
        .mode(SaveMode.Overwrite)
        .option("header", true)
        .csv(new Path(out, "metrics").toString());
    return 0;
  }

  private DistrictSeparation separation() {
    try {
      return DistrictSeparation.of(between, metrics, MetricCatalog.load());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Loaded load(SparkSession spark) throws IOException {
    String from = inputs.get(0);
    String called = name == null ? new Path(from).getName() : name;
    Dataset<Row> table =
        spark
            .read()
            .format(format == null ? ending(from) : format)
            // A file whose columns stand in another order is refused, not misread.
            .options(Map.of("header", "true", "escape", "\"", "enforceSchema", "false"))
            .options(options)
            .load(inputs.toArray(String[]::new));
    return mapping == null
        ? SparkTables.read(table, called)
        : SparkTables.readWithMapping(table, called, text(spark, new Path(mapping)));
  }

  private static String ending(String input) {
    List<String> known = new ArrayList<>(List.of("parquet", "orc", "json"));
    known.removeIf(ending -> !input.endsWith("." + ending));
    return known.isEmpty() ? "csv" : known.get(0);
  }

  private static String text(SparkSession spark, Path file) throws IOException {
    try (InputStream in =
        file.getFileSystem(spark.sparkContext().hadoopConfiguration()).open(file)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private void save(SparkSession spark, EquityData data) throws IOException {
    java.nio.file.Path local = Files.createTempFile("equity", ".zip");
    try {
      EquityFiles.save(data, local);
      Path to = new Path(out, "store.zip");
      to.getFileSystem(spark.sparkContext().hadoopConfiguration())
          .copyFromLocalFile(false, true, new Path(local.toUri()), to);
    } finally {
      Files.deleteIfExists(local);
    }
  }

  /** Takes the version from the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = SparkJob.class.getPackage().getImplementationVersion();
      return new String[] {"equity-spark " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
