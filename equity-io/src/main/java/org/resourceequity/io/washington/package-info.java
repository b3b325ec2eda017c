/**
 * The files of Washington State: {@link org.resourceequity.io.washington.Washington} lists their
 * formats.
 */
@NullMarked
package org.resourceequity.io.washington;

import org.jspecify.annotations.NullMarked;
