/**
 * Files in, files out. {@link org.resourceequity.io.EquityFiles} is where to start; what it read is
 * a {@link org.resourceequity.io.Loaded}. Readers never throw because of a bad row: what was wrong
 * in a file is a {@link org.resourceequity.io.Notice}, collected in {@link
 * org.resourceequity.io.Notices}. A new kind of file is a {@link org.resourceequity.io.Format}: a
 * declaration in a package of its own, listed by a {@link org.resourceequity.io.FormatProvider}.
 */
@NullMarked
package org.resourceequity.io;

import org.jspecify.annotations.NullMarked;
