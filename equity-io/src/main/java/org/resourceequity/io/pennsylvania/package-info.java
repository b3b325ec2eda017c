/**
 * Pennsylvania Department of Education: expenditure from the annual financial reports. An agency
 * has a number of 9 digits, its AUN.
 */
@NullMarked
package org.resourceequity.io.pennsylvania;

import org.jspecify.annotations.NullMarked;
