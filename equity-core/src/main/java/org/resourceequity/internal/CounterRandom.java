package org.resourceequity.internal;

/**
 * Random numbers that depend on nothing but a seed, a stream and a place in it: replicate 7 of a
 * bootstrap draws the same numbers on any machine and any number of threads.
 *
 * <p>The generator is Philox 4x32 with ten rounds: Salmon, J. K. et al. (2011), Parallel random
 * numbers: as easy as 1, 2, 3, doi:10.1145/2063384.2063405. One instance is for one thread.
 */
public final class CounterRandom {

  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final int ROUNDS = 10;

  /** Words made at once: the processor works on several blocks of four side by side. */
  private static final int WORDS = 32;

  private static final long LOW = 0xFFFFFFFFL;

  /** From this mean on, rejection is faster than inversion. */
  private static final double MEAN_FOR_REJECTION = 10;

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  /** Stirling's error of small factorials, exactly; a series gives the others. */
  private static final double[] STIRLING = corrections();

  private final int key0;
  private final int key1;
  private final int stream0;
  private final int stream1;
  private long block;
  private final int[] words = new int[WORDS];
  private int used = WORDS;

  /** Makes the generator of one stream. Streams of one seed are independent. */
  public CounterRandom(long seed, long stream) {
    key0 = (int) seed;
    key1 = (int) (seed >>> 32);
    stream0 = (int) stream;
    stream1 = (int) (stream >>> 32);
  }

  /** Writes the four random words that belong to a counter and a key, from a place on. */
  static void philox(int c0, int c1, int c2, int c3, int k0, int k1, int[] words, int at) {
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * (c0 & LOW);
      long product1 = MULTIPLIER_1 * (c2 & LOW);
      c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
      c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
      c1 = (int) product1;
      c3 = (int) product0;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    words[at] = c0;
    words[at + 1] = c1;
    words[at + 2] = c2;
    words[at + 3] = c3;
  }

  private int nextWord() {
    if (used == WORDS) {
      for (int at = 0; at < WORDS; at += 4) {
        philox((int) block, (int) (block >>> 32), stream0, stream1, key0, key1, words, at);
        block++;
      }
      used = 0;
    }
    return words[used++];
  }

  /** Returns the next 64 random bits. */
  public long nextLong() {
    long high = nextWord();
    return (high << 32) | (nextWord() & LOW);
  }

  /** Returns a number from 0, inclusive, to 1, exclusive, with 53 random bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Returns a whole number from 0 to {@code bound - 1}, each equally likely. */
  public int nextInt(int bound) {
    Checks.within(bound, 1, Integer.MAX_VALUE, "bound");
    // The product with a 32-bit word is rejected where the low part would favour some numbers.
    long product = (nextWord() & LOW) * bound;
    long threshold = (LOW + 1) % bound;
    while ((product & LOW) < threshold) {
      product = (nextWord() & LOW) * bound;
    }
    return (int) (product >>> 32);
  }

  /** Shuffles positions, each order equally likely: Fisher and Yates. */
  public void shuffle(int[] positions) {
    for (int i = positions.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swap = positions[i];
      positions[i] = positions[j];
      positions[j] = swap;
    }
  }

  /**
   * Returns how many of {@code n} independent trials succeed, each with probability {@code p}.
   *
   * <p>By inversion where few are expected; else by transformed rejection: Hörmann, W. (1993), The
   * generation of binomial random variates, doi:10.1080/00949659308811496.
   *
   * @param n trials, not negative
   * @param p probability, from 0 to 1
   */
  public long binomial(long n, double p) {
    if (n == 0 || p <= 0) {
      return 0;
    }
    if (p >= 1) {
      return n;
    }
    if (p > 0.5) {
      return n - binomial(n, 1 - p);
    }
    return n * p < MEAN_FOR_REJECTION ? byInversion(n, p) : byRejection(n, p);
  }

