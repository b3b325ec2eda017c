/** Runs what the documents show: JShell lines, the README's blocks, pages in a browser. */
@NullMarked
package org.resourceequity.examples;

import org.jspecify.annotations.NullMarked;
