@NullMarked
package org.resourceequity.io.crdc;

import org.jspecify.annotations.NullMarked;
