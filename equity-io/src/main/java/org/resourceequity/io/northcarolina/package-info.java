/**
 * The files of North Carolina: {@link org.resourceequity.io.northcarolina.NorthCarolina} lists
 * their formats.
 */
@NullMarked
package org.resourceequity.io.northcarolina;

import org.jspecify.annotations.NullMarked;
