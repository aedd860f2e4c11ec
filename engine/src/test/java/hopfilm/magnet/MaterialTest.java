package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MaterialTest {

  @Test
  void namedMaterialHasThePublishedValues() {
    // the row of FeGe in materials.tsv, from doi:10.1038/srep17137
    Material m = Material.of("FeGe").withAlpha(0.1);
    assertThat(m.Ms().at(0)).isEqualTo(384e3);
    assertThat(m.A().at(0)).isEqualTo(8.78e-12);
    assertThat(m.D().at(0)).isEqualTo(1.58e-3);
    assertThat(m.dmi()).isEqualTo(DmiKind.BULK);
    assertThat(m.alpha().at(0)).isEqualTo(0.1);
    assertThat(m.isUniform()).isTrue();
  }

  @Test
  void valueWithoutASourceMustBeGiven() {
    Material m = Material.of("FeGe");
    assertThatThrownBy(() -> m.alpha().at(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("alpha of FeGe");
    assertThatThrownBy(m::P)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("withP(0.5)");
    assertThatThrownBy(() -> Material.of("Co-Pt").A().maxAbs()).hasMessageContaining("A of Co-Pt");
    assertThat(Material.of("Ni80Fe20").P().at(0)).isEqualTo(0.4);
  }

  @Test
  void unknownNameIsRejectedWithTheKnownOnes() {
    assertThatThrownBy(() -> Material.of("Fege"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FeGe")
        .hasMessageContaining("Fege");
    assertThatThrownBy(() -> Material.of("SiO2")).hasMessageContaining("no magnet");
  }

  @Test
  void stepsChangeOneValueAndKeepTheOthers() {
    Material m =
        Material.of(7e5, 1e-11)
            .withKu(1e5)
            .withD(2e-3, DmiKind.INTERFACIAL)
            .withAlpha(0.3)
            .withP(0.5)
            .withXi(0.04)
            .withSpinOrbit(new SpinOrbitTorque(0.1, 0.2));
    Material other = m.withMs(6e5).withA(2e-11).withD(1e-3).withAxis(3, 0, 4);
    assertThat(other.Ms().at(0)).isEqualTo(6e5);
    assertThat(other.A().at(0)).isEqualTo(2e-11);
    assertThat(other.D().at(0)).isEqualTo(1e-3);
    assertThat(other.dmi()).isEqualTo(DmiKind.INTERFACIAL);
    assertThat(other.Ku()).isEqualTo(m.Ku());
    assertThat(other.torques()).isEqualTo(m.torques());
    assertThat(other.axis().at(0, 0)).isEqualTo(0.6);
    assertThat(other.axis().at(2, 0)).isEqualTo(0.8);
  }
}
