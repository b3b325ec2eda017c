@NullMarked
package org.resourceequity.examples.cli;

import org.jspecify.annotations.NullMarked;
