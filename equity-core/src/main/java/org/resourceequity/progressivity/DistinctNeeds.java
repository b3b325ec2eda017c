package org.resourceequity.progressivity;

import java.util.Optional;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/** The requirement that at least so many units with a weight differ in need. */
record DistinctNeeds(int count) implements Requirement {

  @Override
  public String name() {
    return "ENOUGH_UNITS";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (!(sample instanceof PairedSample paired)) {
      return Optional.empty();
    }
    int found = RankedBlocks.byNeed(paired).size();
    return found >= count
        ? Optional.empty()
        : Optional.of(found + " different needs, expected at least " + count);
  }
}
