package org.resourceequity.progressivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.resourceequity.progressivity.Regression.Errors;
import org.resourceequity.sample.PairedSample;
import org.resourceequity.sample.Partition;
import org.resourceequity.sample.Units;

/**
 * Numbers of R 4.3: {@code lm(y ~ x + z, weights = w)} and the like; robust errors by base R from
 * {@code B = solve(t(X) %*% (w * X))} as {@code B %*% (t(X) %*% ((w * e)^2 * f * X)) %*% B} with f
 * = 1, n/(n-k), 1/(1-h), 1/(1-h)^2; clusters with the sums of {@code w * e * X} within each, times
 * {@code G/(G-1) * (n-1)/(n-k)}.
 */
class RegressionTest {

  private static final Units SCHOOLS =
      Units.of(List.of("1", "2", "3", "4", "5", "6", "7", "8"))
          .within("district", List.of("d1", "d1", "d2", "d2", "d3", "d3", "d4", "d4"));
  private static final Partition STATES =
      Partition.of(List.of("a", "a", "b", "b", "c", "c", "c", "a"));

  private static PairedSample sample() {
    Map<String, double[]> covariates = new LinkedHashMap<>();
    covariates.put("x", new double[] {1, 3, 2, 6, 2, 9, 5, 4});
    covariates.put("z", new double[] {2, 1, 4, 3, 6, 5, 8, 6});
    return PairedSample.of(
        SCHOOLS,
        new double[] {9, 12, 10, 15, 11, 18, 14, 13},
        new double[] {1, 2, 1, 3, 2, 1, 2, 4},
        covariates);
  }

  private static Regression fit() {
    return Design.of(sample()).with("x", "z").fit().get();
  }

