/** The files of Florida: {@link org.resourceequity.io.florida.Florida} lists their formats. */
@NullMarked
package org.resourceequity.io.florida;

import org.jspecify.annotations.NullMarked;
