package org.resourceequity.progressivity;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.resourceequity.metric.MetricInfo;
import org.resourceequity.metric.Outcome;
import org.resourceequity.metric.Profile;
import org.resourceequity.metric.UnitValues;
import org.resourceequity.sample.PairedSample;

/** One quotient per unit that counts; undefined if what a unit is compared with is not positive. */
final class UnitProfile implements Profile<PairedSample> {

  private final MetricInfo info;
  private final Function<PairedSample, double[]> of;
  private final Function<PairedSample, double[]> by;

  UnitProfile(
      MetricInfo info, Function<PairedSample, double[]> of, Function<PairedSample, double[]> by) {
    this.info = info;
    this.of = of;
    this.by = by;
  }

  @Override
  public MetricInfo info() {
    return info;
  }

  @Override
  public UnitValues formula(PairedSample sample) {
    return measure(sample).get();
  }

  @Override
  public Outcome<UnitValues> measure(PairedSample sample) {
    return Outcome.of(info, List.of(sample), () -> quotients(sample));
  }

  private Outcome<UnitValues> quotients(PairedSample sample) {
    double[] numerator = of.apply(sample);
    double[] denominator = by.apply(sample);
    int[] counted = IntStream.range(0, sample.size()).filter(sample::counts).toArray();
    double[] quotients = new double[counted.length];
    for (int i = 0; i < quotients.length; i++) {
      int unit = counted[i];
      if (!(denominator[unit] > 0)) {
        return Outcome.undefined(
            FoundWhileMeasuring.TOTAL,
            "unit " + sample.units().key(unit) + " is compared with " + denominator[unit]);
      }
      quotients[i] = numerator[unit] / denominator[unit];
    }
    List<String> keys = Arrays.stream(counted).mapToObj(unit -> sample.units().key(unit)).toList();
    return Outcome.of(UnitValues.of(keys, Finite.all(quotients)));
  }

  @Override
  public String toString() {
    return info.id();
  }
}
