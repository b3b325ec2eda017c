package org.resourceequity.reference;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;

/** Arithmetic on columns, as the cases write it: {@code log(enroll * poverty_rate / 100)}. */
final class Expression {

  private final String text;
  private final Function<String, double[]> columns;
  private final int rows;
  private int at;

  private Expression(String text, int rows, Function<String, double[]> columns) {
    this.text = text;
    this.rows = rows;
    this.columns = columns;
  }

  /** Returns the values of an expression, row by row. */
  static double[] evaluate(String text, int rows, Function<String, double[]> columns) {
    Expression expression = new Expression(text, rows, columns);
    double[] values = expression.sum();
    if (expression.at < text.length()) {
      throw new IllegalArgumentException("cannot read \"" + text + "\" from " + expression.at);
    }
    return values;
  }

  private double[] sum() {
    double[] left = product();
    while (true) {
      if (skip('+')) {
        left = combine(left, product(), Double::sum);
      } else if (skip('-')) {
        left = combine(left, product(), (a, b) -> a - b);
      } else {
        return left;
      }
    }
  }

  private double[] product() {
    double[] left = term();
    while (true) {
      if (skip('*')) {
        left = combine(left, term(), (a, b) -> a * b);
      } else if (skip('/')) {
        left = combine(left, term(), (a, b) -> a / b);
      } else {
        return left;
      }
    }
  }

  private double[] term() {
    if (skip('(')) {
      return closed();
    }
    int start = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || in("_."))) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.isEmpty()) {
      throw new IllegalArgumentException("cannot read \"" + text + "\" from " + at);
    }
    if (skip('(')) {
      double[] argument = closed();
      return switch (word) {
        case "I" -> argument;
        case "log" -> Arrays.stream(argument).map(Math::log).toArray();
        default -> throw new IllegalArgumentException("unknown function " + word);
      };
    }
    if (Character.isDigit(word.charAt(0))) {
      double[] constant = new double[rows];
      Arrays.fill(constant, Double.parseDouble(word));
      return constant;
    }
    return columns.apply(word);
  }

  private double[] closed() {
    double[] inner = sum();
    if (!skip(')')) {
      throw new IllegalArgumentException("no ) in \"" + text + "\" at " + at);
    }
    return inner;
  }

  private boolean in(String characters) {
    return characters.indexOf(text.charAt(at)) >= 0;
  }

  private boolean skip(char expected) {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      return true;
    }
    return false;
  }

  private static double[] combine(double[] a, double[] b, DoubleBinaryOperator operator) {
    double[] result = new double[a.length];
    Arrays.setAll(result, i -> operator.applyAsDouble(a[i], b[i]));
    return result;
  }
}
