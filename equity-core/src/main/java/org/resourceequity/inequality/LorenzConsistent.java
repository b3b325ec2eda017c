package org.resourceequity.inequality;

import java.util.EnumSet;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Direction;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Distribution;

/** Which indices fall when a distribution is smoothed. */
final class LorenzConsistent {

  private LorenzConsistent() {}

  static Metric<Distribution> checked(Metric<Distribution> index) {
    MetricInfo info = index.info();
    boolean falls = info.claims(Axiom.PIGOU_DALTON) || info.claims(Axiom.WEAK_PIGOU_DALTON);
    if (!falls
        || info.direction() != Direction.LESS_EQUAL
        || !info.axioms()
            .containsAll(EnumSet.of(Axiom.REPLICATION_INVARIANCE, Axiom.ZERO_AT_EQUALITY))) {
      throw new IllegalArgumentException(
          "index is "
              + info.id()
              + ", expected one that is 0 at equality, invariant to replication and never raised"
              + " by a transfer to a poorer unit");
    }
    return index;
  }

  /** Returns the invariances of an index that its decompositions share. */
  static Axiom[] invariances(MetricInfo info) {
    EnumSet<Axiom> shared =
        EnumSet.of(
            Axiom.ANONYMITY,
            Axiom.SCALE_INVARIANCE,
            Axiom.TRANSLATION_INVARIANCE,
            Axiom.REPLICATION_INVARIANCE,
            Axiom.WEIGHT_SCALE_INVARIANCE);
    shared.retainAll(info.axioms());
    return shared.toArray(Axiom[]::new);
  }
}
