/**
 * Interchange files and API resources of the Ed-Fi data standard, as XML and JSON. {@link
 * org.resourceequity.io.edfi.EdFi} lists the format; only counts and amounts leave the package,
 * never anything about a person.
 */
@NullMarked
package org.resourceequity.io.edfi;

import org.jspecify.annotations.NullMarked;
