package org.resourceequity.io.edfi;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.resourceequity.internal.ExactSum;
import org.resourceequity.io.Notice.Severity;
import org.resourceequity.io.table.Row;
import org.resourceequity.model.Cell;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Population;
import org.resourceequity.model.Reason;
import org.resourceequity.model.SchoolYear;
import org.resourceequity.model.UnitId;

/** Counts the staff of schools and districts on the reference day of a year. */
final class Staffing {

  private record Key(String staff, String organisation, String classification) {}

  /** The assignment that counts of those with the same key: the latest. */
  private record Assignment(LocalDate begin, double fte) {}

  private record Job(String staff, String organisation) {}

  /** Groups by experience, and below how many years of experience before teachers are in them. */
  private record Experience(Group group, double from, double below) {}

  private static final List<Experience> EXPERIENCES =
      List.of(
          new Experience(Groups.FIRST_YEAR_TEACHERS, 0, 1),
          new Experience(Groups.SECOND_YEAR_TEACHERS, 1, 2),
          new Experience(Groups.NOVICE_TEACHERS, 0, 3));

  /** What is summed for a unit and a population. */
  private static final class Tally {
    private final ExactSum fte = new ExactSum();
    private final Set<String> persons = new HashSet<>();
    private final ExactSum[] experienced =
        EXPERIENCES.stream().map(e -> new ExactSum()).toArray(ExactSum[]::new);
    private final ExactSum unknown = new ExactSum();
    private boolean unknownFte;
  }

  private final Export export;
  private final Organisations organisations;
  private final SchoolYear year;
  private final LocalDate day;
  private final boolean notes;
  private final Map<String, Double> experience = new HashMap<>();
  private final Map<Job, Double> employed = new HashMap<>();
  private final Map<Key, Assignment> assigned = new HashMap<>();

  Staffing(Export export, Organisations organisations, SchoolYear year, boolean notes) {
    this.export = export;
    this.organisations = organisations;
    this.year = year;
    this.day = Export.referenceDay(year);
    this.notes = notes;
  }

  /** Adds the counts to a store. */
  void count(EquityData.Builder builder) throws IOException {
    for (Export.Part part : export.parts()) {
      switch (part.entity()) {
        case STAFF -> staff(part);
        case EMPLOYMENT -> employments(part);
        case ASSIGNMENT -> assignments(part);
        default -> {
          // Other tables are not about staff.
        }
      }
    }
    Map<UnitId, Map<Population, Tally>> tallies = tallies();
    Set<Population> met = EnumSet.noneOf(Population.class);
    tallies.values().forEach(of -> met.addAll(of.keySet()));
    tallies.forEach(
        (unit, of) -> {
          builder.unit(unit, null);
          for (Population population : met) {
            add(builder, unit, population, of.getOrDefault(population, new Tally()));
          }
        });
  }

  private void staff(Export.Part part) throws IOException {
    List<Integer> id = part.fields().all("StaffUniqueId");
    List<Integer> years = part.fields().all("YearsOfPriorTeachingExperience");
    part.table()
        .forEach(
            row -> {
              double before = Export.number(part, row, years, notes);
              if (!Double.isNaN(before)) {
                experience.merge(Fields.first(row, id), before, Math::max);
              }
            });
  }

  private void employments(Export.Part part) throws IOException {
    Fields fields = part.fields();
    Export.Reference staff = export.reference(part, "StaffReference", "StaffUniqueId");
    Export.Reference at =
        export.reference(part, "EducationOrganizationReference", "EducationOrganizationId");
    List<Integer> begin = fields.all("EmploymentPeriod/HireDate", "HireDate");
    List<Integer> end = fields.all("EmploymentPeriod/EndDate", "EndDate");
    List<Integer> fte = fields.all("FullTimeEquivalency");
    part.table()
        .forEach(
            row -> {
              double share = Export.number(part, row, fte, notes);
              if (Export.isActive(part, row, begin, end, day, notes) && !Double.isNaN(share)) {
                employed.merge(new Job(staff.of(row), at.of(row)), share, Math::max);
              }
            });
  }

  private void assignments(Export.Part part) throws IOException {
    Fields fields = part.fields();
    Export.Reference staff = export.reference(part, "StaffReference", "StaffUniqueId");
    Export.Reference at =
        export.reference(part, "EducationOrganizationReference", "EducationOrganizationId");
    List<Integer> classification = fields.all("StaffClassification");
    List<Integer> begin = fields.all("BeginDate");
    List<Integer> end = fields.all("EndDate");
    List<Integer> fte = fields.all("FullTimeEquivalency");
    part.table()
        .forEach(
            row -> {
              String person = staff.of(row);
              String organisation = at.of(row);
              if (person.isEmpty() || organisation.isEmpty()) {
                Export.unusable(
                    part, row, notes, "the assignment has no person or no place", "both ids");
                return;
              }
              boolean active = Export.isActive(part, row, begin, end, day, notes);
              double share = Export.number(part, row, fte, notes);
              if (active) {
                if (organisations.units(export.unit(organisation)).isEmpty()) {
                  unknown(part, row, organisation);
                  return;
                }
                LocalDate from = Export.date(part, row, begin, false);
                assigned.merge(
                    new Key(person, organisation, Names.code(Fields.first(row, classification))),
                    new Assignment(from == null ? LocalDate.MIN : from, share),
                    Staffing::later);
              }
            });
  }

