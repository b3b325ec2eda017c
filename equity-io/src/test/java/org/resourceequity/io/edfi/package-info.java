@NullMarked
package org.resourceequity.io.edfi;

import org.jspecify.annotations.NullMarked;
