/**
 * How sure a number is. {@link org.resourceequity.inference.Interval} is what comes out; {@link
 * org.resourceequity.inference.RateIntervals} has the closed forms for rates, {@link
 * org.resourceequity.inference.StandardErrors} the general form by influence functions. A census
 * has no sampling error: an interval speaks of what would recur, and says so.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.inference;
