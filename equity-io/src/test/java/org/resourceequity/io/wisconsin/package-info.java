@NullMarked
package org.resourceequity.io.wisconsin;

import org.jspecify.annotations.NullMarked;
