package org.resourceequity.disproportionality;

import static org.resourceequity.metric.Axiom.SIZE_INVARIANCE;
import static org.resourceequity.sample.Condition.SOME_UNITS;

import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Split;
import org.resourceequity.sample.FocusHasMembers;
import org.resourceequity.sample.RiskCounts;

/**
 * Who can take a course or service, and who does: the event is enrolment, and a unit {@linkplain
 * RiskCounts#offered offers} it or not.
 *
 * <ul>
 *   <li>{@link #AVAILABILITY}: share of the schools that offer it
 *   <li>{@link #ACCESS}: share of the group in such schools
 *   <li>{@link #UPTAKE}: share of those who enrol
 *   <li>{@link #PARTICIPATION}: share of the group who enrol where it is offered
 *   <li>{@link #OFFER_AND_UPTAKE}: what a gap in participation is made of
 *   <li>{@link #MISSING_SEATS}: seats missing at parity, by access and by assignment
 * </ul>
 *
 * <p>Participation anywhere is the {@linkplain DisproportionalityMetrics#RISKS risk}.
 */
public final class AccessMetrics {

  private static final String CRDC =
      "U.S. Department of Education, Civil Rights Data Collection, course access";

  /** Share of the units with people that offer the event; each unit counts once. */
  public static final Metric<RiskCounts> AVAILABILITY =
      Metric.of(
          MetricInfo.of("availability", "AC-AVAIL", "Availability", RiskCounts.class)
              .range(0, 1)
              .requires(SOME_UNITS)
              .claims(SIZE_INVARIANCE)
              .formula("\\#\\{i: o_i = 1\\} / U")
              .reading("{value} of the schools offer it.")
              .reference(CRDC),
          AccessMetrics::availability);

  /** Share of the group that is in units which offer the event. */
  public static final Metric<RiskCounts> ACCESS =
      Metric.of(
          MetricInfo.of("access-rate", "AC-ACCESS", "Access rate", RiskCounts.class)
              .range(0, 1)
              .requires(SOME_UNITS, new FocusHasMembers())
              .claims(SIZE_INVARIANCE)
              .formula("\\sum_i n_{ig}o_i / n_g")
              .reading("{value} of the group are in schools that offer it.")
              .reference(CRDC),
          c -> Offer.ofFocus(c).access());

  /** Share of the group's members with access who have the event. */
  public static final Metric<RiskCounts> UPTAKE =
      Metric.of(
          MetricInfo.of("uptake", "AC-COND", "Uptake given access", RiskCounts.class)
              .range(0, 1)
              .requires(SOME_UNITS, new FocusHasMembers(), Offer.HAS_ACCESS)
              .claims(SIZE_INVARIANCE)
              .formula("\\sum_i e_{ig}o_i / \\sum_i n_{ig}o_i")
              .reading("{value} of those who could enrol do.")
              .reference(
                  "After Kitagawa, E. M. (1955), Components of a difference between two rates,"
                      + " doi:10.1080/01621459.1955.10501299"),
          c -> Offer.ofFocus(c).uptake());

  /** Share of the group with the event in units that offer it: access times uptake. */
  public static final Metric<RiskCounts> PARTICIPATION =
      Metric.of(
          MetricInfo.of(
                  "participation-where-offered",
                  "AC-PART",
                  "Participation where it is offered",
                  RiskCounts.class)
              .range(0, 1)
              .also("AC-DUR", "people are days enrolled, events are days attended")
              .requires(SOME_UNITS, new FocusHasMembers())
              .claims(SIZE_INVARIANCE)
              .formula("\\sum_i e_{ig}o_i / n_g")
              .reading("{value} of the group take part at a school that offers it.")
              .reference(CRDC),
          c -> Offer.ofFocus(c).participation());

  /** The gap in participation: fewer schools that offer, or fewer who enrol where it is offered. */
  public static final Split<RiskCounts> OFFER_AND_UPTAKE = new OfferAndUptake();

  /** Seats that the group lacks at parity: schools with few seats, or placement within schools. */
  public static final Split<RiskCounts> MISSING_SEATS = new MissingSeats();

  private AccessMetrics() {}

  private static double availability(RiskCounts sample) {
    double units = 0;
    double offering = 0;
    for (int i = 0; i < sample.size(); i++) {
      if (sample.counts(i)) {
        units++;
        offering += sample.isOffered(i) ? 1 : 0;
      }
    }
    return offering / units;
  }
}
