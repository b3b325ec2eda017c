@NullMarked
package org.resourceequity.io.texas;

import org.jspecify.annotations.NullMarked;
