package org.resourceequity.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.resourceequity.io.Loaded;
import org.resourceequity.io.PartReader;

/**
 * Reads tables on Spark. Each partition becomes a part with its cells, and parts are merged in a
 * tree; the driver sees schools, never rows. The result has the same bits as that of one machine,
 * whatever the partitions are.
 *
 * <p>Rows of the same district are brought together, since they may repeat or contradict each
 * other; rows that are students stay where they are. In notices the line of a row is Spark's {@code
 * monotonically_increasing_id() + 1}, which in a data set of one partition is its number.
 */
public final class SparkTables {

  private static final String ROW = "row_number";
  private static final String KEY = "key_of_row";

  private SparkTables() {}

  /**
   * Reads a table of a registered format.
   *
   * @param name what to call the table in notices and sources; it may say the year
   * @throws IllegalArgumentException if no format fits the columns
   */
  public static Loaded read(Dataset<Row> table, String name) {
    return read(table, PartReader.of(name, header(table)));
  }

  /**
   * Reads a table that a mapping describes; see docs/mapping.md.
   *
   * @param name what to call the table in notices and sources
   * @param mapping the text of the mapping
   * @throws IllegalArgumentException if the mapping is wrong, or the table lacks one of its columns
   */
  public static Loaded readWithMapping(Dataset<Row> table, String name, String mapping) {
    return read(table, PartReader.withMapping("mapping", mapping, name, header(table)));
  }

  private static List<String> header(Dataset<Row> table) {
    return List.of(table.columns());
  }

  private static Loaded read(Dataset<Row> table, PartReader reader) {
    List<String> columns = reader.columns();
    Column[] fields =
        Stream.concat(
                Stream.of(monotonically_increasing_id().as(ROW)),
                IntStream.range(0, columns.size())
                    .mapToObj(i -> quoted(columns.get(i)).cast("string").as("c" + i)))
            .toArray(Column[]::new);
    Dataset<Row> rows = together(table.select(fields), reader);
    int width = columns.size();
    JavaRDD<PartReader.Part> parts =
        rows.javaRDD().mapPartitions(part -> List.of(read(part, width, reader)).iterator());
    return reader.finish(
        parts.getNumPartitions() == 0
            ? reader.nothing()
            : parts.treeReduce(PartReader.Part::merge));
  }

  private static Column quoted(String name) {
    return col('`' + name.replace("`", "``") + '`');
  }

  /** Brings rows together that have to be read in the same part, in their order. */
  private static Dataset<Row> together(Dataset<Row> rows, PartReader reader) {
    Column[] ids =
        reader.keyColumns().stream()
            .map(name -> col("c" + reader.columns().indexOf(name)))
            .toArray(Column[]::new);
    int width = ids.length;
    if (width == 0) {
      return rows;
    }
    UDF1<Row, String> key = row -> reader.key(fields(row, 0, width));
    return rows.withColumn(KEY, udf(key, DataTypes.StringType).apply(struct(ids)))
        .repartition(col(KEY))
        .drop(KEY)
        .sortWithinPartitions(ROW);
  }

  private static PartReader.Part read(Iterator<Row> rows, int width, PartReader reader)
      throws IOException {
    return reader.read(
        consumer -> {
          while (rows.hasNext()) {
            Row row = rows.next();
            consumer.accept(1 + row.getLong(0), fields(row, 1, width));
          }
        });
  }

  /** Returns texts, empty where there is nothing. */
  private static String[] fields(Row row, int first, int width) {
    String[] fields = new String[width];
    Arrays.setAll(fields, i -> row.isNullAt(first + i) ? "" : row.getString(first + i));
    return fields;
  }
}
