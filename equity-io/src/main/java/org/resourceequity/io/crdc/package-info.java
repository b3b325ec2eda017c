/**
 * The Civil Rights Data Collection of the Office for Civil Rights: enrolment, courses, staff,
 * discipline and money of all public schools, by race, sex, language and disability, in every
 * second year. Almost all columns are named by rule, which {@link
 * org.resourceequity.io.crdc.Family} writes down once.
 */
@NullMarked
package org.resourceequity.io.crdc;

import org.jspecify.annotations.NullMarked;
