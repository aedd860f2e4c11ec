package hopfilm.file;

import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.scalar;

import hopfilm.dynamics.Coupling;

/** When the potential is solved anew: {@code adaptive}, {@code every-step}, {@code {every: 3}}. */
final class CouplingCodec implements Codec<Coupling> {

  @Override
  public Coupling read(Section s, String key) {
    if (s.node(key) instanceof YamlNode.Mapping map) {
      if (map.entries().size() == 1
          && map.get("every") instanceof YamlNode.Scalar n
          && n.text().matches("[1-9]\\d{0,5}")) {
        return Coupling.every(Integer.parseInt(n.text()));
      }
    } else {
      String text = s.text(key);
      if (text.equals("adaptive")) {
        return Coupling.adaptive();
      } else if (text.equals("every-step")) {
        return Coupling.everyStep();
      }
    }
    throw s.error(key, FileMessage.NO_COUPLING, Section.shown(s.node(key)));
  }

  @Override
  public YamlNode write(Coupling c) {
    return c instanceof Coupling.Every every
        ? map().with("every", scalar(Integer.toString(every.steps())))
        : scalar(c instanceof Coupling.EveryStep ? "every-step" : "adaptive");
  }
}
