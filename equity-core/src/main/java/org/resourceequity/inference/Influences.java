package org.resourceequity.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.resourceequity.internal.ExactSum;

/**
 * The influence of each draw on an estimate. What is computed from two estimates has influences
 * that are sums, draw by draw, so draws that both share must be found.
 */
sealed interface Influences {

  /** Returns {@code ofThis} times these plus {@code ofOther} times the others, of the same kind. */
  Influences combine(double ofThis, Influences other, double ofOther);

  /** Returns the covariance of two estimates with these and the other influences. */
  double covariance(Influences other);

  /** Units or clusters as draws, matched by their keys. */
  final class OfUnits implements Influences {
    private final List<String> keys;
    private final double[] influence;

    OfUnits(List<String> keys, double[] influence) {
      this.keys = keys;
      this.influence = influence;
    }

    @Override
    public Influences combine(double ofThis, Influences other, double ofOther) {
      OfUnits that = (OfUnits) other;
      List<String> union = union(that);
      double[] first = over(union);
      double[] second = that.over(union);
      double[] sum = new double[union.size()];
      for (int k = 0; k < sum.length; k++) {
        sum[k] = ofThis * first[k] + ofOther * second[k];
      }
      return new OfUnits(union, sum);
    }

    /** With n / (n - 1), n the draws of either. */
    @Override
    public double covariance(Influences other) {
      OfUnits that = (OfUnits) other;
      List<String> union = union(that);
      double[] first = over(union);
      double[] second = that.over(union);
      ExactSum sum = new ExactSum();
      for (int k = 0; k < first.length; k++) {
        sum.add(first[k] * second[k]);
      }
      return sum.value() * union.size() / (union.size() - 1);
    }

    /** Returns these keys, then those that only the other has. */
    private List<String> union(OfUnits that) {
      if (keys.equals(that.keys)) {
        return keys;
      }
      Map<String, Integer> place = places(keys);
      List<String> union = new ArrayList<>(keys);
      for (String key : that.keys) {
        if (!place.containsKey(key)) {
          union.add(key);
        }
      }
      return union;
    }

    private double[] over(List<String> union) {
      if (keys.equals(union)) {
        return influence;
      }
      Map<String, Integer> place = places(keys);
      double[] over = new double[union.size()];
      for (int k = 0; k < over.length; k++) {
        Integer at = place.get(union.get(k));
        over[k] = at == null ? 0 : influence[at];
      }
      return over;
    }

    private static Map<String, Integer> places(List<String> keys) {
      Map<String, Integer> place = new HashMap<>();
      keys.forEach(key -> place.put(key, place.size()));
      return place;
    }
  }

  /** Students as draws, from one or several tables. Those of two tables are never the same. */
  final class OfStudents implements Influences {
    private final List<Cells> tables;

    private OfStudents(List<Cells> tables) {
      this.tables = tables;
    }

    /**
     * @param units keys of the units: a table is known again by their list and its counts
     * @param students number of students of each cell
     * @param influence influence of each student of a cell
     */
    OfStudents(List<String> units, double[] students, double[] influence) {
      this(List.of(new Cells(units, students, influence)));
    }

    @Override
    public Influences combine(double ofThis, Influences other, double ofOther) {
      List<Cells> sum = new ArrayList<>();
      tables.forEach(table -> sum.add(table.times(ofThis)));
      for (Cells table : ((OfStudents) other).tables) {
        Cells more = table.times(ofOther);
        int same = 0;
        while (same < sum.size() && !sum.get(same).sameTable(more)) {
          same++;
        }
        if (same < sum.size()) {
          sum.set(same, sum.get(same).plus(more));
        } else {
          sum.add(more);
        }
      }
      return new OfStudents(sum);
    }

    @Override
    public double covariance(Influences other) {
      ExactSum sum = new ExactSum();
      for (Cells table : tables) {
        for (Cells that : ((OfStudents) other).tables) {
          if (table.sameTable(that)) {
            table.addCovariance(that, sum);
          }
        }
      }
      return sum.value();
    }

    /** The cells of one table. */
    private static final class Cells {
      private final List<String> units;
      private final double[] students;
      private final double[] influence;

      Cells(List<String> units, double[] students, double[] influence) {
        this.units = units;
        this.students = students;
        this.influence = influence;
      }

      boolean sameTable(Cells other) {
        return units == other.units && Arrays.equals(students, other.students);
      }

      Cells times(double factor) {
        double[] product = new double[influence.length];
        for (int c = 0; c < product.length; c++) {
          product[c] = factor * influence[c];
        }
        return new Cells(units, students, product);
      }

      Cells plus(Cells other) {
        double[] sum = new double[influence.length];
        for (int c = 0; c < sum.length; c++) {
          sum[c] = influence[c] + other.influence[c];
        }
        return new Cells(units, students, sum);
      }

      void addCovariance(Cells other, ExactSum sum) {
        for (int c = 0; c < students.length; c++) {
          sum.add(students[c] * (influence[c] * other.influence[c]));
        }
      }
    }
  }
}
