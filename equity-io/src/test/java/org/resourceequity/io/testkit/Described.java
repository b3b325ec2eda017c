package org.resourceequity.io.testkit;

import java.util.ArrayList;
import java.util.List;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Level;
import org.resourceequity.model.UnitId;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;

/** Everything in a store except lines and sources, as texts that can be compared. */
public final class Described {

  private Described() {}

  /** Describes a store. */
  public static List<String> of(EquityData data) {
    List<String> all = new ArrayList<>();
    for (Level level : Level.values()) {
      for (UnitId id : data.units(level)) {
        all.add(id + " below " + data.parent(id));
        if (id instanceof SchoolId school) {
          all.add(id + " " + data.facts(school));
        } else if (id instanceof DistrictId district) {
          all.add(id + " " + data.facts(district));
        }
      }
    }
    data.aliasSchemes().forEach(scheme -> all.add(scheme + " " + data.aliases(scheme)));
    data.columns()
        .forEach(
            (key, column) -> {
              all.add(key.toString());
              for (int i = 0; i < column.size(); i++) {
                all.add(i + " " + column.cell(i));
              }
            });
    return all;
  }
}
