package hopfilm.check;

import hopfilm.input.Message;

/** Messages about checks before a run: see {@link Message}. */
public enum CheckMessage implements Message {

  // Film, start and numerics.
  NO_DMI("0 forms no stripe domains; give a value such as 6.5 mA, or another initial.texture"),
  TOO_WEAK_DMI(
      "<value> is <relative> Dc, too weak for stripe domains; raise it beyond Dc ="
          + " <threshold>, lower material.Ku below <softest>, or choose another initial.texture"),

  SIGNAL_TOO_FAST(
      "<what> of <time> is shorter than the time step of this film, about <step>; give a longer"
          + " one"),

  // Command line.
  DISK_TOO_SMALL(
      "about <needed> will be written, but <free> are free there; name a folder on another disk"
          + " with --out, or write fewer snapshots (output.snapshots)"),
  MATERIAL_UNKNOWN("there is no material '<name>'; there are <names>"),
  MATERIAL_UNKNOWN_NEAR("there is no material '<name>'; did you mean <near>?");

  private final String template;

  CheckMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
