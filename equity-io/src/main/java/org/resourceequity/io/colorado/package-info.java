/** The files of Colorado: {@link org.resourceequity.io.colorado.Colorado} lists their formats. */
@NullMarked
package org.resourceequity.io.colorado;

import org.jspecify.annotations.NullMarked;
