package hopfilm.figures;

import java.util.List;

/**
 * What pulses did to the conductances of several films.
 *
 * @param groups films that differ in their seeds alone
 */
public record PulseSpread(List<Group> groups) {

  /**
   * Some films.
   *
   * @param name of the group
   * @param pair of electrodes whose conductance changed most
   * @param changes of that conductance after each pulse, for each film [%]
   */
  public record Group(String name, String pair, List<double[]> changes) {
    /** Copies the list. */
    public Group {
      changes = List.copyOf(changes);
    }
  }

  /** Copies the list. */
  public PulseSpread {
    groups = List.copyOf(groups);
  }
}
