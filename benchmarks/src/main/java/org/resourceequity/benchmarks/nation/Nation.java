package org.resourceequity.benchmarks.nation;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up nation. Each district and each school draws from a stream of its own, so that the same
 * parameters give the same schools on every machine, and a school is the same whoever came before.
 *
 * <p>Districts have sizes with a Pareto tail; the races are spread unevenly between the districts
 * of a state, and less so between the schools of a district.
 *
 * @param schools the number of schools
 * @param districts the number of districts, of which each has a school
 * @param seed what the numbers depend on
 */
record Nation(int schools, int districts, long seed) {

  /** The exponent of the sizes of districts, counted in schools. */
  private static final double TAIL = 1.15;

  private static final double LARGEST = 2500;

  /** How unevenly the races are spread between districts and between the schools of one. */
  private static final double BETWEEN_DISTRICTS = 1.1;

  private static final double BETWEEN_SCHOOLS = 0.75;

  Nation {
    if (districts < 1 || schools < districts) {
      throw new IllegalArgumentException(
          schools + " schools in " + districts + " districts, expected a school in each");
    }
  }

  /** Takes one school after the other. */
  interface Visitor {
    void visit(School school) throws IOException;
  }

  /** Hands over the schools in order of state, district and school. */
  void forEach(Visitor visitor) throws IOException {
    List<State> states = State.all();
    double all = states.stream().mapToDouble(State::weight).sum();
    double sofar = 0;
    int schoolsBefore = 0;
    int districtsBefore = 0;
    for (State state : states) {
      sofar += state.weight() / all;
      int schoolsUpTo = (int) Math.rint(schools * sofar);
      int districtsUpTo = (int) Math.rint(districts * sofar);
      int own = schoolsUpTo - schoolsBefore;
      int ownDistricts = Math.min(own, Math.max(1, districtsUpTo - districtsBefore));
      state(state, own, ownDistricts, visitor);
      schoolsBefore = schoolsUpTo;
      districtsBefore = districtsUpTo;
    }
  }

  private void state(State state, int own, int ownDistricts, Visitor visitor) throws IOException {
    if (own == 0) {
      return;
    }
    SplittableRandom random = new SplittableRandom(seed * 100 + state.fips());
    double[] sizes = new double[ownDistricts];
    double sum = 0;
    for (int d = 0; d < ownDistricts; d++) {
      sizes[d] = Math.min(LARGEST, StrictMath.pow(1 - random.nextDouble(), -1 / TAIL));
      sum += sizes[d];
    }
    int more = own - ownDistricts;
    int given = 0;
    int number = 0;
    double sofar = 0;
    for (int d = 0; d < ownDistricts; d++) {
      sofar += sizes[d] / sum;
      int upTo = (int) Math.rint(more * Math.min(1, sofar));
      int here = 1 + upTo - given;
      given = upTo;
      SplittableRandom ofDistrict = random.split();
      double[] races =
          spread(
              state.races().stream().mapToDouble(Double::doubleValue).toArray(),
              BETWEEN_DISTRICTS,
              ofDistrict);
      double poverty = 0.2 + 0.6 * ofDistrict.nextDouble();
      for (int s = 0; s < here; s++) {
        SplittableRandom ofSchool = ofDistrict.split();
        number++;
        visitor.visit(
            new School(
                state,
                d + 1,
                s + 1,
                number,
                spread(races, BETWEEN_SCHOOLS, ofSchool),
                poverty,
                ofSchool));
      }
    }
  }

  /** Returns shares that differ from others by factors whose logarithms have this deviation. */
  private static double[] spread(double[] shares, double deviation, SplittableRandom random) {
    double[] spread = new double[shares.length];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      spread[i] = shares[i] * StrictMath.exp(deviation * Draws.normal(random));
      sum += spread[i];
    }
    for (int i = 0; i < spread.length; i++) {
      spread[i] /= sum;
    }
    return spread;
  }
}
