@NullMarked
package org.resourceequity.io.northcarolina;

import org.jspecify.annotations.NullMarked;
