@NullMarked
package org.resourceequity.io.federal;

import org.jspecify.annotations.NullMarked;
