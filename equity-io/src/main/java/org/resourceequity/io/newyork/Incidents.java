package org.resourceequity.io.newyork;

import static java.util.Map.entry;
import static org.resourceequity.model.Level.DISTRICT;
import static org.resourceequity.model.Level.SCHOOL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import org.resourceequity.io.Coded;
import org.resourceequity.io.Consequence;
import org.resourceequity.io.Field;
import org.resourceequity.io.Format;
import org.resourceequity.io.YearRule;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.SchoolLevel;
import org.resourceequity.model.StudentEvents;

/**
 * Violent and disruptive incidents by school. The header has two rows: kinds, and below most of
 * them with and without weapons.
 *
 * <pre>
 * County,District,School,BEDS Code,Grade Organization,...,Enrollment,Robbery,,...,Bomb Threat,...
 * ,,,,,,,With Weapon(s),Without Weapon(s),...,,...
 * EXAMPLE,Example District,Oak High School,010100990034,Senior High,...,756,0,2,...,1,...
 * </pre>
 *
 * <p>All incidents are derived as the sum of the kinds. Notes below the last row have no code.
 */
final class Incidents {

  private static final Field CODE = Field.text("BEDS Code");

  /** Kinds that are counted with and without weapons. */
  private static final List<Entry<String, String>> WITH_OR_WITHOUT =
      List.of(
          entry("homicide", "homicide"),
          entry("sex-offense-forcible", "forcible sex offenses"),
          entry("sex-offense-other", "other sex offenses"),
          entry("robbery", "robbery"),
          entry("assault-serious-injury", "assault with serious physical injury"),
          entry("kidnapping", "kidnapping"),
          entry("assault-injury", "assault with physical injury"),
          entry("reckless-endangerment", "reckless endangerment"),
          entry("minor-altercation", "minor altercations"),
          entry("intimidation", "intimidation, harassment, menacing,? or bullying"),
          entry("burglary", "burglary"),
          entry("criminal-mischief", "criminal mischief"),
          entry("larceny", "larceny,? or other theft"),
          entry("riot", "riot"));

  private static final List<Entry<String, String>> OTHER =
      List.of(
          entry("arson", "arson( with weapon\\(s\\))?"),
          entry("bomb-threat", "bomb threat"),
          entry("false-alarm", "false alarm"),
          entry("weapon-possession-screening", "weapon possession through screening"),
          entry("weapon-possession-other", "weapon possession under other circumstances"),
          entry("drugs", "(use,? possession,? or sale of drugs|drug possession)"),
          entry("alcohol", "(use,? possession,? or sale of alcohol|alcohol possession)"),
          entry("other-disruption", "other disruptive( incidents)?"));

  private static final List<Field> KINDS = kinds();

  static final Format FORMAT =
      NewYork.format("ny-incidents", "violent and disruptive incidents", "2005-06 to 2015-16")
          .layout(
              NewYork.layout("schools", CODE)
                  .level(SCHOOL)
                  .name(SCHOOL, "School", "School Name")
                  .name(DISTRICT, "District", "District Name")
                  .schoolLevel(
                      new Coded<>(
                          Field.text("Grade Organization"),
                          Map.of(
                              "pre-k*", SchoolLevel.PRESCHOOL,
                              "elementary*", SchoolLevel.ELEMENTARY,
                              "middle*", SchoolLevel.MIDDLE,
                              "junior high*", SchoolLevel.MIDDLE,
                              "senior high*", SchoolLevel.HIGH,
                              "junior senior*", SchoolLevel.COMBINED,
                              "k-12*", SchoolLevel.COMBINED),
                          SchoolLevel.UNKNOWN))
                  .skip(CODE, "")
                  .year(YearRule.inSheet(), YearRule.inFile())
                  .requires("School Type")
                  .numbers(Field.number(Operands.ENROLMENT, "Enrollment").require())
                  .numbers(KINDS))
          .then(
              Consequence.sum(
                  StudentEvents.incidents("all"),
                  KINDS.stream().map(kind -> kind.operand().orElseThrow()).toArray(Operand[]::new)))
          .build();

  private Incidents() {}

  private static List<Field> kinds() {
    List<Field> kinds = new ArrayList<>();
    for (Entry<String, String> kind : WITH_OR_WITHOUT) {
      for (String weapon : List.of("with", "without")) {
        kinds.add(
            Field.like(
                StudentEvents.incidents(kind.getKey() + '-' + weapon + "-weapon"),
                kind.getValue() + ", " + weapon + " weapon",
                kind.getValue() + ' ' + weapon + " weapon\\(s\\)"));
      }
    }
    OTHER.forEach(
        kind ->
            kinds.add(
                Field.like(
                    StudentEvents.incidents(kind.getKey()),
                    kind.getKey().toLowerCase(Locale.ROOT).replace('-', ' '),
                    kind.getValue())));
    return kinds;
  }
}
