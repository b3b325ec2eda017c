/**
 * Tables of any size on Apache Spark. {@link org.resourceequity.spark.SparkTables} reads a data set
 * of rows by the same formats and mappings as one machine does; {@link
 * org.resourceequity.spark.SparkJob} is the command that {@code spark-submit} runs.
 */
@NullMarked
package org.resourceequity.spark;

import org.jspecify.annotations.NullMarked;
