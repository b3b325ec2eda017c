/**
 * The Education Data Portal of the Urban Institute. {@link org.resourceequity.io.urban.UrbanPortal}
 * fetches pages of it into files; {@link org.resourceequity.io.urban.Urban} lists the formats that
 * read them.
 */
@NullMarked
package org.resourceequity.io.urban;

import org.jspecify.annotations.NullMarked;
