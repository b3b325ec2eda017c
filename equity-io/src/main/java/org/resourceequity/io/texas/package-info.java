/**
 * Texas Education Agency: the Texas Academic Performance Reports and the types of districts. A
 * district has 6 digits, of which 3 are the county; a campus has 3 digits more.
 */
@NullMarked
package org.resourceequity.io.texas;

import org.jspecify.annotations.NullMarked;
