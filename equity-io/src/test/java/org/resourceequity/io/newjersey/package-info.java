@NullMarked
package org.resourceequity.io.newjersey;

import org.jspecify.annotations.NullMarked;
