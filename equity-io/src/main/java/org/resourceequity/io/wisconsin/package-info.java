/**
 * The files of Wisconsin: {@link org.resourceequity.io.wisconsin.Wisconsin} lists their formats.
 */
@NullMarked
package org.resourceequity.io.wisconsin;

import org.jspecify.annotations.NullMarked;
