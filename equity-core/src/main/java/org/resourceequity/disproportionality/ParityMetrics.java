package org.resourceequity.disproportionality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Comparison;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.Change;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.CrossTab;

/**
 * Does the staff look like the students? The two samples are tables of the same units: the first of
 * students, the second of staff. Groups are matched by name; one that is in one table only, or
 * without students, has no value. Units are matched by key; one that is in one table only is
 * missing where units are compared.
 *
 * <ul>
 *   <li>{@link #REPRESENTATION}: share of the staff over share of the students
 *   <li>{@link #SAME_GROUP_EXPOSURE}: share of the own group in the staff that a student meets
 *   <li>{@link #SAME_GROUP_PRESENCE}: share of the students with at least one of their own group
 * </ul>
 */
public final class ParityMetrics {

  private static final String REFERENCE =
      "Lindsay, C. A. and Hart, C. M. D. (2017), Exposure to same-race teachers and student"
          + " disciplinary outcomes for Black students in North Carolina,"
          + " doi:10.3102/0162373717693109";

  /** For each group its share of the staff over its share of the students. */
  public static final Comparison<CrossTab, UnitValues> REPRESENTATION =
      new ByGroup(
          info("staff-representation", "Representation in the staff")
              .range(0, Double.MAX_VALUE)
              .formula("\\frac{s_g/s}{n_g/n}")
              .reading(
                  "The group's share of the staff over its share of the students; 1 is parity.")
              .reference(REFERENCE),
          ParityMetrics::representation);

  /** For each group the share of the group in the staff that its average student meets. */
  public static final Comparison<CrossTab, UnitValues> SAME_GROUP_EXPOSURE =
      new ByGroup(
          info("same-group-staff", "Exposure to staff of the same group")
              .range(0, 1)
              .formula("\\sum_{i: s_i>0} n_{ig}s_{ig}/s_i \\Big/ \\sum_{i: s_i>0} n_{ig}")
              .reading("The share of the own group in the staff that the average student meets.")
              .reference(REFERENCE),
          ParityMetrics::exposure);

  /** For each group the share of its students with at least one member of staff of the group. */
  public static final Comparison<CrossTab, UnitValues> SAME_GROUP_PRESENCE =
      new ByGroup(
          info("same-group-staff-presence", "Students with staff of the same group")
              .range(0, 1)
              .formula("\\sum_{i: s_{ig}>0} n_{ig} / \\sum_i n_{ig}")
              .reading("The share of the students whose school has staff of their own group.")
              .reference(REFERENCE),
          ParityMetrics::presence);

  private ParityMetrics() {}

  private static MetricInfo.Builder info(String id, String name) {
    return MetricInfo.of(id, "DP-PARITY", name, CrossTab.class)
        .requires(Condition.SOME_UNITS)
        .claims(Axiom.SIZE_INVARIANCE);
  }

  private static OptionalDouble representation(Tables tables, int group, int ofStaff) {
    double students = tables.students.groupTotal(group) / tables.students.total();
    double staff = tables.staff.groupTotal(ofStaff) / tables.staff.total();
    return students > 0 ? OptionalDouble.of(staff / students) : OptionalDouble.empty();
  }

  private static OptionalDouble exposure(Tables tables, int group, int ofStaff) {
    ExactSum met = new ExactSum();
    ExactSum students = new ExactSum();
    for (int i = 0; i < tables.place.length; i++) {
      int there = tables.place[i];
      if (there >= 0 && tables.staff.counts(there)) {
        students.add(tables.students.count(group, i));
        met.addProduct(
            tables.students.count(group, i),
            tables.staff.count(ofStaff, there) / tables.staff.unitTotal(there));
      }
    }
    return share(met, students);
  }

  private static OptionalDouble presence(Tables tables, int group, int ofStaff) {
    ExactSum met = new ExactSum();
    ExactSum students = new ExactSum();
    for (int i = 0; i < tables.place.length; i++) {
      int there = tables.place[i];
      if (there >= 0) {
        students.add(tables.students.count(group, i));
        met.add(tables.staff.count(ofStaff, there) > 0 ? tables.students.count(group, i) : 0);
      }
    }
    return share(met, students);
  }

  private static OptionalDouble share(ExactSum part, ExactSum whole) {
    return whole.value() > 0
        ? OptionalDouble.of(Math.min(1, part.value() / whole.value()))
        : OptionalDouble.empty();
  }

  /** Students and staff, and where the unit of each student is among those of the staff, or -1. */
  private static final class Tables {
    private final CrossTab students;
    private final CrossTab staff;
    private final int[] place;

    Tables(Change<CrossTab> both) {
      students = both.before();
      staff = both.after();
      Map<String, Integer> places = new HashMap<>();
      for (int i = 0; i < staff.size(); i++) {
        places.put(staff.units().key(i), i);
      }
      place = new int[students.size()];
      for (int i = 0; i < place.length; i++) {
        place[i] = places.getOrDefault(students.units().key(i), -1);
      }
    }
  }

  /** The number of a group, if it has one. */
  private interface OfGroup {
    OptionalDouble value(Tables tables, int group, int ofStaff);
  }

  private record ByGroup(MetricInfo info, OfGroup formula)
      implements Comparison<CrossTab, UnitValues> {

    @Override
    public UnitValues formula(Change<CrossTab> both) {
      Tables tables = new Tables(both);
      List<String> names = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      for (int g = 0; g < tables.students.groups().size(); g++) {
        String name = tables.students.groups().get(g);
        int ofStaff = tables.staff.groups().indexOf(name);
        if (ofStaff >= 0) {
          formula
              .value(tables, g, ofStaff)
              .ifPresent(
                  value -> {
                    names.add(name);
                    values.add(value);
                  });
        }
      }
      return UnitValues.of(names, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public String toString() {
      return info.id();
    }
  }
}
