package org.resourceequity.progressivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.resourceequity.metric.Measure;

/** What ids can name, and what is said of one that cannot be read. */
class ProgressivityOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "predicted-ratio:0.3,0.05",
        "predicted-ratio:0.3,0,log-enrolment,level=state",
        "implied-need-weight:multiple,students",
        "implied-need-weight:extra,totals",
        "statutory-ratio:0.4",
        "need-group-difference:equal-students=4",
        "need-group-ratio:fixed-cuts=0.25,0.75",
        "need-group-relative-gap:top-bottom-share=0.2",
        "residual-variation:log-enrolment",
        "wealth-r-squared:2",
        "wealth-r-squared:2,adjusted",
        "erreygers:0,2",
        "wagstaff:0,2",
        "extended-concentration:2.5",
        "symmetric-concentration:2.5",
        "sii:logit,0,2",
        "rii:logit,0,2",
        "concentration-by-determinant:need,size",
        "horizontal-inequity:need,control=size",
        "oaxaca-blinder:pooled,need",
        "oaxaca-blinder:three-fold,detailed,need",
        "beta-convergence:5",
        "convergence-speed:5",
        "convergence-half-life:5",
        "target-shortfall:2",
        "near-fair-share:0.2",
        "fiscal-effort:income"
      })
  void anIdWithParametersIsReadAsWritten(String id) {
    Measure<?, ?> measure = new ProgressivityProvider().parse(id).orElseThrow();
    assertThat(measure.info().id()).isEqualTo(id);
    assertThat(measure).hasToString(id);
  }

  /** The message names the id, or the parameter, and says what would be right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          predicted-ratio:0.3              | "predicted-ratio:0.3" has 1 parameters, expected 2
          predicted-ratio:0.3,0,Enrolment  | name is "Enrolment", expected kebab case
          implied-need-weight:twice,totals | has "twice", expected one of [multiple, extra]
          implied-need-weight:extra,totals,x| has 3 parameters, expected at most 2
          statutory-ratio                  | needs one number after the colon
          need-group-ratio:fifths          | is no rule for groups by need, expected equal-students=4
          need-group-ratio:equal-units=a   | "equal-units=a" has a part that is not a number
          wealth-r-squared:1.5             | has the parameter 1.5, expected a whole number
          wealth-r-squared:2,plain         | has 2 parameters, expected at most 1
          erreygers:0,1,2                  | has 3 parameters, expected at most 2
          erreygers:1,0                    | expected
          sii:probit,0,1                   | expected bounds as in sii:logit,0,1
          sii:logit,0                      | has 2 parameters, expected 3
          horizontal-inequity:control=size | no need named, expected at least one covariate
          oaxaca-blinder:white,need        | expected a, b, pooled, neumark, cotton, reimers or three-fold
          fiscal-effort:a,b                | has 2 parameters, expected at most 1
          weighted-student-index:poor=much | has the parameter "much", expected a number such as 0.5
          """)
  void wrongParametersAreWrongCalls(String id, String message) {
    assertThatThrownBy(() -> new ProgressivityProvider().parse(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void otherIdsAreNotOfThisFamily() {
    assertThat(new ProgressivityProvider().parse("gini")).isEmpty();
  }
}
