package hopfilm.claimpage;

import hopfilm.expression.Meaning;
import hopfilm.expression.Names;
import hopfilm.expression.Names.What;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowBank;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Statistics of films with a row, which are banks of pictures. The films of a page, in their order,
 * are sets of so many pictures, each picture in so many films, its tiles. Weights are a list, or
 * two: those that choose the row and those of the signs. Copies of the pictures have seeds of their
 * own, the same for each network.
 */
public final class BankStatistics extends Statistics {

  /** Copies of a picture at each share of wrong pixels. */
  private static final int COPIES = 1000;

  /** Those of them that decide whether a picture is held, and how many must be recalled. */
  private static final int TEST = 100;

  private static final int LEAST = 90;

  /** Between the seeds of copies of two sets. */
  private static final int SEEDS = 1000;

  private static final String NETWORKS =
      "films, dealt (weights dealt anew to the pixels), next (weights of the next set), nearest"
          + " (picture), hebb, pseudo-inverse";

  /** Copies of a picture whose pixels are each wrong with a probability. */
  private static final int DRAWS = 20;

  /**
   * Weights of the pixels of a picture.
   *
   * @param choosing those by which its row is chosen
   * @param signs those whose signs its pixels take
   */
  private record Weights(List<Double> choosing, List<Double> signs) {

    /** Of a list for both, or of one for each. */
    private static Weights of(List<?> reading) {
      return reading.get(0) instanceof List<?> choosing
          ? new Weights(numbers(choosing), numbers((List<?>) reading.get(1)))
          : new Weights(numbers(reading), numbers(reading));
    }

    private static List<Double> numbers(List<?> all) {
      return all.stream().map(Double.class::cast).toList();
    }

    private static Weights joined(List<Weights> tiles) {
      return new Weights(
          tiles.stream().flatMap(t -> t.choosing.stream()).toList(),
          tiles.stream().flatMap(t -> t.signs.stream()).toList());
    }

