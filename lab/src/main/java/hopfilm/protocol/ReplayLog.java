package hopfilm.protocol;

import hopfilm.film.Matrices;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.ConductanceMatrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the film has answered so far, in the order in which the protocol asked. A run that is
 * resumed goes through the protocol from its start: what was asked before the checkpoint is
 * answered from here, without the film.
 */
public final class ReplayLog {

  /**
   * An answer.
   *
   * @param numbers what was asked for
   * @param m the texture at that moment, null where it does not matter
   */
  public record Entry(double[] numbers, VectorField m) {

    /** Of a question that only marks a place. */
    public static final Entry NONE = of();

    static Entry of(double... numbers) {
      return new Entry(numbers, null);
    }

    static Entry of(ConductanceMatrix g) {
      return of(Matrices.flat(g.siemens()));
    }

    double[][] matrix() {
      return Matrices.square(numbers);
    }

    double number() {
      return numbers[0];
    }
  }

  private final List<Entry> answers = new ArrayList<>();
  private int asked;

  /** A log without answers. */
  public ReplayLog() {}

  /** A log that knows answers, none of which was asked for yet. */
  public ReplayLog(List<Entry> known) {
    answers.addAll(known);
  }

  /** All answers so far. */
  public List<Entry> answers() {
    return List.copyOf(answers);
  }

  /** Forgets all. */
  public void clear() {
    answers.clear();
    asked = 0;
  }

  /** The answer to the next question, null if it was not asked before. */
  public Entry next() {
    return asked < answers.size() ? answers.get(asked++) : null;
  }

  /** Keeps the answer to a question for which there was none. */
  public void add(Entry answer) {
    if (asked < answers.size()) {
      throw new IllegalStateException("a question that was answered before was answered anew");
    }
    answers.add(answer);
    asked++;
  }

  public void save(StateWriter out) throws IOException {
    out.part("journal");
    out.whole(answers.size());
    for (Entry a : answers) {
      out.numbers(a.numbers());
      out.flag(a.m() != null);
      for (int c = 0; a.m() != null && c < 3; c++) {
        out.numbers(a.m().component(c));
      }
    }
  }

  /**
   * Takes up what was saved.
   *
   * @param most numbers that one answer may have
   */
  public void restore(StateReader in, Grid grid, int most) throws IOException {
    in.part("journal");
    answers.clear();
    asked = 0;
    long n = in.whole();
    for (long k = 0; k < n; k++) {
      double[] numbers = in.numbers(most);
      VectorField m = null;
      if (in.flag()) {
        m = new VectorField(grid);
        for (int c = 0; c < 3; c++) {
          in.numbers(m.component(c));
        }
      }
      answers.add(numbers.length == 0 && m == null ? Entry.NONE : new Entry(numbers, m));
    }
  }
}
