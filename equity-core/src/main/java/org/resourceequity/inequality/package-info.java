/**
 * How unequally is a resource spread? Measures of a {@link org.resourceequity.sample.Distribution};
 * {@link org.resourceequity.inequality.InequalityMetrics} is the table of contents.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.inequality;
