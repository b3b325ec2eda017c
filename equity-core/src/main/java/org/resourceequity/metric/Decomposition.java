package org.resourceequity.metric;

/** A result that has more to it than its parts: units' shares in them, certificates. */
public interface Decomposition {

  /** Returns the parts and their total. */
  Parts parts();
}
