package org.resourceequity.inequality;

import static org.resourceequity.inequality.InequalityMetrics.CV;
import static org.resourceequity.inequality.InequalityMetrics.GINI;
import static org.resourceequity.inequality.InequalityMetrics.THEIL_T;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.resourceequity.metric.Measure;
import org.resourceequity.metric.Metric;
import org.resourceequity.metric.MetricId;
import org.resourceequity.metric.MetricProvider;
import org.resourceequity.sample.Distribution;

/** Lists the decompositions and comparisons of this package for the catalog. */
public final class DecompositionProvider implements MetricProvider {

  private static final String LEVEL = "district";

  @Override
  public List<Measure<?, ?>> measures() {
    List<Measure<?, ?>> measures = new ArrayList<>();
    for (Metric<Distribution> index : List.of(GINI, CV, THEIL_T)) {
      measures.add(DecompositionMetrics.nested(index));
      measures.add(DecompositionMetrics.change(index, LEVEL));
      for (FactorShapley.Removal removal : FactorShapley.Removal.values()) {
        measures.add(DecompositionMetrics.shapley(index, removal));
      }
    }
    for (Metric<Distribution> index :
        List.of(
            InequalityMetrics.HOOVER,
            InequalityMetrics.THEIL_L,
            InequalityMetrics.generalisedEntropy(2),
            RankMetrics.sGini(3),
            RankMetrics.BONFERRONI)) {
      measures.add(DecompositionMetrics.nested(index));
    }
    measures.add(DecompositionMetrics.nested(InequalityMetrics.atkinson(0.5)));
    measures.add(DecompositionMetrics.nestedProduct(0.5));
    measures.add(DecompositionMetrics.shareOfMaximum(GINI));
    measures.add(DecompositionMetrics.entropyWithin(1, LEVEL));
    for (AtkinsonDecomposition.Order order : AtkinsonDecomposition.Order.values()) {
      measures.add(DecompositionMetrics.atkinsonDecomposition(0.5, order));
      measures.add(DecompositionMetrics.atkinsonDecomposition(1, order));
    }
    for (GiniDecomposition.Method method : GiniDecomposition.Method.values()) {
      measures.add(DecompositionMetrics.giniDecomposition(method));
    }
    for (SourceDecomposition.Method method : SourceDecomposition.Method.values()) {
      measures.add(DecompositionMetrics.bySource(method));
    }
    for (TheilChange.Form form : TheilChange.Form.values()) {
      measures.add(new TheilChange(form, LEVEL));
    }
    measures.add(DecompositionMetrics.GENERALISED_LORENZ_DOMINANCE);
    measures.add(DecompositionMetrics.ABSOLUTE_LORENZ_DOMINANCE);
    measures.add(DecompositionMetrics.FIRST_ORDER_DOMINANCE);
    return measures;
  }

  @Override
  public Optional<Measure<?, ?>> parse(String text) {
    MetricId id = MetricId.of(text);
    return switch (id.name()) {
      case WithinByParent.NAME ->
          Optional.of(DecompositionMetrics.entropyWithin(id.atMost(2).number(0), id.text(1)));
      case AtkinsonDecomposition.NAME -> Optional.of(atkinson(id.atMost(2)));
      case "theil-l-change" -> Optional.of(DecompositionMetrics.theilLChange(id.atMost(1).text(0)));
      case "theil-l-change-approximate" ->
          Optional.of(DecompositionMetrics.theilLChangeApproximate(id.atMost(1).text(0)));
      case "theil-t-change" -> Optional.of(DecompositionMetrics.theilTChange(id.atMost(1).text(0)));
      case "nested-product-atkinson" ->
          Optional.of(DecompositionMetrics.nestedProduct(id.number()));
      default -> ofIndex(id);
    };
  }

  private static Measure<?, ?> atkinson(MetricId id) {
    for (AtkinsonDecomposition.Order order : AtkinsonDecomposition.Order.values()) {
      if (order.id().equals(id.text(1))) {
        return DecompositionMetrics.atkinsonDecomposition(id.number(0), order);
      }
    }
    throw new IllegalArgumentException(
        "\""
            + id.text()
            + "\" has the order \""
            + id.text(1)
            + "\", expected one of "
            + Arrays.stream(AtkinsonDecomposition.Order.values())
                .map(AtkinsonDecomposition.Order::id)
                .toList());
  }

  /** Returns the decomposition of an index whose id follows a prefix: "nested-atkinson:0.5". */
  private static Optional<Measure<?, ?>> ofIndex(MetricId id) {
    String text = id.text();
    if (text.startsWith(NestedInequality.PREFIX)) {
      return index(text.substring(NestedInequality.PREFIX.length()))
          .map(DecompositionMetrics::nested);
    }
    if (text.startsWith(ShareOfMaximum.PREFIX)) {
      return index(text.substring(ShareOfMaximum.PREFIX.length()))
          .map(DecompositionMetrics::shareOfMaximum);
    }
    for (FactorShapley.Removal removal : FactorShapley.Removal.values()) {
      String prefix = FactorShapley.PREFIX + removal.id() + "-";
      if (text.startsWith(prefix)) {
        return index(text.substring(prefix.length()))
            .map(index -> DecompositionMetrics.shapley(index, removal));
      }
    }
    return text.startsWith(ShapleyChange.PREFIX) ? change(id) : Optional.empty();
  }

  /**
   * The last parameter is the level, those before are the index's: "change-atkinson:1,district".
   */
  private static Optional<Measure<?, ?>> change(MetricId id) {
    int last = id.parameters().size() - 1;
    String level = id.text(Math.max(0, last));
    String name = id.name().substring(ShapleyChange.PREFIX.length());
    String parameters = String.join(",", id.parameters().subList(0, last));
    return index(parameters.isEmpty() ? name : name + ":" + parameters)
        .map(index -> DecompositionMetrics.change(index, level));
  }

  @SuppressWarnings("unchecked") // MetricInfo.sample() says which kind it takes.
  private static Optional<Metric<Distribution>> index(String id) {
    InequalityProvider indices = new InequalityProvider();
    return indices.measures().stream()
        .filter(measure -> measure.info().id().equals(id))
        .findFirst()
        .or(() -> indices.parse(id))
        .filter(measure -> measure instanceof Metric)
        .map(measure -> (Metric<Distribution>) measure);
  }
}
