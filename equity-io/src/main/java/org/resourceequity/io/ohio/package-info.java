/** The files of Ohio: {@link org.resourceequity.io.ohio.Ohio} lists their formats. */
@NullMarked
package org.resourceequity.io.ohio;

import org.jspecify.annotations.NullMarked;
