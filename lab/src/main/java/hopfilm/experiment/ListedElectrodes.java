package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Inline;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.Words;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.transport.Electrode;
import java.util.List;
import java.util.Optional;

/** A list of electrodes. */
public record ListedElectrodes(List<Entry> entries) implements ElectrodesSpec {
  public ListedElectrodes {
    entries = List.copyOf(entries);
  }

  @Override
  public List<Electrode> on(Grid film) {
    return entries.stream()
        .map(
            e ->
                new Electrode(
                    e.name(),
                    e.patches().stream().map(Patch::onFilm).toList(),
                    e.contact().resistance(),
                    e.contact().drive(),
                    e.face().orElse(null)))
        .toList();
  }

  @Override
  public double shapes() {
    return entries.stream()
        .flatMap(e -> e.patches().stream())
        .mapToDouble(p -> p.placed().shapes())
        .sum();
  }

  @Override
  public boolean hasInverters() {
    return entries.stream().flatMap(e -> e.patches().stream()).anyMatch(Patch::isInverted);
  }

  @Override
  public boolean hasFaces() {
    return entries.stream().anyMatch(e -> e.face().isPresent());
  }

  @Override
  public List<ContactKind.OfOne> contacts() {
    return entries.stream().map(Entry::contact).toList();
  }

  /**
   * A named electrode, through the film or on a face of it.
   *
   * @param outline where it touches the film
   * @param several or where its patches do, if it has several
   */
  public record Entry(
      @Key("name in results") @In("letters, digits, - and _; 40 at most") String name,
      @Inline(unless = "patches") Optional<Outline.Placed> outline,
      @Key(name = "patches", value = "contact pads that a wire joins, instead of one shape")
          @In("a list of shapes")
          Optional<List<Patch>> several,
      @Key("face of a film with 2 or more layers (default: through the film)")
          @Words({"-x", "+x", "-y", "+y", "-z", "+z"})
          Optional<Face> face,
      @Inline ContactKind.OfOne contact) {

    /** One patch is an outline. */
    public Entry {
      if (several.isPresent() && several.get().size() == 1) {
        outline = Optional.of(several.get().get(0).placed());
        several = Optional.empty();
      }
    }

    /** At one patch or several. */
    public Entry(String name, List<Patch> patches, ContactKind.OfOne contact, Optional<Face> face) {
      this(name, Optional.empty(), Optional.of(patches), face, contact);
    }

    /** Where it touches the film, one or several. */
    public List<Patch> patches() {
      return several.orElseGet(() -> List.of(new Patch(outline.orElseThrow(), false)));
    }
  }

  /** A part of an electrode, which may have minus its voltage. */
  public record Patch(
      @Inline Outline.Placed placed,
      @Key(name = "sign", value = "`-` puts the pad behind an inverter")
          @Words(
              value = {"+", "-"},
              yes = "-")
          @Default(value = "+", isWritten = false)
          boolean isInverted) {
    /** Its shape. */
    public Outline outline() {
      return placed.shape();
    }

    private Electrode.Patch onFilm() {
      return new Electrode.Patch(placed.onFilm(), isInverted);
    }
  }
}
