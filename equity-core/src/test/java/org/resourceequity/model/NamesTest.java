package org.resourceequity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.resourceequity.model.UnitId.DistrictId;
import org.resourceequity.model.UnitId.SchoolId;
import org.resourceequity.model.UnitId.SectionId;
import org.resourceequity.model.UnitId.StateId;

/** Names of units and columns are equal if all their parts are, and ordered accordingly. */
class NamesTest {

  NamesTest() {}

  private static Variable variable(String id, Kind kind, Measurement unit, String definition) {
    return new Variable(id, kind, unit, definition);
  }

  private static List<Variable> variables() {
    return List.of(
        variable("a", Kind.COUNT, Measurement.STUDENTS, "all"),
        variable("b", Kind.COUNT, Measurement.STUDENTS, "all"),
        variable("a", Kind.AMOUNT, Measurement.STUDENTS, "all"),
        variable("a", Kind.COUNT, Measurement.SHARE, "all"),
        variable("a", Kind.COUNT, Measurement.STUDENTS, "some"));
  }

  private static List<Group> groups() {
    return List.of(
        Group.STUDENTS,
        Group.TEACHERS,
        Group.STUDENTS.and(Attribute.RACE, "a"),
        Group.STUDENTS.and(Attribute.RACE, "b"),
        Group.STUDENTS.and(Attribute.GRADE, "a"),
        Group.STUDENTS.and(Attribute.GRADE, "a").and(Attribute.RACE, "a"));
  }

  private static List<ColumnKey> keys(List<Variable> variables) {
    List<ColumnKey> keys = new ArrayList<>();
    for (Level level : List.of(Level.SCHOOL, Level.DISTRICT)) {
      for (Variable what : variables) {
        for (Group group : groups()) {
          for (Fund fund : List.of(Fund.ALL, Fund.FEDERAL)) {
            for (CostLayer layer : List.of(CostLayer.ALL, CostLayer.SITE)) {
              for (int year : new int[] {2009, 2010}) {
                keys.add(new ColumnKey(level, what, group, fund, layer, SchoolYear.ending(year)));
              }
            }
          }
        }
      }
    }
    return keys;
  }

  private static List<UnitId> units() {
    return List.of(
        new StateId("1"),
        new DistrictId("1"),
        new SchoolId("1"),
        new SectionId("1"),
        new SchoolId("2"));
  }

  private static <T> void differ(Supplier<List<T>> names) {
    List<T> some = names.get();
    List<T> same = names.get();
    for (int i = 0; i < some.size(); i++) {
      assertThat(some.get(i)).isEqualTo(same.get(i)).hasSameHashCodeAs(same.get(i));
      assertThat(some.get(i)).isNotEqualTo(null).isNotEqualTo("1");
      for (int j = 0; j < i; j++) {
        assertThat(some.get(i)).isNotEqualTo(same.get(j));
      }
    }
  }

  private static <T extends Comparable<? super T>> void ordered(List<T> names) {
    for (T a : names) {
      for (T b : names) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
      }
    }
    // A sort with a broken order would throw, or depend on where it begins.
    List<T> backwards = new ArrayList<>(names);
    java.util.Collections.reverse(backwards);
    assertThat(backwards.stream().sorted())
        .containsExactlyElementsOf(names.stream().sorted().toList());
  }

  @Test
  void eachPartCounts() {
    differ(NamesTest::units);
    differ(NamesTest::variables);
    differ(NamesTest::groups);
    differ(() -> keys(variables()));
    differ(() -> keys(variables()).stream().map(ColumnKey::operand).distinct().toList());
    differ(() -> List.of(SchoolYear.ending(2009), SchoolYear.ending(2010)));
    differ(
        () ->
            List.of(
                new Category(Attribute.RACE, "a"),
                new Category(Attribute.RACE, "b"),
                new Category(Attribute.GRADE, "a")));
  }

  @Test
  void theOrderIsThatOfTheParts() {
    ordered(units());
    ordered(groups());
    // Variables of one id differ by their definition.
    ordered(keys(List.of(variables().get(0), variables().get(1), variables().get(4))));
    ordered(groups().stream().flatMap(group -> group.is().stream()).toList());
  }

  @Test
  void aSchoolYearHasTwoDigitsAtTheEnd() {
    // Hand-written: the school year that ends in 2000 is 1999-00, the one in 2009 2008-09.
    assertThat(SchoolYear.ending(2000)).hasToString("1999-00");
    assertThat(SchoolYear.ending(2009)).hasToString("2008-09");
    assertThat(SchoolYear.ending(2010)).hasToString("2009-10");
    assertThat(SchoolYear.ending(1999)).hasToString("1998-99");
  }
}
