package org.resourceequity.planted.model;

import org.resourceequity.planted.sample.KnowsSchools;

/** A planted violation: a model that knows samples. */
public interface KnowsSamples {
  /** Returns the stranger. */
  KnowsSchools stranger();
}
