package org.resourceequity.io.crdc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.Codes;
import org.resourceequity.io.Field;
import org.resourceequity.model.Category;
import org.resourceequity.model.Group;
import org.resourceequity.model.Groups;
import org.resourceequity.model.Operand;

/**
 * Columns that divide the same count in the collection's own way. Those of the topic APENR are
 *
 * <ul>
 *   <li>SCH_APENR_HI_M by race (HI, AM, AS, HP, BL, WH, TR) and sex (M, F, and X from 2021-22);
 *   <li>TOT_APENR_M by sex;
 *   <li>SCH_APENR_LEP_M (EL from 2021-22), SCH_APENR_IDEA_M and SCH_APENR_504_M by sex.
 * </ul>
 *
 * <p>In 2011-12 the topic stands last: M_HIS_7_ENROL, M_TOT_7_ENROL; a topic with "_7_" is one of
 * these, and its star stands for the race.
 *
 * <p>Numbers of both sexes are derived sums. Students who are counted as neither female nor male
 * (X) are in them where their number is published, which it hardly ever is, and are not kept apart.
 */
final class Family {

  private record Race(String code, String former, Group group) {}

  private static final List<Race> RACES =
      List.of(
          new Race("HI", "HIS", Groups.HISPANIC),
          new Race("AM", "AME", Groups.NATIVE_AMERICAN),
          new Race("AS", "ASI", Groups.ASIAN),
          new Race("HP", "HI_PAC", Groups.PACIFIC_ISLANDER),
          new Race("BL", "BLA", Groups.BLACK),
          new Race("WH", "WHI", Groups.WHITE),
          new Race("TR", "2_OR_MORE", Groups.MULTIRACIAL));

  private static final Map<String, Group> SEXES = new LinkedHashMap<>();

  static {
    SEXES.put("M", Groups.MALE);
    SEXES.put("F", Groups.FEMALE);
    SEXES.put("X", Group.STUDENTS);
  }

  /** For students neither female nor male every reserve code means that none are added. */
  private static final Codes NONE_ADDED =
      Codes.none().notApplicable("").notApplicable(Crdc.RESERVED);

  private final List<Operand> counted;
  private final List<Field> fields = new ArrayList<>();
  private String unit = "SCH";
  private @Nullable Group disability;
  private final Map<String, List<Field>> byRace = new HashMap<>();
  private final Map<Field, String> nobody = new LinkedHashMap<>();

  private Family(List<Operand> counted) {
    this.counted = counted;
  }

  /** Starts a family that counts something, or several things that contain each other. */
  static Family of(Operand... counted) {
    return new Family(List.of(counted));
  }

  /** Says that the columns begin with the name of another kind of unit than schools. */
  Family unit(String name) {
    unit = name;
    return this;
  }

  /**
   * Says that the next columns count only students with or without a disability; all of these are
   * added up. For columns about several kinds of them it is all students.
   */
  Family disability(Group group) {
    disability = group;
    return this;
  }

  /** Says that the next columns are 0 where another column says that there is nothing to count. */
  Family nobodyWhere(Field column, String text) {
    nobody.put(column, text);
    return this;
  }

  /** Adds all columns of a topic, which has these spellings. */
  Family topic(String... spellings) {
    return races(spellings).total(spellings).groups(spellings);
  }

  /** Adds the columns of students learning English and of those with a disability. */
  Family groups(String... spellings) {
    return group(Groups.ENGLISH_LEARNERS, both(spellings, "_LEP", "_EL"))
        .group(Groups.WITH_DISABILITIES, both(spellings, "_IDEA"))
        .group(Groups.SECTION_504, both(spellings, "_504"));
  }

  private static String[] both(String[] topics, String... ends) {
    return Arrays.stream(topics)
        .flatMap(topic -> Arrays.stream(ends).map(end -> topic + end))
        .toArray(String[]::new);
  }

