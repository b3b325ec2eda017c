/**
 * The command line: {@code equity story}, {@code ask}, {@code inspect} and {@code metrics}. Results
 * go to standard output, everything said about them to standard error.
 */
@NullMarked
package org.resourceequity.examples.cli;

import org.jspecify.annotations.NullMarked;
