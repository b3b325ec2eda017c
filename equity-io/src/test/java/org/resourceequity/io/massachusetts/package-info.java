@NullMarked
package org.resourceequity.io.massachusetts;

import org.jspecify.annotations.NullMarked;