  /** Adds the columns by race and sex. */
  Family races(String... topics) {
    byRace.clear();
    String meaning = meaning("by race and sex");
    for (Race race : RACES) {
      List<String> names =
          Arrays.stream(topics)
              .map(
                  topic ->
                      isFormer(topic)
                          ? topic.replace("*", race.former())
                          : topic + '_' + race.code())
              .toList();
      SEXES.forEach(
          (sex, students) ->
              byRace
                  .computeIfAbsent(sex, s -> new ArrayList<>())
                  .add(
                      add(
                          column(race.group(), students, spellings(unit + '_', names, sex)),
                          unit + '_' + topics[0] + "_[race]",
                          meaning)));
    }
    return this;
  }

  /** Adds the columns of all students by sex, which are totals of the races added last. */
  Family total(String... topics) {
    String meaning = meaning("by sex; not known where a race is not");
    SEXES.forEach(
        (sex, students) -> {
          Field total = column(Group.STUDENTS, students, spellings("TOT_", List.of(topics), sex));
          add(total.totalOf(byRace.getOrDefault(sex, List.of())), "TOT_" + topics[0], meaning);
        });
    return this;
  }

  /** Adds the columns of a group by sex. */
  Family group(Group group, String... topics) {
    String meaning = meaning((group.isAll() ? "" : "of " + Groups.people(group) + ", ") + "by sex");
    SEXES.forEach(
        (sex, students) ->
            add(
                column(group, students, spellings(unit + '_', List.of(topics), sex)),
                unit + '_' + topics[0],
                meaning));
    return this;
  }

  private static String[] spellings(String prefix, List<String> topics, String sex) {
    return topics.stream()
        .map(topic -> isFormer(topic) ? sex + '_' + topic : prefix + topic + '_' + sex)
        .toArray(String[]::new);
  }

  private static boolean isFormer(String topic) {
    return topic.contains("_7_");
  }

  private Field add(Field column, String name, String meaning) {
    Field documented = column.documentedAs(name + "_[sex]", meaning);
    fields.add(documented);
    return documented;
  }

  /** Returns in words what columns of this family hold that divide what is counted. */
  private String meaning(String divided) {
    return counted.stream().map(Operand::label).collect(Collectors.joining("; "))
        + (disability == null || disability.isAll()
            ? ""
            : ", parts for " + Groups.people(disability))
        + ", "
        + divided
        + nobody.entrySet().stream()
            .map(where -> "; 0 where " + where.getKey() + " is " + where.getValue())
            .collect(Collectors.joining());
  }

  private Field column(Group who, Group sex, String... spellings) {
    Field column = counting(who, sex, spellings);
    for (Map.Entry<Field, String> where : nobody.entrySet()) {
      column = column.nobodyWhere(where.getKey(), where.getValue());
    }
    return column;
  }

  private Field counting(Group who, Group sex, String... spellings) {
    List<Operand> sums = new ArrayList<>();
    Group by = disability;
    for (Operand each : counted) {
      sums.add(in(each, who));
      if (by != null && !by.isAll()) {
        sums.add(in(each, who, by));
      }
      if (by != null && !sex.isAll()) {
        sums.add(in(each, who, sex));
      }
    }
    if (by == null && !sex.isAll()) {
      return Field.number(in(counted.get(0), who, sex), spellings)
          .partOf(sums.toArray(Operand[]::new));
    }
    Field part =
        Field.part(sums.get(0), spellings)
            .partOf(sums.subList(1, sums.size()).toArray(Operand[]::new));
    return sex.isAll() ? part.codes(NONE_ADDED) : part;
  }

  /** Returns the columns. */
  List<Field> fields() {
    return fields;
  }

  /** Returns what is counted of the students who are in all these groups. */
  static Operand in(Operand all, Group... groups) {
    Group group = all.group();
    for (Group each : groups) {
      for (Category category : each.is()) {
        group = group.and(category.by(), category.code());
      }
    }
    return new Operand(all.what(), group, all.fund(), all.layer());
  }

  /** Returns what is counted of each race. */
  static Operand[] races(Operand all) {
    return RACES.stream().map(race -> in(all, race.group())).toArray(Operand[]::new);
  }
}
