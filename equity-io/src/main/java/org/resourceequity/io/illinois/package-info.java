/**
 * Illinois State Board of Education: the finance sheets of the report card and the directory of
 * RCDTS codes. An RCDTS code has 15 characters: region 2, county 3, district 4, type 2, school 4.
 */
@NullMarked
package org.resourceequity.io.illinois;

import org.jspecify.annotations.NullMarked;
