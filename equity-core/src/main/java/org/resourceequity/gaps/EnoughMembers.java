package org.resourceequity.gaps;

import java.util.Locale;
import java.util.Optional;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/**
 * Enough members to estimate a variance: more than a number in each of the two groups.
 *
 * @param more the number
 */
record EnoughMembers(double more) implements Requirement {

  @Override
  public String name() {
    return "ENOUGH_UNITS";
  }

  @Override
  public Optional<String> unmet(Sample<?> sample) {
    if (!(sample instanceof GroupedValues values)) {
      return Optional.empty();
    }
    for (int group : new int[] {values.focus(), values.comparison()}) {
      double members = values.groupTotal(group);
      if (!(members > more)) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "group \"%s\" has %s members, more than %s are needed",
                values.groups().get(group),
                members,
                more));
      }
    }
    return Optional.empty();
  }
}
