package hopfilm.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * The state of a film as pages are told it, schema State of {@code docs/openapi.yaml}. Numbers that
 * are not finite are null.
 *
 * @param title which film it is
 * @param motion what it does
 * @param place where it is in what was asked of it
 * @param contacts film and electrodes
 * @param drive what is on the electrodes, and was
 * @param view how its energies are counted
 * @param offers what can be done with it, and what is to be said
 * @param number rises from state to state of a film
 */
record StateMessage(
    @JsonUnwrapped Title title,
    @JsonUnwrapped Motion motion,
    @JsonUnwrapped Place place,
    @JsonUnwrapped Contacts contacts,
    @JsonUnwrapped Drive drive,
    @JsonUnwrapped View view,
    @JsonUnwrapped Offers offers,
    long number) {

  /** A state that has no number yet. */
  StateMessage(
      Title title,
      Motion motion,
      Place place,
      Contacts contacts,
      Drive drive,
      View view,
      Offers offers) {
    this(title, motion, place, contacts, drive, view, offers, 0);
  }

  /** The same with its number. */
  StateMessage numbered(long n) {
    return new StateMessage(title, motion, place, contacts, drive, view, offers, n);
  }

  /**
   * Which film it is.
   *
   * @param id of the film
   * @param name of the experiment
   * @param kind live, watched or folder
   * @param readOnly whether commands are refused
   * @param status running, paused, idle, done or failed
   * @param viewers pages that look at it now
   */
  record Title(
      String type,
      String id,
      String name,
      String kind,
      boolean readOnly,
      String status,
      int viewers) {}

  /**
   * What a film does.
   *
   * @param phase in words
   * @param doing the same as one word; none where it waits
   * @param time simulated time [s]
   * @param stepStart when the present step began [s]
   * @param stepEnd when it will end [s]
   * @param progress share of it that is done
   * @param secondsLeft wall time to its end [s]
   * @param nsPerSecond simulated nanoseconds in a second
   */
  record Motion(
      String phase,
      String doing,
      double time,
      Double stepStart,
      Double stepEnd,
      Double progress,
      Double secondsLeft,
      Double nsPerSecond) {

    /** Of a film that has stopped. */
    static Motion done(double time) {
      return new Motion("done", "none", time, null, null, null, null, null);
    }
  }

  /**
   * Where a film is in what was asked of it.
   *
   * @param steps time steps taken
   * @param protocol where it is in a protocol; null outside one
   * @param chapter counts the contacts that it had, from 1
   */
  record Place(long steps, Protocol protocol, int chapter) {}

  /**
   * Where a film is in a protocol.
   *
   * @param step number of the present step, from 1
   * @param steps all of them
   */
  record Protocol(int step, int steps) {}

  /**
   * Film and electrodes.
   *
   * @param film its size and volume
   * @param electrodes with what is given at them now
   * @param layout id of their layout; null for a list
   */
  record Contacts(Film film, List<Contact> electrodes, String layout) {}

  /**
   * The size of a film.
   *
   * @param size along x, y, z [m]
   * @param cells along x, y, z
   * @param cell size of a cell along x and y [m]
   * @param volume of the cells that are film [m^3]
   * @param parts with a material of their own
   */
  record Film(
      List<Double> size,
      List<Integer> cells,
      double cell,
      double volume,
      @JsonUnwrapped Parts parts) {}

  /**
   * The parts of a film with a material of their own.
   *
   * @param regions their outlines; left out without any
   */
  @JsonInclude(Include.NON_NULL)
  record Parts(List<Outline> regions) {}

  /**
   * An electrode.
   *
   * @param outline its shape; of several patches that of the first of sign +
   * @param wiring its patches
   * @param voltage given at it now [V]; null without
   * @param current given at it now [A]; null without
   * @param movable whether it can be moved
   */
  record Contact(
      String name,
      @JsonUnwrapped Outline outline,
      @JsonUnwrapped Wiring wiring,
      Double voltage,
      Double current,
      boolean movable) {}

  /**
   * Where an electrode touches the film.
   *
   * @param patches left out of one that is a single contact
   */
  @JsonInclude(Include.NON_NULL)
  record Wiring(List<Patch> patches) {}

  /**
   * A part of an electrode.
   *
   * @param outline its shape
   * @param sign + or -; - has minus the voltage of the electrode
   */
  record Patch(@JsonUnwrapped Outline outline, String sign) {}

  /**
   * The shape of an electrode or a region; what a shape does not have is left out.
   *
   * @param shape disc, rectangle, polygon, or contours for any other
   * @param centre of a disc or rectangle, or of the box around contours, x and y [m]
   * @param radius of a disc [m]
   * @param size of a rectangle along x and y [m]
   * @param points of a polygon, x and y [m]
   * @param contours closed lines of corners, x and y [m]; what an odd number encloses is inside
   */
  @JsonInclude(Include.NON_NULL)
  record Outline(
      String shape,
      List<Double> centre,
      Double radius,
      List<Double> size,
      List<List<Double>> points,
      List<List<List<Double>>> contours) {}

  /**
   * What is on the electrodes, and was.
   *
   * @param pattern what the next training puts on; null where there is none
   * @param voltage of it [V]; null where currents drive
   * @param current of it [A]; null where voltages drive
   * @param training pattern in training; null without one
   * @param trained patterns trained so far, + first
   * @param drive voltage, current or mixed
   */
  record Drive(
      String pattern,
      Double voltage,
      Double current,
      String training,
      List<String> trained,
      String drive) {}

  /**
   * How the energies of a film are counted.
   *
   * @param reference what weights count from
   * @param selfTerm zero or full
   * @param weights conductance or resistance
   * @param seed of the maze
   */
  record View(
      String reference, @JsonProperty("self_term") String selfTerm, String weights, long seed) {

    /** The same by its name of version 0.2. */
    @JsonProperty("selfTerm")
    String oldSelfTerm() {
      return selfTerm;
    }
  }

  /**
   * What can be done with a film, and what is to be said.
   *
   * @param undo what would be undone, in words; null if there is nothing
   * @param canProtocol whether the protocol of its file can be carried out
   * @param snapshot number of the one on the screen; null where none is
   * @param snapshots how many there are
   * @param message why it failed; null otherwise
   * @param warnings one line each
   */
  record Offers(
      String undo,
      boolean canProtocol,
      Integer snapshot,
      int snapshots,
      String message,
      List<String> warnings) {

    /** Of a film that is only looked at. */
    static Offers none(int snapshots, String message, List<String> warnings) {
      Integer last = snapshots == 0 ? null : (Integer) (snapshots - 1);
      return new Offers(null, false, last, snapshots, message, warnings);
    }
  }
}
