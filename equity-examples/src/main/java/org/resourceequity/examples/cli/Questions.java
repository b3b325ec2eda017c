package org.resourceequity.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.resourceequity.analysis.Conventions;
import org.resourceequity.analysis.Coverage;
import org.resourceequity.analysis.Question;
import org.resourceequity.analysis.Scope;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Level;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Operands;
import org.resourceequity.model.Ratio;

/** The questions that data can answer, as commands to type. */
final class Questions {

  /** So many commands are shown of one question. */
  private static final int SHOWN = 8;

  /** So few units make no distribution. */
  private static final int FEWEST = 2;

  /** A part of the students that is smaller than this is not worth a command. */
  private static final double SMALLEST_COVERAGE = 0.1;

  /** Numbers of one answer are looked for so many years apart; the command then says so. */
  private static final int LARGEST_GAP = 3;

  /**
   * One of the five questions.
   *
   * @param words the question in a person's words
   * @param commands the commands that ask it of these data; none if they cannot answer
   * @param more how many more commands there would be
   */
  record Asked(String words, List<String> commands, int more) {}

  private final EquityData data;
  private final String files;

  private Questions(EquityData data, String files) {
    this.data = data;
    this.files = files;
  }

  /** Returns the five questions, each with what can be asked of the data of these files. */
  static List<Asked> of(EquityData data, List<Path> files, @Nullable Path mapping) throws Trouble {
    StringBuilder names = new StringBuilder();
    files.forEach(file -> names.append(' ').append(quoted(file)));
    if (mapping != null) {
      names.append(" --mapping ").append(quoted(mapping));
    }
    return new Questions(data, names.toString()).all();
  }

  /** Says that questions do not see how the data count students. */
  static String uncounted(List<String> counts) {
    return "questions are about enrolment and do not see " + String.join(" or ", counts);
  }

  private static String quoted(Path file) {
    String name = file.toString();
    return name.matches("[\\w./\\\\:+-]+") ? name : '"' + name + '"';
  }

  private List<Asked> all() throws Trouble {
    return List.of(
        new Commands("How unequally is a resource spread?").spread(),
        new Commands("Do groups get different amounts?").gap(),
        new Commands("How separately does a group attend?").separation(),
        new Commands("Does the resource follow need?").progressivity(),
        new Commands("Is a group likelier to have the event?").risk());
  }

  /** Returns resources that the data have for schools, and those they have for districts only. */
  private List<String> resources() {
    List<String> all = new ArrayList<>(Vocabulary.resources(data, Level.SCHOOL));
    Vocabulary.resources(data, Level.DISTRICT).stream()
        .filter(name -> !all.contains(name))
        .forEach(all::add);
    return all;
  }

  private List<String> groups() {
    List<String> schools = Vocabulary.groups(data, Level.SCHOOL);
    return schools.isEmpty() ? Vocabulary.groups(data, Level.DISTRICT) : schools;
  }

  /** The commands of one question. */
  private final class Commands {
    private final String words;
    private final List<String> commands = new ArrayList<>();
    private int more;

    Commands(String words) {
      this.words = words;
    }

    private Asked asked() {
      return new Asked(words, List.copyOf(commands), more);
    }

    Asked spread() throws Trouble {
      for (String name : resources()) {
        if (hasRoom()) {
          Level at = Vocabulary.level(Vocabulary.ratios(name, data), data);
          add(Question.spread(ratio(name, at)), at, "spread --of " + name);
        }
      }
      return asked();
    }

    Asked gap() throws Trouble {
      for (String name : resources()) {
        if (hasRoom()) {
          Level at = Vocabulary.level(Vocabulary.ratios(name, data), data);
          for (String group : Vocabulary.groups(data, at)) {
            Question<?> question =
                Question.gap(ratio(name, at), Vocabulary.group(group), Group.STUDENTS);
            String command = "gap --of " + name + " --group " + group + " --versus all-students";
            if (add(question, at, command)) {
              break;
            }
          }
        }
      }
      return asked();
    }

    Asked separation() throws Trouble {
      for (String name : groups()) {
        if (hasRoom()) {
          Group group = Vocabulary.group(name);
          Level at = Vocabulary.level(Operands.enrolment(group), data);
          add(Question.separation(group), at, "separation --group " + name);
        }
      }
      return asked();
    }

    Asked progressivity() throws Trouble {
      for (String name : resources()) {
        if (hasRoom()) {
          Level at = Vocabulary.level(Vocabulary.ratios(name, data), data);
          for (String need : Vocabulary.groups(data, at)) {
            Question<?> question = Question.progressivity(ratio(name, at), ratio(need, at));
            if (add(question, at, "progressivity --of " + name + " --need " + need)) {
              break;
            }
          }
        }
      }
      return asked();
    }

    Asked risk() throws Trouble {
      for (Level level : List.of(Level.SCHOOL, Level.DISTRICT)) {
        for (String name : Vocabulary.events(data, level)) {
          Operand event = Vocabulary.event(name, data);
          if (hasRoom() && Vocabulary.level(event, data) == level) {
            for (String group : Vocabulary.groups(data, level)) {
              Question<?> question = Question.risk(event, Vocabulary.group(group));
              if (add(question, level, "risk --of " + name + " --group " + group)) {
                break;
              }
            }
          }
        }
      }
      return asked();
    }

    private Ratio ratio(String name, Level at) throws Trouble {
      return Vocabulary.choose(Vocabulary.ratios(name, data), data, at);
    }

    private boolean hasRoom() {
      more += commands.size() < SHOWN ? 0 : 1;
      return commands.size() < SHOWN;
    }

    /** Adds a command if the data can answer it; what has to be allowed for that is part of it. */
    private boolean add(Question<?> question, Level at, String command) {
      for (int gap = 0; gap <= LARGEST_GAP; gap++) {
        Scope scope = Scope.schools().at(at).withYearGap(gap);
        Optional<Coverage> coverage = question.coverage(data, scope).find();
        if (coverage.isPresent()) {
          double share = coverage.get().share();
          if (coverage.get().unitsUsed() < FEWEST || share < SMALLEST_COVERAGE) {
            return false;
          }
          boolean enough = share >= Conventions.DEFAULT.minimumCoverage();
          double least = Math.floor(share * 100) / 100;
          commands.add(
              "equity ask "
                  + command
                  + files
                  + (gap == 0 ? "" : " --year-gap " + gap)
                  + (enough ? "" : String.format(Locale.ROOT, " --min-coverage %.2f", least)));
          return true;
        }
      }
      return false;
    }
  }
}
