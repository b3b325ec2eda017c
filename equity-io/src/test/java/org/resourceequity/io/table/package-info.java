@NullMarked
package org.resourceequity.io.table;

import org.jspecify.annotations.NullMarked;
