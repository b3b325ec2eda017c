/**
 * What every file format must do. Implement {@link org.resourceequity.io.testkit.FormatContract} in
 * a test of your own, name the formats, and put a small hand-written file of each below {@code
 * src/test/resources/fixtures/<format id>}.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.io.testkit;
