package org.resourceequity.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Category;
import org.resourceequity.model.Group;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Variable;

/**
 * A column of a long table that says whom or what the numbers of a row are about: the grade, the
 * race, the subgroup, or the measure itself.
 *
 * <pre>{@code
 * Dimension.of("SEX")
 *     .code(Attribute.SEX, "female", "Female")
 *     .code(Attribute.SEX, "male", "Male")
 *     .all("No Category Codes")
 *     .skip("Not Specified")
 * }</pre>
 *
 * <p>Upper and lower case are alike. The row of a code that is not listed is left out, with a
 * notice.
 *
 * @param field the column
 * @param codes what its texts mean
 */
public record Dimension(Field field, List<Code> codes) {

  /**
   * What a text means.
   *
   * @param texts spellings in lower case
   * @param is the categories of the people in the row; none if the column does not divide them
   * @param operand what the numbers of the row are, null if the column of numbers says that
   * @param scale by what the numbers are multiplied
   * @param variables what the numbers of a row are instead of what their columns say; empty if the
   *     columns say it
   * @param earlier how many school years before the row's the numbers are about
   * @param skipped whether such rows are not read
   */
  public record Code(
      List<String> texts,
      List<Category> is,
      @Nullable Operand operand,
      double scale,
      Map<Variable, Variable> variables,
      int earlier,
      boolean skipped) {
    /** Puts the texts in lower case. */
    public Code {
      texts = texts.stream().map(text -> text.strip().toLowerCase(Locale.ROOT)).toList();
      is = List.copyOf(is);
      variables = Map.copyOf(variables);
    }

    /** Returns what the numbers of a column are on a row with this code, null if not read there. */
    @Nullable Operand of(Operand column) {
      Operand said = operand == null ? column : operand;
      Variable what = variables.isEmpty() ? said.what() : variables.get(said.what());
      return what == null ? null : new Operand(what, said.group(), said.fund(), said.layer());
    }
  }

  /** Copies the list. */
  public Dimension {
    codes = List.copyOf(codes);
  }

  /** Returns a dimension without codes; a table without the column is not of the format. */
  public static Dimension of(String... spellings) {
    return of(Field.text(spellings).require());
  }

  /** Returns a dimension without codes. */
  public static Dimension of(Field field) {
    return new Dimension(field, List.of());
  }

  /** Returns this dimension with a code, in all its spellings, of one category. */
  public Dimension code(Attribute by, String category, String... texts) {
    return code(Group.STUDENTS.and(by, category), texts);
  }

  /** Returns this dimension with a code, in all its spellings, of the categories of a group. */
  public Dimension code(Group group, String... texts) {
    return with(new Code(List.of(texts), group.is(), null, 1, Map.of(), 0, false));
  }

  /** Returns this dimension with codes of rows that it does not divide: the totals. */
  public Dimension all(String... texts) {
    return with(new Code(List.of(texts), List.of(), null, 1, Map.of(), 0, false));
  }

  /** Returns this dimension with codes of rows that are known and not read. */
  public Dimension skip(String... texts) {
    return with(new Code(List.of(texts), List.of(), null, 1, Map.of(), 0, true));
  }

  /** Returns this dimension with a code that says what the numbers of the row are. */
  public Dimension measure(Operand operand, String... texts) {
    return with(new Code(List.of(texts), List.of(), operand, 1, Map.of(), 0, false));
  }

  /** Returns this dimension with a code of numbers that are multiplied by {@code scale}. */
  public Dimension measure(Operand operand, double scale, String... texts) {
    return with(new Code(List.of(texts), List.of(), operand, scale, Map.of(), 0, false));
  }

  /**
   * Returns this dimension with a code of rows whose numbers are of other variables than their
   * columns say, such as a rate within five years instead of four. Columns of variables that are
   * not listed are not read on such rows.
   */
  public Dimension variables(Map<Variable, Variable> instead, String... texts) {
    return variables(instead, 0, texts);
  }

  /**
   * Returns this dimension with a code of rows whose numbers are of other variables and about a
   * school year that is so many years {@code earlier} than the row's.
   */
  public Dimension variables(Map<Variable, Variable> instead, int earlier, String... texts) {
    return with(new Code(List.of(texts), List.of(), null, 1, instead, earlier, false));
  }

  private Dimension with(Code code) {
    List<Code> all = new ArrayList<>(codes);
    all.add(code);
    return new Dimension(field, all);
  }
}
