/**
 * Rosters of classes: OneRoster and School Data Sync. {@link org.resourceequity.io.roster.Rosters}
 * lists the format; only counts per school and sizes of classes leave the package, never anything
 * about a person.
 */
@NullMarked
package org.resourceequity.io.roster;

import org.jspecify.annotations.NullMarked;
