/**
 * Is a group likelier to have the event? Measures of {@link org.resourceequity.sample.RiskCounts};
 * {@link org.resourceequity.disproportionality.DisproportionalityMetrics} is the table of contents.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.disproportionality;
