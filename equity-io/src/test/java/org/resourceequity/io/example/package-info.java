/** A format as a contributor writes it: the example of docs/add-a-format.md. */
@org.jspecify.annotations.NullMarked
package org.resourceequity.io.example;
