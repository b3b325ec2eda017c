package org.resourceequity;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.resourceequity.analysis.Analysis;
import org.resourceequity.analysis.Question;
import org.resourceequity.analysis.Report;
import org.resourceequity.chart.Viewable;
import org.resourceequity.model.EquityData;
import org.resourceequity.model.Group;
import org.resourceequity.model.Operand;
import org.resourceequity.model.Ratio;
import org.resourceequity.sample.CrossTab;
import org.resourceequity.sample.Distribution;
import org.resourceequity.sample.GroupedValues;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.RiskCounts;
import org.resourceequity.sample.Sample;
import org.resourceequity.story.Stories;
import org.resourceequity.story.Story;
import org.resourceequity.story.StoryOptions;

/**
 * One line per question, for JShell and notebooks: import its methods statically.
 *
 * <pre>{@code
 * ask(ca, spread(CLASS_SIZE_K3).within(SCHOOL_LEVEL)).with(GINI, MCLOONE).by(DISTRICT).run()
 * story(ca, district("Los Angeles Unified"))
 * }</pre>
 */
public final class Equity {

  private Equity() {}

  /**
   * A district by name or code, to be looked up in the data that a story is told of.
   *
   * @param codeOrName its code or name
   */
  public record Place(String codeOrName) {}

  /** Asks a question of a store; add metrics with {@code with(...)} and {@code run()} it. */
  public static <S extends Sample<S>> Analysis<S> ask(EquityData data, Question<S> question) {
    return Analysis.of(data, question);
  }

  /** How unequally is a resource spread? */
  public static Question<Distribution> spread(Ratio resource) {
    return Question.spread(resource);
  }

  /** Do groups get different amounts? */
  public static Question<GroupedValues> gap(Ratio resource, Group group, Group comparedWith) {
    return Question.gap(resource, group, comparedWith);
  }

  /** How separately do a group and all others attend? */
  public static Question<CrossTab> separation(Group group) {
    return Question.separation(group);
  }

  /** How separately do several groups attend? */
  public static Question<CrossTab> separation(List<Group> groups) {
    return Question.separation(groups);
  }

  /** Does the resource follow need? */
  public static Question<PairedSample> progressivity(Ratio resource, Ratio need) {
    return Question.progressivity(resource, need);
  }

  /** Is a group likelier to have the event? */
  public static Question<RiskCounts> risk(Operand event, Group group) {
    return Question.risk(event, group);
  }

  /** Names a district for {@link #story(EquityData, Place)}. */
  public static Place district(String codeOrName) {
    return new Place(codeOrName);
  }

  /** Tells the story of everything in the data. */
  public static Story story(EquityData data) {
    return Stories.tell(data, StoryOptions.DEFAULT);
  }

  /**
   * Tells the story of one district.
   *
   * @throws IllegalArgumentException if the data have no such district; the message lists near
   *     names
   */
  public static Story story(EquityData data, Place place) {
    return Stories.tell(data, StoryOptions.DEFAULT.in(data.district(place.codeOrName()).id()));
  }

  /** Tells a story by its options: year gap, years, grouping. */
  public static Story story(EquityData data, StoryOptions options) {
    return Stories.tell(data, options);
  }

  /** Tells the results of an analysis in sentences. */
  public static Story story(Report report) {
    return Stories.of(report);
  }

  /** Prints a whole result, where the echo of a notebook or of JShell would cut it. */
  public static void show(Viewable result) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(result.toText());
  }
}
