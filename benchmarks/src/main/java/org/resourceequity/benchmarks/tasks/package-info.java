/**
 * The tasks that {@code benchmarks/compare} and {@code benchmarks/grow} time beside other programs.
 *
 * <p>Each class is a program that prints {@code name=value} pairs, one line per round.
 */
@NullMarked
package org.resourceequity.benchmarks.tasks;

import org.jspecify.annotations.NullMarked;
