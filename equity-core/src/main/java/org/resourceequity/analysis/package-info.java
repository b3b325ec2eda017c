/**
 * From a store to results: {@link org.resourceequity.analysis.Question} says what is asked, {@link
 * org.resourceequity.analysis.Scope} about which units and years, {@link
 * org.resourceequity.analysis.Conventions} by which rules. {@link
 * org.resourceequity.analysis.Analysis} draws samples, measures them and gives a {@link
 * org.resourceequity.analysis.Report}; {@link org.resourceequity.analysis.GroupComparison} compares
 * groups of units. Every result has its {@link org.resourceequity.analysis.Coverage} and {@link
 * org.resourceequity.analysis.Provenance}.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.analysis;
