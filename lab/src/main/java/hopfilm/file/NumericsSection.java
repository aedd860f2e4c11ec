package hopfilm.file;

import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.scalar;
import static hopfilm.file.YamlValues.text;
import static hopfilm.file.YamlValues.word;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.DemagRate;
import hopfilm.dynamics.Integrator;
import hopfilm.dynamics.Numerics;
import hopfilm.experiment.NumericsSpec;
import hopfilm.input.Message;
import hopfilm.kernel.KernelChoice;
import hopfilm.magnet.Discretisation;

/** The section {@code numerics}, read and written. */
final class NumericsSection {

  private NumericsSection() {}

  static NumericsSpec read(Section s) {
    Integrator integrator = s.constant("integrator", Integrator.class);
    if (integrator != Integrator.DOPRI5) {
      s.refuse("tolerance", Message.ONLY_DOPRI5_HAS_TOLERANCE);
    }
    return new NumericsSpec(
        s.constant("discretisation", Discretisation.class),
        new Numerics(
            integrator,
            coupling(s),
            s.constant("kernels", KernelChoice.class),
            s.value("tolerance"),
            s.constant("demag_rate", DemagRate.class)),
        s.optional("step").orElse(Double.POSITIVE_INFINITY),
        s.constant("demag", NumericsSpec.Precision.class),
        s.constant("contacts", NumericsSpec.Contacts.class));
  }

  private static Coupling coupling(Section s) {
    if (s.node("coupling") instanceof YamlNode.Mapping map) {
      if (map.entries().size() == 1
          && map.get("every") instanceof YamlNode.Scalar n
          && n.text().matches("[1-9]\\d{0,5}")) {
        return Coupling.every(Integer.parseInt(n.text()));
      }
    } else {
      String text = s.text("coupling");
      if (text.equals("adaptive")) {
        return Coupling.adaptive();
      } else if (text.equals("every-step")) {
        return Coupling.everyStep();
      }
    }
    throw s.error("coupling", Message.NO_COUPLING, Section.shown(s.node("coupling")));
  }

  static YamlNode tree(NumericsSpec n) {
    Coupling c = n.numerics().coupling();
    YamlNode coupling =
        c instanceof Coupling.Every every
            ? map().with("every", scalar(Integer.toString(every.steps())))
            : scalar(c instanceof Coupling.EveryStep ? "every-step" : "adaptive");
    YamlNode.Mapping map =
        map()
            .with("discretisation", word(n.discretisation()))
            .with("integrator", word(n.numerics().integrator()));
    if (n.numerics().integrator() == Integrator.DOPRI5) {
      map = map.with("tolerance", number("numerics.tolerance", n.numerics().tolerance()));
    }
    if (Double.isFinite(n.step())) {
      map = map.with("step", number("numerics.step", n.step()));
    }
    return map.with("coupling", coupling)
        .with("kernels", word(n.numerics().kernels()))
        .with("demag", word(n.demag()))
        .with("demag_rate", word(n.numerics().demagRate()))
        .with("contacts", word(n.contacts()));
  }
}
