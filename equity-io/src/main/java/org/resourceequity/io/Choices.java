package org.resourceequity.io;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.table.Combinations;
import org.resourceequity.io.table.Row;

/**
 * The columns of codes in a table: they tell which rows are read, and whom or what the numbers of a
 * row are about. What a combination of texts means is found out once.
 */
final class Choices {

  /** What the codes of a row mean. */
  static final class Meaning {
    private final long codes;
    private final @Nullable Choice unknown;
    private @Nullable UnitRows rows;
    private RowBlock block = RowBlock.NOTHING;

    private Meaning(long codes, @Nullable Choice unknown) {
      this.codes = codes;
      this.unknown = unknown;
    }

    /** Returns the column whose text means nothing; null if there is none. */
    @Nullable Choice unknown() {
      return unknown;
    }

    /** Returns the block of the row among others about units of one level in one year. */
    RowBlock block(UnitRows of, LongFunction<RowBlock> maker) {
      if (of != rows) {
        block = codes < 0 ? RowBlock.NOTHING : of.block(codes, maker);
        rows = of;
      }
      return block;
    }
  }

  /** Rows that are known, but not read. */
  static final Meaning LEFT_OUT = new Meaning(-1, null);

  private final Layout layout;
  private final boolean[] wanted;
  private final @Nullable Choice kind;
  private final List<Choice> dimensions;
  private final List<Choice> filters;
  private final Combinations combinations;
  private @Nullable Meaning[] meanings = new Meaning[64];

  /** Takes which kinds of rows are wanted. */
  Choices(Layout layout, Columns columns, boolean[] wanted) {
    this.layout = layout;
    this.wanted = wanted;
    kind =
        layout
            .kindColumn()
            .map(c -> choice(columns, c, layout.kinds().stream().map(RowKind::texts).toList()))
            .orElse(null);
    dimensions =
        layout.dimensions().stream()
            .map(
                dimension ->
                    choice(
                        columns,
                        dimension.field(),
                        dimension.codes().stream().map(Dimension.Code::texts).toList()))
            .toList();
    filters =
        layout.filters().stream()
            .map(filter -> choice(columns, filter.field(), List.of(List.copyOf(filter.texts()))))
            .toList();
    combinations =
        new Combinations(
            Stream.concat(Stream.ofNullable(kind), dimensions.stream())
                .mapToInt(Choice::place)
                .filter(place -> place >= 0)
                .toArray());
  }

  private static Choice choice(Columns columns, Field field, List<List<String>> texts) {
    return new Choice(field, columns.place(field), texts);
  }

  /** Tells whether a unit has one row and not one for each combination of codes. */
  boolean none() {
    return kind == null && dimensions.isEmpty();
  }

  /** Returns what the codes of a row mean. */
  Meaning of(Row row) {
    if (!passes(row)) {
      return LEFT_OUT;
    }
    int number = combinations.of(row);
    if (number < 0) {
      return meaning(row);
    }
    if (number >= meanings.length) {
      meanings = Arrays.copyOf(meanings, 2 * number);
    }
    Meaning known = meanings[number];
    if (known == null) {
      known = meaning(row);
      meanings[number] = known;
    }
    return known;
  }

  private Meaning meaning(Row row) {
    int ofKind = kind == null ? 0 : kind.of(row);
    boolean isUnwanted = kind != null && ofKind >= 0 && !wanted[ofKind];
    if (isUnwanted && layout.hook().isEmpty()) {
      return LEFT_OUT;
    }
    if (ofKind < 0 || isUnwanted) {
      return new Meaning(-1, isUnwanted ? null : kind);
    }
    long all = ofKind;
    for (int i = 0; i < dimensions.size(); i++) {
      List<Dimension.Code> codes = layout.dimensions().get(i).codes();
      int code = dimensions.get(i).of(row);
      if (code < 0) {
        return new Meaning(-1, dimensions.get(i));
      }
      if (codes.get(code).skipped()) {
        return new Meaning(-1, null);
      }
      all = all * codes.size() + code;
    }
    return new Meaning(all, null);
  }

  /** Tells whether no filter leaves a row out; filters may look at columns of any texts. */
  private boolean passes(Row row) {
    for (int i = 0; i < filters.size(); i++) {
      boolean listed = filters.get(i).of(row) >= 0;
      if (filters.get(i).place() >= 0 && listed != layout.filters().get(i).only()) {
        return false;
      }
    }
    return true;
  }

  /** Returns the texts that a column may have. */
  List<String> known(Choice choice) {
    if (choice == kind) {
      return layout.kinds().stream().flatMap(k -> k.texts().stream()).toList();
    }
    return layout.dimensions().get(dimensions.indexOf(choice)).codes().stream()
        .flatMap(code -> code.texts().stream())
        .toList();
  }
}