  private long byInversion(long n, double p) {
    double odds = p / (1 - p);
    double atZero = Math.exp(n * Math.log1p(-p));
    while (true) {
      double rest = nextDouble();
      double probability = atZero;
      for (long k = 0; k <= n && k < 150; k++) {
        if (rest < probability) {
          return k;
        }
        rest -= probability;
        probability *= odds * (n - k) / (k + 1);
      }
    }
  }

  private long byRejection(long n, double p) {
    double odds = p / (1 - p);
    double spread = Math.sqrt(n * p * (1 - p));
    double b = 1.15 + 2.53 * spread;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double c = n * p + 0.5;
    double alpha = (2.83 + 5.1 / b) * spread;
    double insideBox = 0.92 - 4.2 / b;
    double mode = Math.floor((n + 1) * p);
    while (true) {
      double u = nextDouble() - 0.5;
      double v = nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + c);
      if (k < 0 || k > n) {
        continue;
      }
      if (us >= 0.07 && v <= insideBox) {
        return (long) k;
      }
      double bound =
          (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1)))
              + (n + 1) * Math.log((n - mode + 1) / (n - k + 1))
              + (k + 0.5) * Math.log(odds * (n - k + 1) / (k + 1))
              + stirling(mode)
              + stirling(n - mode)
              - stirling(k)
              - stirling(n - k);
      if (Math.log(v * alpha / (a / (us * us) + b)) <= bound) {
        return (long) k;
      }
    }
  }

  /**
   * Returns how many of {@code draws} things drawn without replacement are marked, of {@code all}
   * things of which {@code marked} are. By inversion outward from the most likely number, which
   * takes as many steps as a standard deviation.
   *
   * @param all number of things, at least the two others
   */
  public long hypergeometric(long all, long marked, long draws) {
    long low = Math.max(0, draws + marked - all);
    long high = Math.min(draws, marked);
    if (low == high) {
      return low;
    }
    double unmarked = (double) (all - marked);
    long mode =
        Math.min(high, Math.max(low, (long) ((draws + 1.0) * (marked + 1.0) / (all + 2.0))));
    double atMode =
        Math.exp(
            logChoose((double) marked, (double) mode)
                + logChoose(unmarked, (double) (draws - mode))
                - logChoose((double) all, (double) draws));
    while (true) {
      double rest = nextDouble() - atMode;
      if (rest < 0) {
        return mode;
      }
      long up = mode;
      long down = mode;
      double above = atMode;
      double below = atMode;
      while (up < high || down > low) {
        if (up < high) {
          above *=
              (double) (marked - up) * (draws - up) / ((up + 1.0) * (unmarked - draws + up + 1));
          up++;
          rest -= above;
          if (rest < 0) {
            return up;
          }
        }
        if (down > low) {
          below *=
              down * (unmarked - draws + down) / ((marked - down + 1.0) * (draws - down + 1.0));
          down--;
          rest -= below;
          if (rest < 0) {
            return down;
          }
        }
      }
    }
  }

  private static double logChoose(double n, double k) {
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  }

  private static double logFactorial(double k) {
    return stirling(k) + HALF_LOG_TWO_PI + (k + 0.5) * Math.log(k + 1) - (k + 1);
  }

  /** Returns ln k! less Stirling's approximation at k + 1, as the rejection needs it. */
  private static double stirling(double k) {
    if (k < STIRLING.length) {
      return STIRLING[(int) k];
    }
    double next = k + 1;
    double square = next * next;
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / next;
  }

  private static double[] corrections() {
    double[] corrections = new double[10];
    double logFactorial = 0;
    for (int k = 0; k < corrections.length; k++) {
      logFactorial += k == 0 ? 0 : Math.log(k);
      corrections[k] = logFactorial - (HALF_LOG_TWO_PI + (k + 0.5) * Math.log(k + 1.0) - (k + 1));
    }
    return corrections;
  }
}
