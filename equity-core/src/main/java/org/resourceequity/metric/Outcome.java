package org.resourceequity.metric;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.resourceequity.sample.Condition;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/**
 * What came out of a measurement: a value, or the requirement that was not met. Never NaN, never
 * infinity, never an exception because of data.
 *
 * @param <R> type of the value
 */
public sealed interface Outcome<R> {

  /**
   * A value.
   *
   * @param value the value
   * @param <R> its type
   */
  record Known<R>(R value) implements Outcome<R> {}

  /**
   * No value.
   *
   * @param requirement what was not met
   * @param detail what was found instead, in words
   * @param <R> type of the value that is missing
   */
  record Undefined<R>(Requirement requirement, String detail) implements Outcome<R> {
    @Override
    public String toString() {
      return "undefined: " + requirement.name() + " (" + detail + ")";
    }
  }

  /** Returns the outcome with a value. */
  static <R> Outcome<R> of(R value) {
    return new Known<>(value);
  }

  /** Returns the outcome without a value. */
  static <R> Outcome<R> undefined(Requirement requirement, String detail) {
    return new Undefined<>(requirement, detail);
  }

  /** Returns the first unmet requirement of a measure as an outcome; empty if all are met. */
  static <R> Optional<Outcome<R>> unmet(MetricInfo info, Sample<?> sample) {
    for (Requirement requirement : info.requires()) {
      Optional<String> detail = requirement.unmet(sample);
      if (detail.isPresent()) {
        return Optional.of(undefined(requirement, detail.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns what a formula gives if all samples meet the requirements of its measure, else the
   * first unmet one. Numbers too large for a double on the way to the result are {@link
   * Condition#REPRESENTABLE}: data never make a measure throw.
   */
  static <R> Outcome<R> of(
      MetricInfo info, List<? extends Sample<?>> samples, Supplier<Outcome<R>> formula) {
    try {
      for (Sample<?> sample : samples) {
        Optional<Outcome<R>> unmet = unmet(info, sample);
        if (unmet.isPresent()) {
          return unmet.get();
        }
      }
      return formula.get();
    } catch (ArithmeticException e) {
      return undefined(Condition.REPRESENTABLE, String.valueOf(e.getMessage()));
    }
  }

  /** Returns whether there is a value. */
  default boolean isKnown() {
    return this instanceof Known;
  }

  /** Returns the value, if there is one. */
  default Optional<R> find() {
    return this instanceof Known<R> known ? Optional.of(known.value()) : Optional.empty();
  }

  /**
   * Returns the value.
   *
   * @throws NoSuchElementException if there is none; the message says why
   */
  default R get() {
    return find().orElseThrow(() -> new NoSuchElementException(toString()));
  }

  /** Returns the outcome with its value changed. */
  default <T> Outcome<T> map(Function<? super R, ? extends T> change) {
    return flatMap(value -> new Known<T>(change.apply(value)));
  }

  /** Returns the outcome of what comes next; what has no value stays so, for its own reason. */
  default <T> Outcome<T> flatMap(Function<? super R, Outcome<T>> next) {
    if (this instanceof Known<R> known) {
      return next.apply(known.value());
    }
    Undefined<R> undefined = (Undefined<R>) this;
    return new Undefined<>(undefined.requirement(), undefined.detail());
  }
}
