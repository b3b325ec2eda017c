/**
 * Checks, exact sums and sorting shared by the packages of this module. Not for users: anything
 * here may change without notice.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.internal;
