/** One small class for each of the five questions; start with {@link SpreadExample}. */
@NullMarked
package org.resourceequity.examples;

import org.jspecify.annotations.NullMarked;