  private static void near(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-10 * Math.max(1, Math.abs(expected))));
  }

  @Test
  void coefficientsAndWhatTheyExplain() {
    Regression fit = fit();
    assertThat(fit.terms()).containsExactly("intercept", "x", "z");
    near(fit.coefficients()[0], 8.39465357338);
    near(fit.coefficient("x"), 1.0798690671);
    near(fit.coefficient("z"), 0.0326241134752);
    assertThat(fit.units()).isEqualTo(8);
    assertThat(fit.degreesOfFreedom()).isEqualTo(5);
    near(fit.rSquared().get(), 0.983450553663);
    near(fit.adjustedRSquared().get(), 0.976830775129);
    near(fit.residualStandardError().get(), 0.494905855474);
    near(fit.fitted()[0], 9.53977086743);
    near(fit.residuals()[5], -0.276595744681);
    // predict(lm, data.frame(x = 2.5, z = 3)); without x and z the intercept.
    near(fit.predict(Map.of("x", 2.5, "z", 3.0)), 11.1921985816);
    near(fit.predict(Map.of()), 8.39465357338);
  }

  @ParameterizedTest
  @CsvSource({
    "CLASSICAL, 0.367309500231, 0.0636301099917, 0.0574499739821",
    "HC0, 0.346527310455, 0.0454736163564, 0.0376022527772",
    "HC1, 0.438326228995, 0.0575200804523, 0.0475635055718",
    "HC2, 0.435821453415, 0.0552153923794, 0.0503703028702",
    "HC3, 0.558980115097, 0.068010738548, 0.0680313503169"
  })
  void standardErrors(Errors errors, double intercept, double x, double z) {
    Regression fit = fit();
    near(fit.estimate("intercept", errors).get().error(), intercept);
    near(fit.estimate("x", errors).get().error(), x);
    near(fit.estimate("z", errors).get().error(), z);
    assertThat(fit.estimate("x", errors).get().degreesOfFreedom()).isEqualTo(5);
  }

  @Test
  void errorsOfTwoCoefficientsAreRelated() {
    double[][] covariance = fit().covariance(Errors.HC1).get();
    near(covariance[0][1], -0.0204307774);
    near(covariance[1][0], -0.0204307774);
    near(covariance[1][2], 0.000648880658056);
  }

  @Test
  void schoolsOfADistrictAreOneDraw() {
    Partition districts = sample().units().by("district");
    Coefficient x = fit().estimate("x", districts).get();
    near(x.error(), 0.0707904033838);
    assertThat(x.degreesOfFreedom()).isEqualTo(3);
    near(fit().estimate("intercept", districts).get().error(), 0.26363947328);
    near(fit().covariance(districts).get()[2][2], 0.027712575331 * 0.027712575331);
  }

  /** A district without students is no cluster, and its school no unit. */
  @Test
  void schoolsWithoutStudentsCountForNothing() {
    PairedSample all = sample();
    PairedSample more =
        all.append(
            PairedSample.of(
                Units.of(List.of("9")).within("district", List.of("d5")),
                new double[] {99},
                new double[] {0},
                columns(50, 70)));
    Regression fit = Design.of(more).with("x", "z").fit().get();
    assertThat(fit.units()).isEqualTo(8);
    near(fit.coefficient("z"), 0.0326241134752);
    near(fit.estimate("z", Errors.HC3).get().error(), 0.0680313503169);
    near(fit.estimate("x", more.units().by("district")).get().error(), 0.0707904033838);
    assertThat(fit.estimate("x", more.units().by("district")).get().degreesOfFreedom())
        .isEqualTo(3);
  }

  private static Map<String, double[]> columns(double x, double z) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("x", new double[] {x});
    columns.put("z", new double[] {z});
    return columns;
  }

  /** lm(y ~ x + s): the first State is the base. */
  @Test
  void statesHaveEffectsBesideTheFirst() {
    Regression fit = Design.of(sample()).with("x").withFactor("s", STATES, null).fit().get();
    assertThat(fit.terms()).containsExactly("intercept", "x", "s=b", "s=c");
    near(fit.coefficient("s=b"), -0.279315960912);
    near(fit.coefficient("s=c"), 0.0108577633008);
    near(fit.estimate("s=b", Errors.CLASSICAL).get().error(), 0.347462872299);
    near(fit.estimate("s=c", Errors.HC3).get().error(), 0.449001826634);
    near(fit.estimate("x", sample().units().by("district")).get().error(), 0.115886620915);
    // Compared with c: differences of the coefficients above.
    Regression withC = Design.of(sample()).with("x").withFactor("s", STATES, "c").fit().get();
    assertThat(withC.terms()).containsExactly("intercept", "x", "s=a", "s=b");
    near(withC.coefficient("s=a"), -0.0108577633008);
    near(withC.coefficient("s=b"), -0.279315960912 - 0.0108577633008);
  }

  /** lm(y ~ 0 + x + z): R squared is of the mean square. */
  @Test
  void throughTheOrigin() {
    Regression fit = Design.of(sample()).with("x", "z").throughOrigin().fit().get();
    assertThat(fit.terms()).containsExactly("x", "z");
    near(fit.coefficient("x"), 1.96907420705);
    near(fit.rSquared().get(), 0.953506555537);
    near(fit.adjustedRSquared().get(), 0.938008740716);
    near(fit.estimate("z", Errors.CLASSICAL).get().error(), 0.421928433045);
    near(fit.estimate("x", Errors.HC2).get().error(), 0.411613607514);
    near(fit.predict(Map.of("x", 2.0)), 2 * 1.96907420705);
  }

  /** summary(lm)$coefficients[, 4], confint(lm, level = 0.9), 2 * pnorm(-abs(t)). */
  @Test
  void aCoefficientIsJudgedByStudentsT() {
    Coefficient z = fit().estimate("z", Errors.CLASSICAL).get();
    near(z.pValue(), 0.594673288556);
    near(z.low(0.9), -0.0831403631456);
    near(z.high(0.9), 0.148388590096);
    near(z.normal().pValue(), 0.570123282320);
    // A certain value has no margin; 0 is as near to 0 as can be.
    assertThat(new Coefficient(2, 0, 5).pValue()).isZero();
    assertThat(new Coefficient(2, 0, 5).low(0.95)).isEqualTo(2);
    assertThat(new Coefficient(0, 0, 5).pValue()).isEqualTo(1);
    assertThatThrownBy(() -> z.low(1)).hasMessage("level is 1.0, expected one between 0 and 1");
    assertThatThrownBy(() -> z.high(0)).hasMessage("level is 0.0, expected one between 0 and 1");
  }

  @Test
  void whatCannotBeFittedHasAReason() {
    PairedSample all = sample();
    assertThat(Design.of(all).with("x").with("twice", doubled(all.covariate("x"))).fit())
        .hasToString("undefined: INDEPENDENT_COLUMNS (\"twice\" follows from the terms before it)");
    assertThat(Design.of(all.withWeights(new double[8])).with("x").fit())
        .hasToString("undefined: SOME_UNITS (no unit has a positive weight)");
    assertThat(Design.of(all.select(0, 1)).with("x", "z").fit())
        .hasToString("undefined: INDEPENDENT_COLUMNS (\"z\" follows from the terms before it)");
    Regression three = Design.of(all.select(0, 1, 2)).with("x", "z").fit().get();
    assertThat(three.covariance(Errors.HC0).toString())
        .isEqualTo("undefined: ENOUGH_UNITS (3 units with a weight for 3 terms)");
    assertThat(three.adjustedRSquared().isKnown()).isFalse();
    assertThat(three.residualStandardError().isKnown()).isFalse();
    assertThat(three.estimate("x", all.select(0, 1, 2).units().by("district")).isKnown()).isFalse();
    Partition one = Partition.of(List.of("d", "d", "d", "d", "d", "d", "d", "d"));
    assertThat(fit().estimate("x", one))
        .hasToString("undefined: ENOUGH_UNITS (1 clusters, at least two are needed)");
    assertThat(Design.of(all.withValues(new double[8])).with("x").fit().get().rSquared())
        .hasToString("undefined: VALUES_VARY (the values do not vary)");
  }

  /** The only school of its State is fitted exactly: without it there is no effect. */
  @Test
  void aFitThatRestsOnOneSchoolHasNoHc3() {
    Partition alone = Partition.of(List.of("a", "a", "a", "a", "a", "a", "a", "b"));
    Regression fit = Design.of(sample()).with("x").withFactor("s", alone, null).fit().get();
    for (Errors errors : List.of(Errors.HC2, Errors.HC3)) {
      assertThat(fit.covariance(errors).toString())
          .isEqualTo("undefined: ENOUGH_UNITS (the fit at unit 8 rests on that unit alone)");
    }
    assertThat(fit.covariance(Errors.HC1).isKnown()).isTrue();
  }

  private static double[] doubled(double[] column) {
    for (int i = 0; i < column.length; i++) {
      column[i] *= 2;
    }
    return column;
  }

  @Test
  void wrongTermsAreWrongCalls() {
    Design design = Design.of(sample()).with("x");
    assertThatThrownBy(() -> design.with("x")).hasMessage("the term \"x\" occurs twice");
    assertThatThrownBy(() -> design.with("u")).hasMessage("no covariate \"u\" among [x, z]");
    assertThatThrownBy(() -> design.with(" ", new double[8])).hasMessageContaining("term is blank");
    assertThatThrownBy(() -> design.with("short", new double[7]))
        .hasMessageContaining("short has 7 elements, expected 8");
    assertThatThrownBy(() -> design.withFactor("s", STATES, "d"))
        .hasMessage("base \"d\" of s is not among [a, b, c]");
    assertThatThrownBy(() -> design.withFactor("s", Partition.of(List.of("a")), null))
        .hasMessageContaining("s has 1 elements, expected 8");
    assertThatThrownBy(() -> fit().coefficient("u"))
        .hasMessage("no term \"u\" among [intercept, x, z]");
    assertThat(design.withFactor("district").fit().get().terms())
        .containsExactly("intercept", "x", "district=d2", "district=d3", "district=d4");
  }
}
