package org.resourceequity.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.metric.Verdict.Relation;

class DominanceTest {

  private static final double SLACK = 1e-12;

  private static Points curve(double... xy) {
    double[] x = new double[xy.length / 2];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = xy[2 * i];
      y[i] = xy[2 * i + 1];
    }
    return Points.of(x, y);
  }

  @Test
  void aCurveAboveDominates() {
    Points diagonal = curve(0, 0, 1, 1);
    Points bent = curve(0, 0, 0.5, 0.25, 1, 1);
    // Farthest apart at the bend: 0.5 - 0.25.
    assertThat(Dominance.compare(diagonal, bent, SLACK))
        .isEqualTo(new Verdict(Relation.FIRST, List.of(), 0.25, 0.5));
    assertThat(Dominance.compare(bent, diagonal, SLACK).relation()).isEqualTo(Relation.SECOND);
    assertThat(Dominance.compare(bent, bent, SLACK).relation()).isEqualTo(Relation.EQUAL);
  }

  /** At 0.4 the first is at 0.1, the second at 0.2; at 0.6 they are at 0.4 and 0.3. */
  @Test
  void crossingsLieBetweenThePoints() {
    Verdict verdict =
        Dominance.compare(
            curve(0, 0, 0.4, 0.1, 0.6, 0.4, 1, 1), curve(0, 0, 0.6, 0.3, 1, 1), SLACK);
    assertThat(verdict.relation()).isEqualTo(Relation.CROSSING);
    assertThat(verdict.crossings())
        .singleElement()
        .satisfies(at -> assertThat(at).isCloseTo(0.5, within(1e-15)));
  }

  /** Steps at a third that rounding keeps apart are one step, not a tiny interval of difference. */
  @Test
  void stepsThatRoundingKeepsApartAreOne() {
    double third = 1 / 3.0;
    double near = Math.nextUp(third);
    Points one = curve(0, 1, third, 1, third, 5, 1, 5);
    Points two = curve(0, 1, near, 1, near, 5, 1, 5);
    assertThat(Dominance.compare(one, two, SLACK).relation()).isEqualTo(Relation.EQUAL);
    assertThat(Dominance.compare(two, one, SLACK).relation()).isEqualTo(Relation.EQUAL);
  }

  /** Up to a half 1 against 2, from there on 4 against 3: they cross at the step. */
  @Test
  void stepsCrossWhereTheyAre() {
    Verdict verdict =
        Dominance.compare(
            curve(0, 1, 0.5, 1, 0.5, 4, 1, 4), curve(0, 2, 0.5, 2, 0.5, 3, 1, 3), SLACK);
    assertThat(verdict.crossings()).containsExactly(0.5);
  }
}
