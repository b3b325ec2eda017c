/**
 * Massachusetts Department of Elementary and Secondary Education: reports of several years, joined
 * per school. Organisation codes have 8 digits: district 4, school 4.
 */
@NullMarked
package org.resourceequity.io.massachusetts;

import org.jspecify.annotations.NullMarked;
