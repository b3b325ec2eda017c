/** JMH benchmarks: one class per question about speed. */
@NullMarked
package org.resourceequity.benchmarks;

import org.jspecify.annotations.NullMarked;
