@NullMarked
package org.resourceequity.io;

import org.jspecify.annotations.NullMarked;
