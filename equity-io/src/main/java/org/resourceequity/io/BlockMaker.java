package org.resourceequity.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.Attribute;
import org.resourceequity.model.Category;
import org.resourceequity.model.ColumnKey;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.FinanceOperands;
import org.resourceequity.model.Group;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;

/** Tells for each number of rows with some codes where it goes. */
final class BlockMaker {

  /** Numbers about units above the rows' units; the columns of the table are told by identity. */
  private record Above(Field field, SchoolYear year, List<List<Category>> fills) {}

  private final Layout layout;
  private final Table table;
  private final Columns columns;
  private final Reading reading;
  private final EquityData.Builder store;

  /** The text that was read first, by unit. */
  private final Map<Above, Map<UnitId, String>> above = new HashMap<>();

  BlockMaker(
      Layout layout, Table table, Columns columns, Reading reading, EquityData.Builder store) {
    this.layout = layout;
    this.table = table;
    this.columns = columns;
    this.reading = reading;
    this.store = store;
  }

  /** Tells whether rows of a kind fill anything that is wanted. */
  boolean isWanted(RowKind kind) {
    return kind.filled().stream().anyMatch(reading.options()::wants);
  }

  /** Returns the block of a combination of codes: those of the dimensions below the kind of row. */
  RowBlock block(UnitRows rows, long combination) {
    List<Dimension.Code> codes = new ArrayList<>();
    long rest = combination;
    for (int i = layout.dimensions().size() - 1; i >= 0; i--) {
      List<Dimension.Code> all = layout.dimensions().get(i).codes();
      codes.add(0, all.get((int) (rest % all.size())));
      rest /= all.size();
    }
    List<Category> categories = codes.stream().flatMap(code -> code.is().stream()).toList();
    List<List<Category>> fills = fills(categories, (int) rest);
    if (fills.isEmpty()) {
      return RowBlock.NOTHING;
    }
    RowBlock block = new RowBlock();
    double scale = 1;
    int earlier = 0;
    for (Dimension.Code code : codes) {
      scale *= code.scale();
      earlier += code.earlier();
    }
    SchoolYear year = rows.year() == null ? null : rows.year().plus(-earlier);
    for (Field field : columns.numbers()) {
      // A row of the State says nothing about a district.
      boolean reaches = field.about().orElse(rows.level()).compareTo(rows.level()) <= 0;
      if (columns.has(field) && field.on().contains(rows.level()) && reaches && year != null) {
        Operand operand = operand(field, codes);
        if (operand != null) {
          block.slot(field, slot(block, field, operand, scale, rows, year, fills));
        }
      }
    }
    return !block.slots().isEmpty() && block.fillsNothing() ? RowBlock.NOTHING : block;
  }

  /** Returns what the numbers of a column are on rows with these codes; null if not read there. */
  private static @Nullable Operand operand(Field field, List<Dimension.Code> codes) {
    Operand operand = field.operand().orElseThrow();
    for (Dimension.Code code : codes) {
      operand = operand == null ? null : code.of(operand);
    }
    return operand == null || !field.isBudgeted() ? operand : FinanceOperands.budgeted(operand);
  }

  /** Returns the categories of each column of the store that rows with these codes fill. */
  private List<List<Category>> fills(List<Category> categories, int kindOfRow) {
    if (layout.kindColumn().isEmpty()) {
      return List.of(categories);
    }
    List<List<Category>> fills = new ArrayList<>();
    for (Set<Attribute> by : layout.kinds().get(kindOfRow).filled()) {
      List<Category> kept = categories.stream().filter(c -> by.contains(c.by())).toList();
      if (kept.stream().map(Category::by).distinct().count() == by.size()) {
        fills.add(kept);
      }
    }
    return fills;
  }

  private RowBlock.Slot slot(
      RowBlock block,
      Field field,
      Operand operand,
      double scale,
      UnitRows rows,
      SchoolYear ofRows,
      List<List<Category>> fills) {
    SchoolYear year =
        field
            .year()
            .or(() -> columns.year(field))
            .orElseGet(() -> ofRows.plus(-field.yearsEarlier()));
    Level level = field.about().orElse(rows.level());
    String column = columns.name(field);
    Codes codes = field.codes().orElse(layout.codes(ofRows));
    RowBlock.Slot slot =
        new RowBlock.Slot(
            columns.place(field),
            field.flag().map(columns::place).orElse(-1),
            new CellReader(reading, columns, field, operand, scale, codes),
            field.about().orElse(null),
            column,
            field.about().isEmpty()
                ? Map.of()
                : above.computeIfAbsent(new Above(field, year, fills), a -> new HashMap<>()));
    for (Field.Nobody where : field.nobody()) {
      if (columns.has(where.column())) {
        slot.nobody(columns.place(where.column()), where.texts());
      }
    }
    field.parts().stream().map(block::slot).filter(Objects::nonNull).forEach(slot::part);
    List<Operand> wholes = new ArrayList<>(field.wholes());
    if (field.isPart()) {
      wholes.add(operand);
    }
    for (List<Category> fill : fills) {
      if (!field.isPart() && reading.options().wants(key(operand, fill, level, year))) {
        slot.target(target(key(operand, fill, level, year), column, rows));
      }
      for (Operand whole : wholes) {
        ColumnKey key = key(whole, fill, level, year);
        if (reading.options().wants(key)) {
          slot.whole(
              block
                  .wholes()
                  .computeIfAbsent(key, k -> new RowBlock.Whole(target(k, column, rows))));
        }
      }
    }
    return slot;
  }

  private static ColumnKey key(Operand operand, List<Category> fill, Level level, SchoolYear year) {
    Group group = operand.group();
    for (Category category : fill) {
      group = group.and(category.by(), category.code());
    }
    return new Operand(operand.what(), group, operand.fund(), operand.layer()).at(level, year);
  }

  private RowBlock.Target target(ColumnKey key, String column, UnitRows rows) {
    return new RowBlock.Target(
        key,
        store.adder(key),
        reading.file().filled(key, table, column, rows.lines()),
        reading.file().others(key, table));
  }
}
