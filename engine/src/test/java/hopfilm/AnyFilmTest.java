package hopfilm;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.grid.Edges;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The random films leave out nothing that the laws are to be held against. */
@Tag("samples")
class AnyFilmTest {

  @Test
  void everyKindIsThereOften() {
    Map<String, Predicate<AnyFilm>> kinds = new LinkedHashMap<>();
    kinds.put("several layers", f -> f.grid().nz() > 1);
    kinds.put("periodic along x", f -> f.grid().edgesX() == Edges.PERIODIC);
    kinds.put("periodic along y", f -> f.grid().edgesY() == Edges.PERIODIC);
    kinds.put("periodic along z", f -> f.grid().edgesZ() == Edges.PERIODIC);
    kinds.put("open", f -> f.grid().edgesX() == Edges.OPEN && f.grid().edgesY() == Edges.OPEN);
    kinds.put("masked", f -> !f.mask().isFull());
    kinds.put("varying material", f -> !f.material().alpha().isUniform());
    kinds.put("bulk", f -> f.material().dmi() == DmiKind.BULK);
    kinds.put("interfacial", f -> f.material().dmi() == DmiKind.INTERFACIAL);
    kinds.put("D < 0", f -> f.material().D().at(largestD(f)) < 0);
    kinds.put("D > 0", f -> f.material().D().at(largestD(f)) > 0);
    kinds.put("tilted axis", f -> f.material().axis().at(0, 0) * f.material().axis().at(2, 0) != 0);
    kinds.put("spin-orbit", f -> !f.material().spinOrbit().isNone());
    kinds.put("covariant", f -> f.discretisation() == Discretisation.COVARIANT);
    kinds.put("standard", f -> f.discretisation() == Discretisation.STANDARD);
    kinds.put("field", f -> f.field()[0] != 0);
    kinds.put("local demag", f -> f.demag() == DemagKind.LOCAL);
    kinds.put("demag", f -> f.demag() == DemagKind.ON);
    kinds.put("contact resistance", f -> f.electrodes().stream().anyMatch(e -> e.resistance() > 0));
    kinds.put("ideal contacts", f -> f.electrodes().stream().allMatch(e -> e.resistance() == 0));
    kinds.put("five electrodes", f -> f.electrodes().size() == 5);
    kinds.put("amr above 150 %", f -> f.conductivity().amr() > 1.5);
    kinds.put("amr below -150 %", f -> f.conductivity().amr() < -1.5);
    List<AnyFilm> films = AnyFilm.all().toList();
    kinds.forEach(
        (kind, is) ->
            // a law that fails for one film of a kind in ten is found among twenty of 200 with 88 %
            assertThat(films.stream().filter(is).count())
                .as(kind)
                .isGreaterThanOrEqualTo(AnyFilm.COUNT / 10));
  }

  private static int largestD(AnyFilm f) {
    int largest = 0;
    for (int c = 0; c < f.grid().cells(); c++) {
      if (Math.abs(f.material().D().at(c)) > Math.abs(f.material().D().at(largest))) {
        largest = c;
      }
    }
    return largest;
  }
}
