package org.resourceequity.io;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the id of a unit stands in a row, and how it is put together.
 *
 * <pre>{@code
 * Id.of("NCESSCH").width(12)
 * Id.of("NCESSCH").width(12).cut(0, 7, "")                                     // its LEAID
 * Id.joined(Id.of("County Code").width(2), Id.of("District Code").width(5))
 * Id.of("ST_LEAID").without("[A-Z]{2}-")
 * Id.of("District Code").width(8).orElse(Id.of("School Code").width(8).cut(0, 4, "0000"))
 * }</pre>
 *
 * <p>Spreadsheets damage ids: lost leading zeros, a trailing ".0", an apostrophe, a formula ="...",
 * dashes. Ids with a width are repaired, with a notice. An id that cannot be repaired is an error,
 * and its row is not read.
 */
public sealed interface Id {

  /**
   * The text of a column.
   *
   * @param field the column
   * @param width number of characters; 0 if any will do
   * @param prefix regular expression of a beginning that is taken off; empty if there is none
   */
  record Column(Field field, int width, String prefix) implements Id {
    /** Returns the same column with ids of so many characters. */
    public Column width(int characters) {
      return new Column(field, characters, prefix);
    }

    /** Returns the same column without a beginning, a regular expression such as "[A-Z]{2}-". */
    public Column without(String regex) {
      return new Column(field, width, regex);
    }

    @Override
    public String toString() {
      return '"' + field.name() + '"' + (width == 0 ? "" : " (" + width + " characters)");
    }
  }

  /**
   * The same id on every row.
   *
   * @param code the id
   */
  record Always(String code) implements Id {
    @Override
    public String toString() {
      return code;
    }
  }

  /**
   * Several ids joined.
   *
   * @param parts the parts, in their order
   */
  record Joined(List<Id> parts) implements Id {
    /** Copies the list. */
    public Joined {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream().map(Id::toString).collect(Collectors.joining(" + "));
    }
  }

  /**
   * A part of another id.
   *
   * @param of the id
   * @param from first character, counted from 0
   * @param to the character after the last
   * @param suffix what follows
   */
  record Cut(Id of, int from, int to, String suffix) implements Id {
    @Override
    public String toString() {
      return "characters "
          + (from + 1)
          + " to "
          + to
          + " of "
          + of
          + (suffix.isEmpty() ? "" : " and " + suffix);
    }
  }

  /**
   * The two letters of a state whose FIPS number is another id.
   *
   * @param of the number, two digits
   */
  record Postal(Id of) implements Id {
    @Override
    public String toString() {
      return "state of " + of;
    }
  }

  /**
   * An id, or another one where it is empty; a column is also replaced where it is damaged beyond
   * repair, with a notice.
   *
   * @param first the id
   * @param second the other one
   */
  record OrElse(Id first, Id second) implements Id {
    @Override
    public String toString() {
      return first + ", else " + second;
    }
  }

  /** Returns the text of a column with one of these spellings. */
  static Column of(String... spellings) {
    return of(Field.text(spellings));
  }

  /** Returns the text of a column. */
  static Column of(Field field) {
    return new Column(field, 0, "");
  }

  /** Returns the same id for every row. */
  static Id always(String code) {
    return new Always(code);
  }

  /** Returns several ids joined. */
  static Id joined(Id... parts) {
    return new Joined(Arrays.asList(parts));
  }

  /** Returns the characters of this id between two places, and what follows. */
  default Id cut(int from, int to, String suffix) {
    return new Cut(this, from, to, suffix);
  }

  /** Returns the two letters of the state whose FIPS number this is. */
  default Id postal() {
    return new Postal(this);
  }

  /** Returns this id, or another one where it is empty or, in a column, beyond repair. */
  default Id orElse(Id other) {
    return new OrElse(this, other);
  }

  /** Returns the columns that the id is made of. */
  default List<Field> fields() {
    if (this instanceof Column column) {
      return List.of(column.field());
    }
    if (this instanceof Joined joined) {
      return joined.parts().stream().flatMap(part -> part.fields().stream()).toList();
    }
    if (this instanceof Cut cut) {
      return cut.of().fields();
    }
    if (this instanceof Postal postal) {
      return postal.of().fields();
    }
    if (this instanceof OrElse either) {
      return java.util.stream.Stream.of(either.first(), either.second())
          .flatMap(id -> id.fields().stream())
          .toList();
    }
    return List.of();
  }
}
