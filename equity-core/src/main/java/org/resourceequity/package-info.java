/** The entry point for people: {@code Equity}, one line per question. */
@org.jspecify.annotations.NullMarked
package org.resourceequity;
