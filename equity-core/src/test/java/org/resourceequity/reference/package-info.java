/**
 * Values that other programs give, and the calls of this library that must give them too.
 *
 * <p>{@link org.resourceequity.reference.ReferenceRunnerTest} reads the cases; one table per family
 * says which call a case's metric means, one line for most: {@code add("gini", c ->
 * GINI.measure(c.distribution()))}. A {@link org.resourceequity.reference.Case} makes the sample
 * and knows the parameters.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.reference;
