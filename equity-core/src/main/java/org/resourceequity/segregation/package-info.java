/**
 * How separately do groups attend? Measures of a {@link org.resourceequity.sample.CrossTab}; {@link
 * org.resourceequity.segregation.SegregationMetrics} is the table of contents.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.segregation;
