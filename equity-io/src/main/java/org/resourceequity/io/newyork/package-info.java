/**
 * New York State Education Department: tables of the report card database and the reports of
 * violent and disruptive incidents. A school has a code of 12 digits: county 2, type of district 2,
 * district 2, kind 2 (86 is a charter school), school 4, which are 0 for the district itself.
 */
@NullMarked
package org.resourceequity.io.newyork;

import org.jspecify.annotations.NullMarked;
