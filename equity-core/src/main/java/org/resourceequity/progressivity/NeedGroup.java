package org.resourceequity.progressivity;

import org.resourceequity.internal.ExactSum;
import org.resourceequity.sample.PairedSample;

/** Students of units with much or little need: how many, what they have, how far need goes. */
record NeedGroup(double weight, double mean, double smallestNeed, double largestNeed) {

  static NeedGroup of(PairedSample sample, double[] shares) {
    ExactSum weight = new ExactSum();
    ExactSum off = new ExactSum();
    // Means of differences to one value, so that equal values have equal means to the last digit.
    double base = sample.meanValue();
    double smallest = Double.MAX_VALUE;
    double largest = -Double.MAX_VALUE;
    for (int i = 0; i < shares.length; i++) {
      double part = sample.weight(i) * shares[i];
      if (part > 0) {
        weight.add(part);
        off.addProduct(part, sample.value(i) - base);
        smallest = Math.min(smallest, sample.need(i));
        largest = Math.max(largest, sample.need(i));
      }
    }
    return new NeedGroup(weight.value(), base + off.value() / weight.value(), smallest, largest);
  }
}
