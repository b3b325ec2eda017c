package org.resourceequity.gaps;

import java.util.Optional;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.Moments;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/**
 * What members meet differs within a group: a gap can be measured in standard deviations.
 *
 * @param both whether a spread in either group will do; else the comparison group must have it
 */
record SpreadOfMembers(boolean both) implements Requirement {

  @Override
  public String name() {
    return "VARIATION";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (!(sample instanceof GroupedValues values)) {
      return Optional.empty();
    }
    return varies(Members.comparison(values)) || (both && varies(Members.focus(values)))
        ? Optional.empty()
        : Optional.of("the value is the same for all members");
  }

  private static boolean varies(Distribution members) {
    Moments moments = members.moments();
    return moments.units() > 0 && moments.minimum() < moments.maximum();
  }
}
