package org.resourceequity.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.resourceequity.internal.Checks;
import org.resourceequity.sample.Requirement;
import org.resourceequity.sample.Sample;

/**
 * What is known about a metric without running it.
 *
 * @param id kebab case, stable for ever; parameters follow a colon: "atkinson:0.5"
 * @param key key in the metric specification: "HD-GINI"
 * @param also further keys that it answers, each with how: the exposure gap of a share of novice
 *     teachers is "AC-NOVICE"
 * @param version definition version, raised when the number changes
 * @param name the field's name
 * @param sample the kind of sample it measures
 * @param low smallest possible value
 * @param high largest possible value
 * @param unit unit of the value in words; "" for a pure number
 * @param direction what a higher value says
 * @param requires what must hold; checked in this order, the first unmet one is the reason
 * @param axioms what it claims
 * @param formula LaTeX
 * @param reading one sentence a parent understands; "{value}" stands for the number
 * @param reference author, year, title, DOI or law
 */
public record MetricInfo(
    String id,
    String key,
    Map<String, String> also,
    int version,
    String name,
    Class<? extends Sample<?>> sample,
    double low,
    double high,
    String unit,
    Direction direction,
    List<Requirement> requires,
    Set<Axiom> axioms,
    String formula,
    String reading,
    String reference) {

  /** Checks that nothing is blank. */
  public MetricInfo {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*(:[a-z0-9.,=-]+)?")) {
      throw new IllegalArgumentException(
          "metric id is \"" + id + "\", expected kebab case such as \"gini\" or \"atkinson:0.5\"");
    }
    Checks.notBlank(name, "name of " + id);
    Checks.notBlank(formula, "formula of " + id);
    Checks.notBlank(reading, "reading of " + id);
    Checks.notBlank(reference, "reference of " + id);
    also = Collections.unmodifiableMap(new LinkedHashMap<>(also));
    requires = List.copyOf(requires);
    axioms = Set.copyOf(axioms);
  }

  /** Returns a builder. */
  public static Builder of(String id, String key, String name, Class<? extends Sample<?>> sample) {
    return new Builder(id, key, name, sample);
  }

  /** Returns whether the metric answers a key of the metric specification. */
  public boolean answers(String anyKey) {
    return key.equals(anyKey) || also.containsKey(anyKey);
  }

  /** Returns whether the metric claims an axiom. */
  public boolean claims(Axiom axiom) {
    return axioms.contains(axiom);
  }

  /** Collects the parts of a {@link MetricInfo}. */
  public static final class Builder {
    private final String id;
    private final String key;
    private final String name;
    private final Class<? extends Sample<?>> sample;
    private final Map<String, String> also = new LinkedHashMap<>();
    private int version = 1;
    private double low = -Double.MAX_VALUE;
    private double high = Double.MAX_VALUE;
    private String unit = "";
    private Direction direction = Direction.NEUTRAL;
    private final List<Requirement> requires = new ArrayList<>();
    private final EnumSet<Axiom> axioms = EnumSet.noneOf(Axiom.class);
    private String formula = "";
    private String reading = "";

    private Builder(String id, String key, String name, Class<? extends Sample<?>> sample) {
      this.id = id;
      this.key = key;
      this.name = name;
      this.sample = sample;
    }

    /**
     * Adds a further key that the metric answers.
     *
     * @param how what it is there, and of which sample
     */
    public Builder also(String key, String how) {
      also.put(key, Checks.notBlank(how, "how it answers " + key));
      return this;
    }

    /** Sets the definition version, 1 if not set. */
    public Builder version(int version) {
      this.version = version;
      return this;
    }

    /** Sets the range; without it the metric may take any value. */
    public Builder range(double low, double high) {
      this.low = low;
      this.high = high;
      return this;
    }

    /** Sets the unit in words. */
    public Builder unit(String unit) {
      this.unit = unit;
      return this;
    }

    /** Sets what a higher value says. */
    public Builder direction(Direction direction) {
      this.direction = direction;
      return this;
    }

    /** Adds requirements, checked in this order. */
    public Builder requires(Requirement... requirements) {
      requires.addAll(List.of(requirements));
      return this;
    }

    /** Adds claims. */
    public Builder claims(Axiom... claims) {
      axioms.addAll(List.of(claims));
      return this;
    }

    /** Sets the formula, in LaTeX. */
    public Builder formula(String formula) {
      this.formula = formula;
      return this;
    }

    /** Sets the reading, with "{value}" for the number. */
    public Builder reading(String reading) {
      this.reading = reading;
      return this;
    }

    /** Sets the reference and returns the finished information. */
    public MetricInfo reference(String reference) {
      return new MetricInfo(
          id, key, also, version, name, sample, low, high, unit, direction, requires, axioms,
          formula, reading, reference);
    }
  }
}
