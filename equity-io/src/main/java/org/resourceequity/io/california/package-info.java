/**
 * The files of the California Department of Education, and a real store that comes with the
 * library: California's schools in 1999-00 and its elementary districts in 1998-99. {@link
 * org.resourceequity.io.california.California} loads it.
 */
@NullMarked
package org.resourceequity.io.california;

import org.jspecify.annotations.NullMarked;
