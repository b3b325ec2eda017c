package org.resourceequity.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.resourceequity.io.table.Table;
import org.resourceequity.model.EquityData;

/**
 * A format as data: who publishes it, which layouts its tables have, and what follows from the
 * numbers. The engine reads it, recognition and documentation are made from it, and a mapping file
 * is parsed to it.
 *
 * <pre>{@code
 * Format.of("xx-schools", "XX-ORG")
 *     .published("Department of Education of XX", "School facts", "2018-19 on", Evidence.FILE)
 *     .layout(
 *         Layout.of("schools")
 *             .level(SCHOOL)
 *             .id(SCHOOL, Id.of("School Code").width(8))
 *             .id(DISTRICT, Id.of("District Code").width(4))
 *             .state(Id.always("XX"))
 *             .name(SCHOOL, "School Name")
 *             .year(YearRule.column("Year"))
 *             .codes(Codes.none().hidden(1, 9, "*"))
 *             .numbers(Field.number(ENROLMENT, "Students").require()))
 *     .then(Consequence.districtSums(ENROLMENT))
 *     .build();
 * }</pre>
 */
public final class Format implements FileFormat {

  /** How the facts of a format are known. */
  public enum Evidence {
    /** A published file was read. */
    FILE,
    /** Only its documentation, or a description of it, was read. */
    DOCUMENTATION
  }

  private final Builder is;

  private Format(Builder is) {
    this.is = is;
  }

  /**
   * Returns the builder of a format.
   *
   * @param id kebab case, stable for ever
   * @param scheme the id scheme of its units, such as "NCES"
   */
  public static Builder of(String id, String scheme) {
    return new Builder(id, scheme);
  }

  @Override
  public String id() {
    return is.id;
  }

  @Override
  public String title() {
    return is.publisher + ", " + is.title;
  }

  /** Returns the id scheme of the units. */
  public String scheme() {
    return is.scheme;
  }

  /** Returns who publishes the files. */
  public String publisher() {
    return is.publisher;
  }

  /** Returns the title of the data set. */
  public String dataSet() {
    return is.title;
  }

  /** Returns which years the declaration is for, in words. */
  public String years() {
    return is.years;
  }

  /** Returns how the format is known. */
  public Evidence evidence() {
    return is.evidence;
  }

  /** Returns version or date of the files; empty if the school year of a table serves as such. */
  public String release() {
    return is.release;
  }

  /** Returns the layouts of its tables. */
  public List<Layout> layouts() {
    return is.built;
  }

  /** Returns what is done with the numbers after all tables were read. */
  public List<Consequence> consequences() {
    return is.consequences;
  }

  /**
   * Tells whether a folder of its files is read as one: parts, topics or pages of the same units.
   */
  @Override
  public boolean isFolder() {
    return is.folder;
  }

  @Override
  public Recognition recognise(Table table) {
    return is.built.stream()
        .map(layout -> Recognition.of(table, layout))
        .max(java.util.Comparator.comparingDouble(Recognition::score))
        .orElseThrow();
  }

  /** Returns the layout that fits a table best. */
  public Layout layout(Table table) {
    Layout best = is.built.get(0);
    double most = -1;
    for (Layout layout : is.built) {
      double score = Recognition.of(table, layout).score();
      if (score > most) {
        best = layout;
        most = score;
      }
    }
    return best;
  }

  @Override
  public int order(Table table) {
    return is.built.indexOf(layout(table));
  }

  @Override
  public void read(Table table, Reading reading) throws IOException {
    Layout layout = layout(table);
    TableReader.read(this, layout, layout.shaped(table).orElse(table), reading);
  }

  @Override
  public EquityData finish(EquityData store, FileReading file) {
    StoreEdit edit = new StoreEdit(store, file);
    is.consequences.forEach(consequence -> consequence.apply(edit));
    return edit.data();
  }

  /** Returns the declaration in Markdown: where the files come from, what is read and how. */
  public String describe() {
    return FormatPage.of(this);
  }

  /** Returns id and title. */
  @Override
  public String toString() {
    return id() + ": " + title();
  }

  /** Collects the parts of a format. */
  public static final class Builder {
    private final String id;
    private final String scheme;
    private String publisher = "";
    private String title = "";
    private String years = "";
    private String release = "";
    private Evidence evidence = Evidence.DOCUMENTATION;
    private boolean folder;
    private final List<Layout.Builder> layouts = new ArrayList<>();
    private final List<Consequence> consequences = new ArrayList<>();
    private List<Layout> built = List.of();

    private Builder(String id, String scheme) {
      this.id = id;
      this.scheme = scheme;
    }

    /** Says who published what for which years, and how we know what the files look like. */
    public Builder published(String by, String dataSet, String forYears, Evidence known) {
      publisher = by;
      title = dataSet;
      years = forYears;
      evidence = known;
      return this;
    }

    /** Says which version or date the files have, if the school year is not enough. */
    public Builder release(String version) {
      release = version;
      return this;
    }

    /**
     * Says that a folder of files is read as one: they are topics or pages of the same table, or
     * mean something only together. A number that two files have is read once.
     */
    public Builder folder() {
      folder = true;
      return this;
    }

    /** Adds a layout. Tables of an earlier layout are read first. */
    public Builder layout(Layout.Builder layout) {
      layouts.add(layout);
      return this;
    }

    /** Adds what is done with the numbers after all tables were read, in this order. */
    public Builder then(Consequence... all) {
      consequences.addAll(List.of(all));
      return this;
    }

    /**
     * Returns the format.
     *
     * @throws IllegalArgumentException if the declaration contradicts itself
     */
    public Format build() {
      if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        throw new IllegalArgumentException("id is \"" + id + "\", expected words-like-this");
      }
      if (layouts.isEmpty()) {
        throw new IllegalArgumentException("format " + id + " has no layout, expected one or more");
      }
      built = layouts.stream().map(Layout.Builder::build).toList();
      return new Format(this);
    }
  }
}
