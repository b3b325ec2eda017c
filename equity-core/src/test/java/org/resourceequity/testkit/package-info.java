/**
 * The test kit: whoever adds a measure lets a test implement {@link
 * org.resourceequity.testkit.MetricLaws} and names the measure there; every law that the measure's
 * claims bring with them is then checked on drawn samples.
 *
 * <p>{@link org.resourceequity.testkit.Laws} lists the laws as data, {@link
 * org.resourceequity.testkit.Samples} draws samples with weights, zeros, ties, single units, empty
 * groups and empty units, near-equal, huge and tiny values.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.testkit;
