@NullMarked
package org.resourceequity.spark;

import org.jspecify.annotations.NullMarked;
