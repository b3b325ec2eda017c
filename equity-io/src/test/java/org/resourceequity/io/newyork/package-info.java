@NullMarked
package org.resourceequity.io.newyork;

import org.jspecify.annotations.NullMarked;