    private Weights dealt(Random random) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, signs.size()).boxed().toList());
      Collections.shuffle(order, random);
      return new Weights(
          order.stream().map(choosing::get).toList(), order.stream().map(signs::get).toList());
    }
  }

  /** The pictures of a set and the weights of its films. */
  private record Bank(List<Pattern> pictures, List<Weights> weights) {

    List<Weights> dealt(long seed) {
      Random random = new Random(seed);
      return weights.stream().map(row -> row.dealt(random)).toList();
    }

    int exact(UnaryOperator<Pattern> network, int picture, double flips, int copies, long seed) {
      Pattern p = pictures.get(picture);
      int wrong = (int) Math.max(1, Math.rint(flips * p.size()));
      return (int)
          RowBank.copies(p, wrong, copies, seed + picture).stream()
              .filter(c -> network.apply(c).equals(p))
              .count();
    }

    /** Mean cosine of answers and picture. */
    double cosine(UnaryOperator<Pattern> network, int picture, double flips, long seed) {
      Pattern p = pictures.get(picture);
      SplittableRandom random = new SplittableRandom(seed + picture);
      double sum = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        Pattern probe =
            Pattern.of(
                IntStream.range(0, p.size())
                    .map(k -> random.nextDouble() < flips ? -p.sign(k) : p.sign(k))
                    .toArray());
        sum += 1 - 2.0 * network.apply(probe).distance(p) / p.size();
      }
      return sum / DRAWS;
    }
  }

  private static List<Bank> banks(Column picture, Column weights, int pictures, int tiles) {
    List<Bank> all = new ArrayList<>();
    int films = picture.values().size();
    for (int first = 0; first + pictures * tiles <= films; first += pictures * tiles) {
      List<Pattern> texts = new ArrayList<>();
      List<Weights> rows = new ArrayList<>();
      for (int p = first; p < first + pictures * tiles; p += tiles) {
        texts.add(
            new Pattern(
                String.join(
                    "",
                    picture.values().subList(p, p + tiles).stream()
                        .map(String.class::cast)
                        .toList())));
        rows.add(
            Weights.joined(
                weights.values().subList(p, p + tiles).stream()
                    .map(v -> Weights.of((List<?>) v))
                    .toList()));
      }
      all.add(new Bank(texts, rows));
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "%d films are no set of %d pictures in %d films each".formatted(films, pictures, tiles));
    }
    return all;
  }

  private static UnaryOperator<Pattern> network(String name, List<Bank> banks, int set) {
    Bank own = banks.get(set);
    return switch (name) {
      case "films" -> bank(own.weights());
      case "dealt" -> bank(own.dealt(set));
      case "next" -> bank(banks.get((set + banks.size() - 1) % banks.size()).weights());
      case "nearest" -> c -> RowBank.nearest(own.pictures()).recall(c).picture();
      case "hebb" -> PairNetwork.hebb(own.pictures())::recall;
      case "pseudo-inverse" -> PairNetwork.pseudoInverse(own.pictures())::recall;
      default ->
          throw new IllegalArgumentException(
              "there is no network %s; networks: %s".formatted(name, NETWORKS));
    };
  }

  private static UnaryOperator<Pattern> bank(List<Weights> weights) {
    RowBank bank =
        new RowBank(
            weights.stream().map(Weights::choosing).toList(),
            weights.stream().map(Weights::signs).toList());
    return c -> bank.recall(c).picture();
  }

  /** A number of one picture of a set, by a network; copies have the seeds of their set. */
  private interface OfPicture {
    double of(Bank bank, UnaryOperator<Pattern> network, int picture, long seed);
  }

  /** The numbers of all pictures, set by set. */
  private static List<double[]> each(
      List<Bank> banks, String network, double seed, OfPicture number) {
    List<double[]> all = new ArrayList<>();
    for (int set = 0; set < banks.size(); set++) {
      Bank bank = banks.get(set);
      UnaryOperator<Pattern> recall = network(network, banks, set);
      long first = whole(seed, "seed") + (long) SEEDS * set;
      all.add(
          IntStream.range(0, bank.pictures().size())
              .mapToDouble(p -> number.of(bank, recall, p, first))
              .toArray());
    }
    return all;
  }

  private static SuccessFraction recalled(
      List<Bank> banks, String network, double flips, double seed) {
    List<double[]> exact =
        each(banks, network, seed, (b, recall, p, s) -> b.exact(recall, p, flips, COPIES, s));
    int pictures = exact.stream().mapToInt(set -> set.length).sum();
    double sum = exact.stream().flatMapToDouble(Arrays::stream).sum();
    return SuccessFraction.of((int) sum, pictures * COPIES, banks.size());
  }

  @Meaning("share of 1000 copies of each picture, with wrong pixels, that are recalled exactly")
  public double exact(
      @Names(What.TEXTS) Column picture,
      @Names(What.LISTS) Column weights,
      String network,
      double flips,
      double pictures,
      double tiles,
      double seed) {
    SuccessFraction f =
        recalled(
            banks(picture, weights, whole(pictures, "pictures"), whole(tiles, "tiles")),
            network,
            flips,
            seed);
    tell("%s, %.0f %% wrong pixels".formatted(network, 100 * flips), Numbers.text(f));
    return f.fraction();
  }

  @Meaning("the same as a text: how many of all")
  public String copies(
      @Names(What.TEXTS) Column picture,
      @Names(What.LISTS) Column weights,
      String network,
      double flips,
      double pictures,
      double tiles,
      double seed) {
    return Numbers.text(
        recalled(
            banks(picture, weights, whole(pictures, "pictures"), whole(tiles, "tiles")),
            network,
            flips,
            seed));
  }

  @Meaning(
      "share of the sets whose pictures are held: 90 of 100 copies with 10 % wrong pixels each")
  public double held(
      @Names(What.TEXTS) Column picture,
      @Names(What.LISTS) Column weights,
      String network,
      double pictures,
      double tiles,
      double seed) {
    List<Bank> banks = banks(picture, weights, whole(pictures, "pictures"), whole(tiles, "tiles"));
    long held =
        each(banks, network, seed, (b, recall, p, s) -> b.exact(recall, p, 0.1, TEST, s)).stream()
            .filter(set -> Arrays.stream(set).allMatch(exact -> exact >= LEAST))
            .count();
    tell("sets held by " + network, "%d of %d".formatted(held, banks.size()));
    return held / (double) banks.size();
  }

  @Meaning(
      "mean cosine of answer and picture: 20 copies of each, each pixel wrong with a probability")
  public double cosine(
      @Names(What.TEXTS) Column picture,
      @Names(What.LISTS) Column weights,
      String network,
      double flips,
      double pictures,
      double tiles,
      double seed) {
    List<Bank> banks = banks(picture, weights, whole(pictures, "pictures"), whole(tiles, "tiles"));
    double mean =
        each(banks, network, seed, (b, recall, p, s) -> b.cosine(recall, p, flips, s)).stream()
            .flatMapToDouble(Arrays::stream)
            .average()
            .orElseThrow();
    tell(
        "cosine of %s, %.0f pictures, %.0f %% wrong pixels"
            .formatted(network, pictures, 100 * flips),
        Numbers.text(mean));
    return mean;
  }
}
