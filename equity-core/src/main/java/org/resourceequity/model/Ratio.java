package org.resourceequity.model;

import java.io.Serializable;

/** A quantity per something: what is divided by what, or a rate that is only published as such. */
public sealed interface Ratio extends Serializable {

  /**
   * A ratio whose two parts are known, so that several units can be pooled.
   *
   * @param numerator what is divided
   * @param denominator by what; it is also the weight of a unit
   */
  record Pooled(Operand numerator, Operand denominator) implements Ratio {
    @Override
    public Operand weight() {
      return denominator;
    }

    @Override
    public Measurement unit() {
      return numerator.what().unit().per(denominator.what().unit());
    }

    @Override
    public String label() {
      return numerator.label() + " per " + denominator.label();
    }
  }

  /**
   * A rate that is published without its parts. It has no pooled form; results say so.
   *
   * @param rate the published rate
   * @param weight the weight a unit gets when units are averaged
   */
  record Published(Operand rate, Operand weight) implements Ratio {
    @Override
    public Measurement unit() {
      return rate.what().unit();
    }

    @Override
    public String label() {
      return rate.label();
    }
  }

  /** Returns the weight of a unit in averages. */
  Operand weight();

  /** Returns the unit of the ratio. */
  Measurement unit();

  /** Returns the ratio in words. */
  String label();
}
