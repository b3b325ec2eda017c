@NullMarked
package org.resourceequity.io.washington;

import org.jspecify.annotations.NullMarked;
