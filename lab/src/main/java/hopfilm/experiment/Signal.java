package hopfilm.experiment;

import hopfilm.dynamics.Envelope;
import hopfilm.dynamics.PulseTrain;
import hopfilm.dynamics.SampledSignal;

/**
 * A voltage [V], a current [A] or a component of a field [A/m] in time, counted from the start of
 * its step: a value times a course.
 */
public sealed interface Signal {

  /** The value that the course multiplies. */
  double value();

  /**
   * The factor in time.
   *
   * @param start of the step [s]
   * @param clock says when samples end
   */
  Envelope course(double start, Clock clock);

  /** Largest magnitude at any time. */
  default double largest() {
    return Math.abs(value());
  }

  /** Whether it is the same at all times. */
  default boolean isSteady() {
    return false;
  }

  /** When samples follow each other. */
  interface Clock {
    /** Each a time after the one before. */
    Clock PLAIN = SampledSignal::times;

    /** The time of each sample, and the end of the last [s]. */
    double[] times(double start, double every, int count);
  }

  /** The same value at all times. */
  record Steady(double value) implements Signal {
    @Override
    public Envelope course(double start, Clock clock) {
      return Envelope.constant();
    }

    @Override
    public boolean isSteady() {
      return true;
    }
  }

  /**
   * offset + amplitude sin(2 pi frequency t + phase).
   *
   * @param frequency [Hz]
   * @param phase [rad]
   */
  record Sine(double amplitude, double frequency, double phase, double offset) implements Signal {
    /** With the sign of the amplitude, so that a sine and its negative have one course. */
    @Override
    public double value() {
      return Math.copySign(Math.abs(amplitude) + Math.abs(offset), sign());
    }

    private double sign() {
      return amplitude == 0 ? offset : amplitude;
    }

    @Override
    public Envelope course(double start, Clock clock) {
      double s = Math.copySign(1, sign());
      return isSteady()
          ? Envelope.constant()
          // 0 added makes 0 of -0, which is another course
          : new Envelope.Wave(start, frequency, phase, s * offset + 0.0, s * amplitude);
    }

    @Override
    public boolean isSteady() {
      return amplitude == 0;
    }
  }

  /**
   * Pulses of a height, one after the other.
   *
   * @param on length, flanks included [s]
   * @param off pause after each [s]
   * @param ramp length of each flank [s]
   */
  record Pulses(double height, double on, double off, double ramp) implements Signal {
    @Override
    public double value() {
      return height;
    }

    @Override
    public Envelope course(double start, Clock clock) {
      return new PulseTrain(start, on, off, ramp);
    }
  }

  /**
   * Numbers times a scale, at equal distances in time; 0 after the last.
   *
   * @param every distance [s]
   * @param isHeld each until the next; else lines between them, and the last is held
   */
  record Samples(Series series, double every, double scale, boolean isHeld) implements Signal {
    @Override
    public double value() {
      return scale;
    }

    @Override
    public double largest() {
      return Math.abs(scale) * series.largest();
    }

    /** How long they last [s]. */
    public double time() {
      return series.size() * every;
    }

    @Override
    public Envelope course(double start, Clock clock) {
      return new SampledSignal(clock.times(start, every, series.size()), series.numbers(), isHeld);
    }
  }
}
