/**
 * New Jersey Department of Education: the user-friendly budgets of school districts. A district has
 * a code of 4 digits within its county of 2.
 */
@NullMarked
package org.resourceequity.io.newjersey;

import org.jspecify.annotations.NullMarked;
