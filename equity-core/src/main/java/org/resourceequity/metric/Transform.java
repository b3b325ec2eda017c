package org.resourceequity.metric;

import org.resourceequity.internal.Checks;

/**
 * A function that makes one sample of another, or the weights and tables for one: it is no measure,
 * but what is done before measuring.
 *
 * @param key key in the metric specification, such as "NA-WPU"; empty if it has none
 * @param owner class of the static function, or of the sample that has it
 * @param method name of the function
 * @param does what it does, in a few words
 * @param reference author, year, title, DOI or law; empty where it is arithmetic alone
 */
public record Transform(String key, Class<?> owner, String method, String does, String reference) {

  /** Checks that it says what it does. */
  public Transform {
    Checks.notBlank(method, "method");
    Checks.notBlank(does, "what " + method + " does");
  }

  /** Returns the class and the function: "WeightSet.weightedStudents". */
  public String name() {
    return owner.getSimpleName() + "." + method;
  }
}
