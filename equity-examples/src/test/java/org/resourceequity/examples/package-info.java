@NullMarked
package org.resourceequity.examples;

import org.jspecify.annotations.NullMarked;