  private void unknown(Export.Part part, Row row, String organisation) {
    if (notes) {
      part.reading()
          .notice(
              Severity.WARNING,
              "unknown-organisation",
              "nothing tells what the organisation is, so its staff is not counted",
              row,
              null,
              organisation,
              "a School or LocalEducationAgency of the export");
    }
  }

  private static Assignment later(Assignment a, Assignment b) {
    int order = a.begin().compareTo(b.begin());
    // Of two that begin together the one with the larger share counts, and a share before none.
    boolean first = order > 0 || (order == 0 && (Double.isNaN(b.fte()) || a.fte() >= b.fte()));
    return first ? a : b;
  }

  /** Returns the employment that an assignment without a share of its own is part of. */
  private @Nullable Job job(Key of) {
    Job here = new Job(of.staff(), of.organisation());
    if (employed.containsKey(here)) {
      return here;
    }
    String district = organisations.district(of.organisation());
    Job above = district == null ? here : new Job(of.staff(), district);
    return employed.containsKey(above) ? above : null;
  }

  private Map<UnitId, Map<Population, Tally>> tallies() {
    Map<Job, List<Key>> sharing = new HashMap<>();
    assigned.forEach(
        (key, assignment) -> {
          Job job = Double.isNaN(assignment.fte()) ? job(key) : null;
          if (job != null) {
            sharing.computeIfAbsent(job, j -> new ArrayList<>()).add(key);
          }
        });
    Map<Key, Double> shares = new HashMap<>();
    sharing.forEach(
        (job, keys) ->
            keys.forEach(key -> shares.put(key, employed.getOrDefault(job, 0.0) / keys.size())));
    Map<UnitId, Map<Population, Tally>> tallies = new TreeMap<>();
    assigned.forEach(
        (key, assignment) -> {
          double fte =
              Double.isNaN(assignment.fte())
                  ? shares.getOrDefault(key, Double.NaN)
                  : assignment.fte();
          Population population = Codes.staff(key.classification());
          for (UnitId unit : organisations.units(export.unit(key.organisation()))) {
            Map<Population, Tally> of =
                tallies.computeIfAbsent(unit, u -> new EnumMap<>(Population.class));
            add(of.computeIfAbsent(Population.STAFF, p -> new Tally()), key.staff(), fte);
            if (population != Population.STAFF) {
              add(of.computeIfAbsent(population, p -> new Tally()), key.staff(), fte);
            }
          }
        });
    return tallies;
  }

  private void add(Tally tally, String staff, double fte) {
    tally.persons.add(staff);
    if (Double.isNaN(fte)) {
      tally.unknownFte = true;
      return;
    }
    tally.fte.add(fte);
    Double before = experience.get(staff);
    if (before == null) {
      tally.unknown.add(fte);
      return;
    }
    for (int i = 0; i < tally.experienced.length; i++) {
      Experience of = EXPERIENCES.get(i);
      if (before >= of.from() && before < of.below()) {
        tally.experienced[i].add(fte);
      }
    }
  }

  private void add(EquityData.Builder builder, UnitId unit, Population population, Tally tally) {
    Group group = new Group(population, List.of());
    builder.add(
        unit,
        Operands.headcount(group).at(unit.level(), year),
        Cell.derived((double) tally.persons.size()));
    builder.add(unit, Operands.staff(group).at(unit.level(), year), cell(tally, tally.fte, 0));
    if (population == Population.TEACHERS && !experience.isEmpty()) {
      double unknown = tally.unknown.value();
      for (int i = 0; i < tally.experienced.length; i++) {
        Operand operand = Operands.staff(EXPERIENCES.get(i).group());
        builder.add(
            unit, operand.at(unit.level(), year), cell(tally, tally.experienced[i], unknown));
      }
    }
  }

  /** Returns a sum; what is not known of some makes it a range, or nothing. */
  private static Cell cell(Tally tally, ExactSum sum, double unknown) {
    if (tally.unknownFte) {
      return Cell.absent(Reason.NOT_REPORTED);
    }
    double low = sum.value();
    return unknown > 0
        ? new Cell.Bounded(low, low + unknown, Reason.NOT_REPORTED)
        : Cell.derived(low);
  }
}
