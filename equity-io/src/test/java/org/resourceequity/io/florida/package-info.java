@NullMarked
package org.resourceequity.io.florida;

import org.jspecify.annotations.NullMarked;
