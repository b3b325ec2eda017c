@NullMarked
package org.resourceequity.io.roster;

import org.jspecify.annotations.NullMarked;
