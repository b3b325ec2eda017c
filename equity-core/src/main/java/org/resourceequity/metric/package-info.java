/**
 * What a metric is. {@link org.resourceequity.metric.Metric} gives one number, {@link
 * org.resourceequity.metric.Profile} one per unit or group, {@link org.resourceequity.metric.Curve}
 * points, {@link org.resourceequity.metric.Split} parts that add up, {@link
 * org.resourceequity.metric.Comparison} a statement about two samples. All are a {@link
 * org.resourceequity.metric.Measure} and describe themselves by {@link
 * org.resourceequity.metric.MetricInfo}.
 *
 * <p>To add one, write a {@code Metric} and list it in a {@link
 * org.resourceequity.metric.MetricProvider}; {@link org.resourceequity.metric.MetricCatalog} finds
 * it, and the test kit checks what it claims.
 */
@org.jspecify.annotations.NullMarked
package org.resourceequity.metric;
