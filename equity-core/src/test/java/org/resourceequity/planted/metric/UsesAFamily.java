package org.resourceequity.planted.metric;

import org.resourceequity.planted.gaps.Family;

/** A planted violation: a metric that knows a family. */
public record UsesAFamily(Family above) {}
