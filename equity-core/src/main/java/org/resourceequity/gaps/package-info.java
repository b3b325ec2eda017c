/**
 * Do groups get different amounts? Measures of {@link org.resourceequity.sample.GroupedValues};
 * {@link org.resourceequity.gaps.GapMetrics} is the table of contents.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.gaps;
