/**
 * Files of the federal agencies: the Common Core of Data and the wage index of the National Center
 * for Education Statistics, and graduation rates of EDFacts. A district has the 7 digits of its
 * LEAID, a school the 12 of its NCESSCH, which begin with those of the district.
 */
@NullMarked
package org.resourceequity.io.federal;

import org.jspecify.annotations.NullMarked;
