package hopfilm.readout;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.WeightContrast;
import hopfilm.transport.ResistanceMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What an ohmmeter reads of a film before and after training.
 *
 * @param instrument that reads
 * @param pairs of contacts that the film connects
 * @param patterns that were trained and drive a current, all contacts of one sign joined
 * @param steady drift with which all pairs have {@link Reading#SEEN} sigma; 0 where no steadier
 *     film has so many [K]
 * @param all the best linear decision with the drift of the instrument
 * @param ratios the best that an even drift leaves alone; empty where no more than one pair can be
 *     read
 */
public record Readout(
    Instrument instrument,
    List<Pair> pairs,
    List<OfPattern> patterns,
    Decision all,
    double steady,
    Optional<Ratios> ratios) {

  /** Digits of a reading that no ohmmeter has; so much noise is assumed where there is none. */
  private static final double NO_DIGIT = 1e-10;

  /** A pair of electrodes, in their order. */
  public record Pair(int a, int b, Reading reading) {}

  /**
   * A pattern: its contacts + joined against those - joined.
   *
   * @param contrast how R fell between unlike and like signs, relative to R, and the scatter from
   *     pair to pair; empty with fewer than three pairs or one kind
   */
  public record OfPattern(Pattern pattern, Reading reading, Optional<WeightContrast> contrast) {

    /**
     * By how many standard errors R fell more between unlike signs than between like ones: the
     * difference of the two means over scatter sqrt(1/unlike pairs + 1/like pairs).
     */
    public OptionalDouble apart() {
      double n = pattern.size();
      double plus = 0;
      for (int k = 0; k < n; k++) {
        plus += pattern.sign(k) > 0 ? 1 : 0;
      }
      double unlike = plus * (n - plus);
      double error = Math.sqrt(1 / unlike + 1 / (n * (n - 1) / 2 - unlike));
      return contrast.map(c -> OptionalDouble.of(c.ratio() / error)).orElse(OptionalDouble.empty());
    }
  }

  /**
   * The decision by ratios.
   *
   * @param decision as of all pairs
   * @param uneven change of its sum, root mean square, for 1 K by which the temperature differs
   *     from pair to pair [1/K]
   */
  public record Ratios(Decision decision, double uneven) {

    /** Differences of temperature within the film that leave so many sigma [K]. */
    public double differencesAt(double sigma) {
      double allowed = Math.pow(decision.signal() / sigma, 2) - decision.variance();
      return allowed > 0 ? Math.sqrt(allowed) / uneven : 0;
    }
  }

  public Readout {
    pairs = List.copyOf(pairs);
    patterns = List.copyOf(patterns);
  }

  /**
   * Reads a film.
   *
   * @throws IllegalArgumentException if no two of its contacts are connected
   */
  public static Readout of(TrainedFilm film, Instrument with) {
    ResistanceMatrix before = ResistanceMatrix.of(film.before());
    ResistanceMatrix after = ResistanceMatrix.of(film.after());
    int n = film.names().size();
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        double first = before.between(a, b);
        double second = after.between(a, b);
        if (Double.isFinite(first) && Double.isFinite(second)) {
          double[] shares = new double[n];
          shares[a] = 1;
          shares[b] = 1;
          double magnetic =
              film.magnetic() == null ? 0 : with.current() * film.magnetic().deviation()[a][b];
          pairs.add(new Pair(a, b, reading(film, with, first, second, shares, magnetic)));
        }
      }
    }
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("the film connects no two contacts");
    }
    Fisher best = Fisher.of(film, pairs);
    double tcr = with.tcr();
    return new Readout(
        with,
        pairs,
        film.patterns().stream()
            .filter(p -> drives(film.before(), p) && drives(film.after(), p))
            .map(p -> pattern(film, with, p, pairs))
            .toList(),
        best.decision(film, pairs, tcr, with.relativeDrift()),
        best.steady() == 0 ? 0 : best.steady() / Math.abs(tcr),
        pairs.size() < 2 ? Optional.empty() : Optional.of(best.ratios(film, pairs, tcr)));
  }

  /**
   * The reading of a pattern, whose n electrodes are at V or -V: 2 V of voltage drive the current I
   * = V s.G s/2, so R = 4/(s.G s) with s the signs. A contact k takes I_k of it, and so (I_k/I)^2
   * of its resistance is in R.
   */
  private static OfPattern pattern(TrainedFilm film, Instrument with, Pattern p, List<Pair> pairs) {
    double[] currents = currents(film.before(), p);
    double total = dot(currents, p) / 2;
    double[] shares = Arrays.stream(currents).map(i -> i * i / (total * total)).toArray();
    double second = 2 / (dot(currents(film.after(), p), p) / 2);
    Reading reading = reading(film, with, 2 / total, second, shares, 0);
    int n = film.names().size();
    double[][] relative = new double[n][n];
    for (Pair pair : pairs) {
      relative[pair.a][pair.b] = pair.reading.change() / pair.reading.before();
      relative[pair.b][pair.a] = relative[pair.a][pair.b];
    }
    return new OfPattern(
        p,
        reading,
        pairs.size() < n * (n - 1) / 2 ? Optional.empty() : WeightContrast.of(relative, p));
  }

  /** Whether more than errors of the solution flows: film may connect only contacts of one sign. */
  private static boolean drives(double[][] g, Pattern p) {
    double largest = 0;
    for (int k = 0; k < g.length; k++) {
      largest = Math.max(largest, g[k][k]);
    }
    return dot(currents(g, p), p) > 1e-9 * largest;
  }

  private static double[] currents(double[][] g, Pattern p) {
    return Arrays.stream(g).mapToDouble(row -> dot(row, p)).toArray();
  }

  private static double dot(double[] x, Pattern p) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += x[k] * p.sign(k);
    }
    return sum;
  }

  private static Reading reading(
      TrainedFilm film,
      Instrument with,
      double before,
      double after,
      double[] shares,
      double magnetic) {
    double inContacts = 0;
    double squares = 0;
    for (int k = 0; k < shares.length; k++) {
      inContacts += shares[k] * film.contacts().ohm()[k];
      squares += Math.pow(shares[k] * film.contacts().scatter()[k], 2);
    }
    double ofFilm = before - inContacts;
    return new Reading(
        before,
        after,
        ofFilm,
        with.current(),
        with.time(),
        new Reading.Noise(
            with.johnson(film.temperature(), before),
            with.amplifier(),
            magnetic == 0 ? 0 : magnetic * film.magnetic().kept(with.time()),
            with.current() * Math.sqrt(squares),
            with.current() * Math.abs(ofFilm) * with.relativeDrift()));
  }

  /**
   * The best linear decision: R. A. Fisher, Ann. Eugen. 7, 179 (1936),
   * doi:10.1111/j.1469-1809.1936.tb02137.x. With d the changes, f the resistances of the film
   * itself and s the relative drift, the covariance is C = M + s^2 f f^T and the weights are
   *
   * <pre>
   *   w = C^-1 d = M^-1 d - s^2 (f.M^-1 d)/(1 + s^2 f.M^-1 f) M^-1 f
   *   sigma^2 = d.C^-1 d = d.M^-1 d - s^2 (f.M^-1 d)^2/(1 + s^2 f.M^-1 f)
   * </pre>
   *
   * @param change M^-1 d
   * @param even M^-1 f
   * @param dd d.M^-1 d
   * @param df f.M^-1 d
   * @param ff f.M^-1 f
   */
  private record Fisher(double[] change, double[] even, double dd, double df, double ff) {

    private static Fisher of(TrainedFilm film, List<Pair> pairs) {
      double[] d = pairs.stream().mapToDouble(p -> p.reading.change()).toArray();
      double[] f = pairs.stream().mapToDouble(p -> p.reading.film()).toArray();
      Disturbances m =
          new Disturbances(
              pairs.stream().mapToDouble(p -> variance(p.reading)).toArray(),
              pairs.stream().map(p -> new int[] {p.a, p.b}).toArray(int[][]::new),
              film.contacts().scatter());
      double[] change = m.solve(d);
      double[] even = m.solve(f);
      return new Fisher(change, even, product(d, change), product(f, change), product(f, even));
    }

    /** Of noise [Ohm^2]. */
    private static double variance(Reading r) {
      double ohm = Math.max(r.noise().averaged() / r.current(), NO_DIGIT * Math.abs(r.before()));
      return ohm * ohm;
    }

    private Decision decision(TrainedFilm film, List<Pair> pairs, double tcr, double drift) {
      double[] w = weights(drift * drift * df / (1 + drift * drift * ff));
      return Readout.decision(film, pairs, w, tcr * sum(w, pairs, Reading::film));
    }

    /**
     * The limit of a large drift: an even change by a factor adds up to zero, as if readings were
     * divided by one of them. A drift still makes the signal itself grow.
     */
    private Ratios ratios(TrainedFilm film, List<Pair> pairs, double tcr) {
      double[] w = weights(ff == 0 ? 0 : df / ff);
      double squares = 0;
      for (int p = 0; p < w.length; p++) {
        squares += Math.pow(w[p] * pairs.get(p).reading.film() * tcr, 2);
      }
      double grows = sum(w, pairs, Reading::change) * tcr;
      return new Ratios(Readout.decision(film, pairs, w, grows), Math.sqrt(squares));
    }

    private double[] weights(double part) {
      double[] w = change.clone();
      for (int p = 0; p < w.length; p++) {
        w[p] -= part * even[p];
      }
      return w;
    }

    /** Relative drift that leaves so many sigma as are seen; 0 and infinity as for kelvins. */
    private double steady() {
      double spare = dd - Reading.SEEN * Reading.SEEN;
      double lost = df * df - spare * ff;
      return spare <= 0 ? 0 : lost <= 0 ? Double.POSITIVE_INFINITY : Math.sqrt(spare / lost);
    }

    private static double product(double[] x, double[] y) {
      double sum = 0;
      for (int p = 0; p < x.length; p++) {
        sum += x[p] * y[p];
      }
      return sum;
    }
  }

  /** Contacts are shared by pairs, so that their scatter adds up before it is squared. */
  private static Decision decision(
      TrainedFilm film, List<Pair> pairs, double[] w, double perKelvin) {
    double variance = 0;
    double[] atContact = new double[film.names().size()];
    for (int p = 0; p < w.length; p++) {
      Pair pair = pairs.get(p);
      variance += Math.pow(w[p] * pair.reading.noise().averaged() / pair.reading.current(), 2);
      atContact[pair.a] += w[p];
      atContact[pair.b] += w[p];
    }
    for (int k = 0; k < atContact.length; k++) {
      variance += Math.pow(atContact[k] * film.contacts().scatter()[k], 2);
    }
    return new Decision(
        w,
        pairs.stream().mapToDouble(p -> p.reading.before()).toArray(),
        sum(w, pairs, Reading::change),
        variance,
        perKelvin);
  }

  private static double sum(double[] w, List<Pair> pairs, ToDoubleFunction<Reading> of) {
    double sum = 0;
    for (int p = 0; p < w.length; p++) {
      sum += w[p] * of.applyAsDouble(pairs.get(p).reading);
    }
    return sum;
  }

  /** How far trained and untrained are apart, by all pairs, with the drift of the instrument. */
  public double sigma() {
    return all.sigma(instrument.drift());
  }

  /** How long it takes to read all pairs, one after another [s]. */
  public double time() {
    return pairs.size() * instrument.time();
  }
}
