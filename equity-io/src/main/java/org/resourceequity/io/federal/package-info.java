/**
 * Files of the federal agencies: the Common Core of Data, the surveys of finance and the wage index
 * of the National Center for Education Statistics, graduation rates of EDFacts, and the Census
 * Bureau's estimates of poverty; beside them expenditure of schools as states report it under
 * federal law. A district has the 7 digits of its LEAID, a school the 12 of its NCESSCH, which
 * begin with those of the district.
 */
@NullMarked
package org.resourceequity.io.federal;

import org.jspecify.annotations.NullMarked;
