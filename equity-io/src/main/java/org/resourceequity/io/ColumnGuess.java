package org.resourceequity.io;

import static org.resourceequity.io.ColumnProfile.Guess.AMOUNT;
import static org.resourceequity.io.ColumnProfile.Guess.COUNT;
import static org.resourceequity.io.ColumnProfile.Guess.DISTRICT_ID;
import static org.resourceequity.io.ColumnProfile.Guess.DISTRICT_NAME;
import static org.resourceequity.io.ColumnProfile.Guess.GRADES;
import static org.resourceequity.io.ColumnProfile.Guess.GROUP;
import static org.resourceequity.io.ColumnProfile.Guess.LEVEL;
import static org.resourceequity.io.ColumnProfile.Guess.OTHER;
import static org.resourceequity.io.ColumnProfile.Guess.RATE;
import static org.resourceequity.io.ColumnProfile.Guess.SCHOOL_ID;
import static org.resourceequity.io.ColumnProfile.Guess.SCHOOL_NAME;
import static org.resourceequity.io.ColumnProfile.Guess.YEAR;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.resourceequity.io.ColumnProfile.Content;
import org.resourceequity.io.ColumnProfile.Guess;

/** Guesses what a column is, by the words of its name and by what its texts are. */
final class ColumnGuess {

  private static final Pattern SCHOOL = word("school|sch|schl|building|bldg|campus|ncessch");
  private static final Pattern DISTRICT =
      word("district|dist|lea|leaid|agency|corporation|corp|division|isd|sau|parish");
  private static final Pattern ID =
      word("id|ids|code|codes|number|no|num|nbr|cd|key|identifier|irn|leaid|ncessch");
  private static final Pattern NO_ID =
      word("zip|phone|fips|county|cnty|region|state|number of|no of");
  private static final Pattern NAME = word("name|names|nm|title");
  private static final Pattern YEAR_WORD = word("year|yr|schoolyear|fy|sy|syear");
  private static final Pattern GRADE_SPAN = word("grades|grade span|gradespan|grades served");
  private static final Pattern LEVEL_WORD = word("level|school type|sch type");
  private static final Pattern LEVEL_TEXT =
      Pattern.compile("(elem|prim|mid|junior|high|sec|senior|comb).*");
  private static final Pattern GROUP_WORD =
      word(
          "subgroup|sub group|group|student group|race|ethnicity|ethnic|gender|sex|grade|category"
              + "|demographic|population");
  private static final Pattern NO_QUANTITY =
      word("zip|phone|fax|fips|latitude|longitude|lat|lon|code|id|year|rank|cd");
  private static final Pattern RATE_WORD =
      Pattern.compile(
          ".*(%|\\b(percent|percentage|pct\\w*|rate|share|ratio|average|avg|mean|per|proportion|index"
              + "|median)\\b).*");
  private static final Pattern MONEY =
      Pattern.compile(
          ".*(\\$|\\b(expenditures?|spending|dollars?|costs?|revenues?|salary|salaries|funding"
              + "|expenses?|ppe)\\b).*");

  /** Words of groups of students, in the order in which they are looked for. */
  private static final Map<String, Pattern> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("subsidised-meals", word("frl|frpm|frpl|free|meals?|lunch|reduced"));
    GROUPS.put(
        "low-income",
        word("low income|economically disadvantaged|econ disadv\\w*|disadvantaged|poverty|eds"));
    GROUPS.put(
        "english-learner",
        word("english (language )?learners?|ell?s?|lep|limited english|emergent bilinguals?"));
    GROUPS.put(
        "with-disability",
        word("(students? )?(with )?disabilit(y|ies)|special ed(ucation)?|swd|sped|iep"));
    GROUPS.put("black", word("black|african american"));
    GROUPS.put("hispanic", word("hispanic|latin[oax]?"));
    GROUPS.put("asian", word("asian"));
    GROUPS.put("pacific-islander", word("pacific( islanders?)?|hawaiian"));
    GROUPS.put("native-american", word("american indian|native american|alaskan?( native)?"));
    GROUPS.put("multiracial", word("multi ?racial|two or more( races)?|multiple races"));
    GROUPS.put("white", word("white"));
    GROUPS.put("high-need", word("high needs?"));
  }

  private ColumnGuess() {}

  private static Pattern word(String alternatives) {
    return Pattern.compile("\\b(?:" + alternatives + ")\\b");
  }

  /**
   * Returns the words of a name in lower case: of "SchoolName_2017" they are "school name 2017".
   */
  static String words(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}%$]+", " ")
        .strip();
  }

  /** Returns the group of students that a name has words of, as a mapping calls it. */
  static @Nullable String group(String words) {
    return GROUPS.entrySet().stream()
        .filter(group -> group.getValue().matcher(words).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** Returns the words of a name without those of a group. */
  static String without(String words, String group) {
    Pattern pattern = GROUPS.get(group);
    return pattern == null ? words : pattern.matcher(words).replaceAll(" ").strip();
  }

  /** Tells whether a column may say which school or district a row is about. */
  static boolean namesUnits(String words) {
    return SCHOOL.matcher(words).find()
        || DISTRICT.matcher(words).find()
        || ID.matcher(words).find();
  }

  static Guess of(String words, Content content, Collection<String> texts) {
    boolean coded = content == Content.CODES || content == Content.WHOLE_NUMBERS;
    if (content == Content.EMPTY || words.isEmpty()) {
      return OTHER;
    }
    if (YEAR_WORD.matcher(words).find() && areYears(texts)) {
      return YEAR;
    }
    boolean school = SCHOOL.matcher(words).find();
    boolean district = DISTRICT.matcher(words).find();
    boolean compact = coded || texts.stream().noneMatch(text -> text.contains(" "));
    if (school || district) {
      boolean alone = words.indexOf(' ') < 0;
      boolean digits = texts.stream().allMatch(text -> text.matches("\\W?\\d+"));
      if (compact && (ID.matcher(words).find() || (alone && (coded || digits)))) {
        return school ? SCHOOL_ID : DISTRICT_ID;
      }
      if (content == Content.TEXTS && (NAME.matcher(words).find() || alone)) {
        return school ? SCHOOL_NAME : DISTRICT_NAME;
      }
    }
    if (content.isNumeric() && !NO_QUANTITY.matcher(words).find()) {
      return quantity(words, content);
    }
    if (GRADE_SPAN.matcher(words).find() && !content.isNumeric()) {
      return GRADES;
    }
    if (LEVEL_WORD.matcher(words).find()
        && texts.stream().anyMatch(t -> LEVEL_TEXT.matcher(t.toLowerCase(Locale.ROOT)).matches())) {
      return LEVEL;
    }
    return GROUP_WORD.matcher(words).find() ? GROUP : OTHER;
  }

  private static Guess quantity(String words, Content content) {
    if (content == Content.PER_CENT || RATE_WORD.matcher(words).matches()) {
      return RATE;
    }
    return content == Content.DOLLARS || MONEY.matcher(words).matches() ? AMOUNT : COUNT;
  }

  private static boolean areYears(Collection<String> texts) {
    return texts.stream().allMatch(t -> YearRule.parse(t, YearRule.Style.ENDING) != null);
  }

  /** Tells whether a name says that the column holds ids, of whatever. */
  static boolean isId(String words) {
    return ID.matcher(words).find() && !NO_ID.matcher(words).find();
  }

  static boolean isMoney(ColumnProfile column) {
    return column.content() == Content.DOLLARS || MONEY.matcher(words(column.name())).matches();
  }
}
