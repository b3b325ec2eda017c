/**
 * The five kinds of sample, one for each question: {@link org.resourceequity.sample.Distribution}
 * (how unequally is a resource spread), {@link org.resourceequity.sample.GroupedValues} (do groups
 * get different amounts), {@link org.resourceequity.sample.CrossTab} (how separately do groups
 * attend), {@link org.resourceequity.sample.PairedSample} (does the resource follow need) and
 * {@link org.resourceequity.sample.RiskCounts} (is a group likelier to have the event).
 *
 * <p>Samples are immutable and know nothing of schools: {@link org.resourceequity.sample.Units} are
 * keys with parents. {@link org.resourceequity.sample.Condition} is what a metric may require.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.sample;
