package org.resourceequity.planted.sample;

import org.resourceequity.planted.model.KnowsSamples;

/** A planted violation: a sample that knows the model. */
public record KnowsSchools(KnowsSamples stranger) {}
