/**
 * Indicators of resource equity: what is compared, what it is called, and what would be fair.
 * {@link org.resourceequity.indicator.Indicators} lists them; {@link
 * org.resourceequity.indicator.EquityDimension} names the ten dimensions they belong to.
 * Definitions are data: a new indicator is a new constant.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.indicator;
