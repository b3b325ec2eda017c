@NullMarked
package org.resourceequity.io.california;

import org.jspecify.annotations.NullMarked;
