/**
 * Charts as data, and how a number is written.
 *
 * <p>{@link org.resourceequity.chart.Chart} says what is drawn; {@link
 * org.resourceequity.chart.Chart#svg()} draws it as accessible, static SVG. {@link
 * org.resourceequity.chart.NumberStyle} is the one place that turns numbers into words and table
 * cells. {@link org.resourceequity.chart.Viewable} is what terminals and notebooks display.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.chart;
