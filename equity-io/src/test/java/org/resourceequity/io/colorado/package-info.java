@NullMarked
package org.resourceequity.io.colorado;

import org.jspecify.annotations.NullMarked;
