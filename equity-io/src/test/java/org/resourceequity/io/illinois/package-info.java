@NullMarked
package org.resourceequity.io.illinois;

import org.jspecify.annotations.NullMarked;
