package org.resourceequity.io;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.resourceequity.io.table.Row;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.SchoolYear;

/** The columns of one table that a format knows. The first column that fits a field is taken. */
public final class Columns {

  private final List<String> header;
  // Fields are constants of their format: hashing their patterns for each cell costs too much.
  private final IdentityHashMap<Field, Integer> places = new IdentityHashMap<>();
  private final IdentityHashMap<Field, SchoolYear> years = new IdentityHashMap<>();

  Columns(Table table, List<Field> fields) {
    header = table.header();
    Set<Integer> taken = new HashSet<>();
    // A name that fits with its year goes before one that fits without.
    for (List<String> names :
        List.of(
            header.stream().map(Field::normal).toList(),
            header.stream().map(Field::plain).toList())) {
      for (Field field : fields) {
        for (int i = 0; i < names.size() && !places.containsKey(field); i++) {
          if (!names.get(i).isEmpty() && !taken.contains(i) && field.matches(names.get(i))) {
            places.put(field, i);
            taken.add(i);
          }
        }
      }
    }
    places.forEach(
        (field, place) -> {
          SchoolYear year = Field.yearIn(header.get(place));
          if (year != null) {
            years.put(field, year);
          }
        });
  }

  /** Tells whether the table has the column. */
  public boolean has(Field field) {
    return places.containsKey(field);
  }

  /** Returns the text of a row in the column, empty if the table does not have it. */
  public String text(Row row, Field field) {
    Integer place = places.get(field);
    return place == null ? "" : row.get(place);
  }

  /** Returns the name of the column in this table. */
  public String name(Field field) {
    Integer place = places.get(field);
    return place == null ? field.name() : header.get(place);
  }

  /** Returns the school year that the column has in its name. */
  public Optional<SchoolYear> year(Field field) {
    return Optional.ofNullable(years.get(field));
  }

  /** Returns the names of the columns that are read, in the order of the table. */
  List<String> used() {
    return places.values().stream().sorted().map(header::get).toList();
  }

  /** Returns the names of the other columns. */
  List<String> ignored() {
    Set<Integer> taken = Set.copyOf(places.values());
    return java.util.stream.IntStream.range(0, header.size())
        .filter(i -> !taken.contains(i) && !Field.plain(header.get(i)).isEmpty())
        .mapToObj(header::get)
        .toList();
  }
}
