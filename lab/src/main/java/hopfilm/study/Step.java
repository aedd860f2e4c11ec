package hopfilm.study;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Retrieval.UpdateRule;
import java.util.List;

/** A step of the protocol. */
public sealed interface Step {

  /** Simulated time that the step takes [s]. */
  default double duration() {
    return 0;
  }

  /** No current, with another damping. */
  record Relax(double time, double alpha) implements Step {
    @Override
    public double duration() {
      return time;
    }
  }

  /** No current. */
  record Rest(double time) implements Step {
    @Override
    public double duration() {
      return time;
    }
  }

  /**
   * Voltages on.
   *
   * @param drives one, or several in turn
   * @param time how long at most [s]
   * @param schedule how they follow each other
   */
  record Train(List<Drive> drives, double time, Schedule schedule) implements Step {
    /** Copies the list. */
    public Train {
      drives = List.copyOf(drives);
    }

    /** One drive all the time. */
    public Train(Drive drive, double time) {
      this(List.of(drive), time, Schedule.steady(time));
    }

    /** Largest |V| of all drives [V]. */
    public double amplitude() {
      return drives.stream().mapToDouble(Drive::amplitude).max().orElse(0);
    }

    @Override
    public double duration() {
      return time;
    }
  }

  /** A uniform external field [A/m] that may change in time, without current. */
  record Field(double x, double y, double z, double time, FieldShape shape, double frequency)
      implements Step {
    @Override
    public double duration() {
      return time;
    }
  }

  /** How a field changes in time: constant, a sine from 0 on, one smooth pulse sin^2. */
  enum FieldShape {
    CONSTANT,
    SINE,
    PULSE
  }

  /** Reads the conductance matrix. */
  record Measure(String label) implements Step {}

  /**
   * Lets the network run from start patterns.
   *
   * @param starts where from
   * @param update the rule
   * @param gain first gain of graded updates
   * @param randomOrder whether asynchronous updates take the electrodes in random order
   */
  record Retrieve(Starts starts, UpdateRule update, double gain, boolean randomOrder)
      implements Step {}

  /** Several steps, several times. */
  record Repeat(int times, List<Step> steps) implements Step {
    /** Copies the list. */
    public Repeat {
      steps = List.copyOf(steps);
    }

    @Override
    public double duration() {
      return times * steps.stream().mapToDouble(Step::duration).sum();
    }
  }

  /** Which voltages are on while training. */
  sealed interface Drive {
    /** One value per electrode [V]. */
    double[] volts();

    /** Largest |V| [V]. */
    double amplitude();
  }

  /** A pattern times V0 [V]. */
  record PatternDrive(Pattern pattern, double voltage) implements Drive {
    @Override
    public double[] volts() {
      return pattern.voltages(voltage);
    }

    @Override
    public double amplitude() {
      return voltage;
    }
  }

  /** A voltage for each electrode [V]. */
  record Voltages(List<Double> values) implements Drive {
    /** Copies the list. */
    public Voltages {
      values = List.copyOf(values);
    }

    @Override
    public double[] volts() {
      return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public double amplitude() {
      return values.stream().mapToDouble(Math::abs).max().orElse(0);
    }
  }

  /** Start patterns of a retrieval. */
  sealed interface Starts {}

  /** All 2^N patterns. */
  record AllPatterns() implements Starts {}

  /** These. */
  record Listed(List<Pattern> patterns) implements Starts {
    /** Copies the list. */
    public Listed {
      patterns = List.copyOf(patterns);
    }
  }

  /** Copies of each trained pattern, with so many signs turned round at random. */
  record Noisy(int copies, int flips) implements Starts {}
}
