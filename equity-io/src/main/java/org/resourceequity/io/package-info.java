/**
 * Files in, files out. Readers never throw because of a bad row: what was wrong in a file is a
 * {@link org.resourceequity.io.Notice}, collected in {@link org.resourceequity.io.Notices}.
 */
@NullMarked
package org.resourceequity.io;

import org.jspecify.annotations.NullMarked;
