package org.resourceequity;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Static functions that make one sample of another, or weights, and are no measures. */
final class Transforms {

  /** A function and what it does. */
  private record Transform(Class<?> owner, String method, String does) {
    Transform {
      List<Method> found =
          Arrays.stream(owner.getMethods())
              .filter(m -> m.getName().equals(method) && Modifier.isPublic(m.getModifiers()))
              .toList();
      if (found.isEmpty()) {
        throw new IllegalStateException("no public " + owner.getSimpleName() + "." + method);
      }
    }
  }

  private static final List<Transform> ALL =
      List.of(
          new Transform(
              org.resourceequity.sample.CrossTab.class,
              "pool",
              "units of a part become one unit: schools become districts"),
          new Transform(
              org.resourceequity.sample.CrossTab.class,
              "add",
              "counts of two tables are added: grades become schools"),
          new Transform(
              org.resourceequity.segregation.ProportionalFitting.class,
              "fit",
              "a table gets the sums of another and keeps its own structure"));

  private Transforms() {}

  static void write(Consumer<String> line) {
    line.accept("");
    line.accept("## Transforms");
    line.accept("");
    line.accept("No measures: what is done to a sample before it is measured.");
    line.accept("");
    line.accept("| function | what it does |");
    line.accept("|---|---|");
    for (Transform transform : ALL) {
      line.accept(
          "| `%s.%s` | %s |"
              .formatted(transform.owner().getSimpleName(), transform.method(), transform.does()));
    }
  }
}
