package org.resourceequity.io;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.resourceequity.model.Attribute;

/**
 * A kind of row in a long table, where rows of several kinds overlap. It says exactly which columns
 * of the store its rows fill, so that nothing is summed twice.
 *
 * <pre>{@code
 * RowKind.of("Category Set A - By Race/Ethnicity; Sex; Grade").fills(RACE, GRADE)
 * RowKind.of("Subtotal 4 - By Grade").fills(GRADE)
 * RowKind.of("Derived - Education Unit Total minus Adult Education Count").fills()
 * RowKind.skip("Education Unit Total")
 * }</pre>
 *
 * <p>Rows that divide people further than what they fill are added: race by grade is the sum of
 * both sexes. Two kinds must not fill the same.
 *
 * @param texts how the kind is spelled, in lower case
 * @param filled each set of attributes is a column of the store per combination of its codes; none
 *     if such rows are not read
 */
public record RowKind(List<String> texts, List<Set<Attribute>> filled) {

  /** Copies the lists. */
  public RowKind {
    texts = texts.stream().map(text -> text.strip().toLowerCase(Locale.ROOT)).toList();
    filled = filled.stream().map(Set::copyOf).toList();
  }

  /** Returns a kind with these spellings that fills nothing so far. */
  public static RowKind of(String... texts) {
    return new RowKind(List.of(texts), List.of());
  }

  /** Returns a kind whose rows are known and not read. */
  public static RowKind skip(String... texts) {
    return of(texts);
  }

  /** Returns this kind, which also fills the columns divided by these attributes; none is all. */
  public RowKind fills(Attribute... by) {
    List<Set<Attribute>> all = new ArrayList<>(filled);
    Set<Attribute> set = EnumSet.noneOf(Attribute.class);
    set.addAll(List.of(by));
    all.add(set);
    return new RowKind(texts, all);
  }
}
