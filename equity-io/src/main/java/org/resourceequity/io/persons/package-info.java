/**
 * Counts persons where files have a row for each: students, teachers and their classes. {@link
 * org.resourceequity.io.persons.Attendance} takes who is where and adds to a store how many they
 * are; nothing about a person leaves the package. For formats, not for users.
 */
@NullMarked
package org.resourceequity.io.persons;

import org.jspecify.annotations.NullMarked;
