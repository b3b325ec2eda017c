/**
 * How sure a number is. A census has no sampling error, so every result says what it takes as drawn
 * by chance: students, units or clusters ({@link org.resourceequity.inference.Draws}).
 *
 * <ul>
 *   <li>{@link org.resourceequity.inference.Estimate}: standard errors by influence functions, and
 *       those of differences and ratios of estimates
 *   <li>{@link org.resourceequity.inference.Bootstrap} and {@link
 *       org.resourceequity.inference.Jackknife}: for any metric
 *   <li>{@link org.resourceequity.inference.PermutationTest}: what chance alone would give
 *   <li>{@link org.resourceequity.inference.RateIntervals}: closed forms for rates
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.inference;
