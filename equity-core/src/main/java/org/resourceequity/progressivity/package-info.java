/**
 * Does the resource follow need? Measures of a {@link org.resourceequity.sample.PairedSample};
 * {@link org.resourceequity.progressivity.ProgressivityMetrics} is the table of contents.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.progressivity;
