@NullMarked
package org.resourceequity.io.ohio;

import org.jspecify.annotations.NullMarked;
