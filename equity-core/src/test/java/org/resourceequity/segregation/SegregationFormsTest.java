package org.resourceequity.segregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.metric.Axiom;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.sample.Requirement;

/** One class is several measures: what each of them says of itself is its own. */
class SegregationFormsTest {

  private static final List<Measure<?, ?>> FORMS =
      List.of(
          new MutualInformation(false, MutualInformation.NATS),
          new MutualInformation(false, 2),
          new MutualInformation(false, 10),
          new MutualInformation(true, MutualInformation.NATS),
          new TheilH(false),
          new TheilH(true),
          new ExpectedInformation(false),
          new ExpectedInformation(true),
          new ExpectedDissimilarity(false),
          new ExpectedDissimilarity(true),
          new LocalScores(false, false),
          new LocalScores(false, true),
          new LocalScores(true, false),
          new LocalScores(true, true),
          new NestedInformation(List.of("state", "district"), false),
          new NestedInformation(List.of("state", "district"), true),
          new WithinParents("district", false),
          new WithinParents("district", true),
          new Exposure(true),
          new Exposure(false),
          new InformationChange(false),
          new InformationChange(true),
          new OrdinalSegregation(OrdinalForm.ABSOLUTE_DIFFERENCE),
          new RankOrderSegregation(OrdinalForm.INFORMATION_THEORY, 2, false),
          DiversityMetrics.entropy(2),
          DiversityMetrics.hill(1),
          DiversityMetrics.unitHill(0.5));

  private static MetricInfo made(String id) {
    return FORMS.stream()
        .map(Measure::info)
        .filter(info -> info.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mutual-information             | SM-M    | Mutual information index M               | nats
          mutual-information:2           | SM-M    | Mutual information index M               | bits
          mutual-information:10          | SM-M    | Mutual information index M               | units of base 10
          mutual-information:pair        | S2-M    | Mutual information index M of two groups | nats
          theil-h                        | SM-H    | Information theory index H               | ''
          theil-h:pair                   | S2-H    | Information theory index H of two groups | ''
          mutual-information-expected    | SM-BIAS | M expected by chance                     | nats
          theil-h-expected               | SM-BIAS | H expected by chance                     | ''
          local-scores                   | SM-LOCAL | Local segregation scores                | nats
          local-scores:h                 | SM-LOCAL | Local segregation scores                | ''
          group-scores                   | SM-LOCAL | Local segregation scores of groups      | nats
          group-scores:h                 | SM-LOCAL | Local segregation scores of groups      | ''
          mutual-information-nested:state,district | SM-NEST | M by state and district        | nats
          theil-h-nested:state,district  | SM-NEST | H by state and district                  | ''
          mutual-information-within:district | SM-NEST | M within each district               | nats
          theil-h-within:district        | SM-NEST | H within each district                   | ''
          isolation                      | EX-ISO  | Isolation index                          | ''
          interaction                    | EX-XPY  | Interaction index                        | ''
          mutual-information-change      | CH-SHAPM | Change of M by sizes and structure      | nats
          theil-h-change                 | CH-SHAPM | Change of H by sizes and structure      | ''
          ordinal-absolute-difference    | SM-ORD  | Ordinal segregation L                    | ''
          rank-order-information-theory:2,ols | SM-RANK | Rank-order segregation H            | ''
          entropy:2                      | SM-E    | Entropy of the groups                    | bits
          """)
  void namesAndUnits(String id, String key, String name, String unit) {
    MetricInfo info = made(id);
    assertThat(info.key()).isEqualTo(key);
    assertThat(info.name()).isEqualTo(name);
    assertThat(info.unit()).isEqualTo(unit);
  }

  /**
   * What is relative to entropy is at most 1 and needs two groups; a pair needs both of its own.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "mutual-information, 1.7976931348623157e308, SOME_UNITS",
    "mutual-information:pair, 0.6931471805599453, SOME_UNITS EVERY_GROUP", // ln 2
    "theil-h, 1, SOME_UNITS VARIATION",
    "theil-h:pair, 1, SOME_UNITS EVERY_GROUP",
    "mutual-information-expected, 1.7976931348623157e308, SOME_UNITS VARIATION REPRESENTABLE",
    "theil-h-expected, 1, SOME_UNITS VARIATION REPRESENTABLE",
    "expected-dissimilarity, 1, SOME_UNITS EVERY_GROUP REPRESENTABLE",
    "expected-dissimilarity:binomial, 2, SOME_UNITS EVERY_GROUP REPRESENTABLE",
    "local-scores, 1.7976931348623157e308, SOME_UNITS",
    "group-scores:h, 1.7976931348623157e308, SOME_UNITS VARIATION",
    "'mutual-information-nested:state,district', 1.7976931348623157e308, HAS_LEVEL HAS_LEVEL"
        + " SOME_UNITS",
    "'theil-h-nested:state,district', 1, HAS_LEVEL HAS_LEVEL SOME_UNITS VARIATION",
    "mutual-information-within:district, 1.7976931348623157e308, HAS_LEVEL SOME_UNITS",
    "theil-h-within:district, 1, HAS_LEVEL SOME_UNITS",
    "mutual-information-change, 1.7976931348623157e308, SOME_UNITS EVERY_GROUP CONVERGENCE",
    "theil-h-change, 1.7976931348623157e308, SOME_UNITS VARIATION EVERY_GROUP CONVERGENCE"
  })
  void rangesAndRequirements(String id, double high, String requires) {
    MetricInfo info = made(id);
    assertThat(info.high()).isEqualTo(high);
    assertThat(info.requires().stream().map(Requirement::name))
        .containsExactly(requires.split(" "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "mutual-information, true",
    "mutual-information:pair, false",
    "theil-h, true",
    "theil-h:pair, false",
    "local-scores, true",
    "group-scores, false"
  })
  void whatNamesGroupsIsNotTheSameForAnyOrderOfThem(String id, boolean symmetric) {
    assertThat(made(id).claims(Axiom.GROUP_SYMMETRY)).isEqualTo(symmetric);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          mutual-information                       ; p_u p_g}
          mutual-information:2                     ; logarithm to base }2
          mutual-information-expected              ; f(n)=n\\ln n
          theil-h-expected                         ; E[H] = E[M]/E
          expected-dissimilarity                   ; \\mathrm{Hyp}(T, A, t_i)
          expected-dissimilarity:binomial          ; \\mathrm{Bin}(t_i, P)
          local-scores                             ; p_u ls_u = M
          local-scores:h                           ; \\text{each over } E
          group-scores                             ; P_g ls_g = M
          mutual-information-nested:state,district ; M(\\ell \\mid d)
          theil-h-nested:state,district            ; H = M/E
          mutual-information-within:district       ; = M_{within}
          theil-h-within:district                  ; = H_{within}
          ordinal-absolute-difference              ; 1-|2c-1|
          rank-order-information-theory:2,ols      ; (1-c)\\log_2(1-c)
          hill:1                                   ; \\exp\\bigl(-\\sum_g P_g\\ln P_g\\bigr)
          unit-hill:0.5                            ; q = 0.5
          """)
  void formulas(String id, String end) {
    assertThat(made(id).formula()).endsWith(end);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mutual-information:2 | A school's name tells {value} bits about a student's group; 0 is mixed.
          local-scores         | How much each school's mix of students differs from that of all schools.
          group-scores         | How much the schools of each group differ from those of all students.
          """)
  void readings(String id, String reading) {
    assertThat(made(id).reading()).isEqualTo(reading);
  }
}
