package hopfilm.magnet;

import hopfilm.grid.VectorField;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of the energy that a magnet does not have by itself: terms from outside this package, an
 * external field that varies in space, the Oersted field of a current, and exchange across spacers.
 *
 * @param terms in the order in which they were added
 * @param fieldBound sum of the bounds of their fields [A/m]
 * @param cells the field that varies in space, beside the uniform one; null if none
 * @param oersted null if none
 * @param layers exchange across spacers, null if none
 */
record AddedTerms(
    List<EnergyTerm> terms,
    double fieldBound,
    VectorField cells,
    Zeeman oersted,
    LayerExchange layers) {

  static final AddedTerms NONE = new AddedTerms(List.of(), 0, null, null, null);

  AddedTerms and(EnergyTerm term, double bound) {
    if (!(bound >= 0) || Double.isInfinite(bound)) {
      throw new IllegalArgumentException(
          "the bound of the field of %s is %g A/m; it must be 0 or more and finite"
              .formatted(term.name(), bound));
    }
    List<EnergyTerm> all = new ArrayList<>(terms);
    all.add(term);
    return new AddedTerms(List.copyOf(all), fieldBound + bound, cells, oersted, layers);
  }

  AddedTerms withOersted(Zeeman field) {
    return new AddedTerms(terms, fieldBound, cells, field, layers);
  }

  AddedTerms withCells(VectorField field) {
    return new AddedTerms(terms, fieldBound, field.copy(), oersted, layers);
  }

  AddedTerms withLayers(LayerExchange exchange) {
    return new AddedTerms(terms, fieldBound, cells, oersted, exchange);
  }

  /** The same for another material; terms from outside know their own. */
  AddedTerms of(Material material) {
    return layers == null ? this : withLayers(layers.of(material));
  }

  /** Energy across spacers [J]. */
  double layersEnergy(VectorField m) {
    return layers == null ? 0 : layers.energy(m);
  }

  /** Energy of the terms from outside [J]. */
  double energy(VectorField m) {
    double sum = 0;
    for (EnergyTerm term : terms) {
      sum += term.energy(m);
    }
    return sum;
  }
}
