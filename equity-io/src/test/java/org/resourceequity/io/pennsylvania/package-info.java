@NullMarked
package org.resourceequity.io.pennsylvania;

import org.jspecify.annotations.NullMarked;
