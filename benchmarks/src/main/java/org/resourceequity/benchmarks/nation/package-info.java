/**
 * A made-up nation of schools, written as the federal files are: {@code GenerateCommand} is the
 * program, {@code Nation} the schools, {@code NationalFiles} the files. Nothing in it is real but
 * the names of the states and, roughly, their sizes and shares of races.
 */
@NullMarked
package org.resourceequity.benchmarks.nation;

import org.jspecify.annotations.NullMarked;
