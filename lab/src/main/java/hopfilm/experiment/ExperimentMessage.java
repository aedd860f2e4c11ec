package hopfilm.experiment;

import hopfilm.input.Message;

/** Messages about keys that do not go together: see {@link Message}. */
public enum ExperimentMessage implements Message {

  // Film, start and numerics.
  SHAPE_HAS_NO("a <shape> has no <key>; leave it out"),
  TEXTURE_HAS_NO("the texture <texture> has no <key>; leave it out, or take a texture of <those>"),
  ONLY_STRAY_FIELD_HAS_HEIGHT("only pictures of a stray field have a height; leave it out"),
  ONLY_SCALED_HAS_SCALING(
      "only the references scaled and untrained-scaled have a scaling; leave it out"),
  ONLY_MEAN_HAS_MAZES("only the reference untrained-mean has mazes; leave it out"),
  ONLY_DOPRI5_HAS_TOLERANCE("only the integrator dopri5 has a tolerance; leave it out"),

  // Disorder.
  EXPONENTS_WITHOUT_TC(
      "exponents describe how the material changes below material.Tc; give it too"),
  CUBIC_AXES_WITHOUT_KC1("cubic_axes needs material.Kc1; give it too"),
  FROZEN_HAS_NO_KU("frozen sites have no anisotropy of their own; keep one of the two"),

  // Electrodes.
  LAYOUT_HAS_NO("the layout <layout> has no <key>; leave it out"),

  // Protocol.
  ONLY_VERIFIED_HAS("only training until: verified has <key>; leave it out"),
  NO_FIELD_GIVEN(
      "missing; give the three components of the external field, or a file with the field of each"
          + " cell"),
  FIELD_GIVEN_TWICE("a field has either a value or a file; leave one out"),
  SCALE_WITHOUT_FILE("only the field of a file has a scale; change value instead"),
  ONLY_SINE_HAS_FREQUENCY("only the shape sine has a frequency; leave it out"),
  ONLY_SETTLED_HAS_OVER("over needs settled; give it too"),
  ONLY_A_SINE_HAS("only a signal with a sine has <key>; leave it out"),
  ONLY_PULSES_HAVE("only a signal with pulses has <key>; leave it out"),
  ONLY_SAMPLES_HAVE("only a signal with samples has <key>; leave it out"),
  ONLY_GRADED_HAS_GAIN("only graded updates have a gain; leave it out"),
  ONLY_ASYNCHRONOUS_HAS_ORDER("only asynchronous updates have an order; leave it out");

  private final String template;

  ExperimentMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
