package hopfilm.magnet;

/**
 * Gauss rules for the weight 1 - |p| in -1..1, which the distances between the points of two equal
 * cells have along an axis; the rule for a distance leaves an error below 1e-11 of a field of
 * dipoles, 1e-9 beyond 60 times the edge.
 */
final class GaussTriangle {

  private static final double[][] NODES = {
    {0.40824829046386301637},
    {0.26222984265274796383, 0.75092514330444738455},
    {0.19426367677503889161, 0.5766148082484873353, 0.86573829497881909617}
  };
  private static final double[][] WEIGHTS = {
    {0.5},
    {0.40113369542012437321, 0.098866304579875626786},
    {0.32302220463941780521, 0.14748123370527284826, 0.029496561655309346531}
  };

  private GaussTriangle() {}

  private static int rule(double ratio) {
    return ratio < 25 ? 2 : ratio < 200 ? 1 : 0;
  }

  /** Positive nodes for a distance in units of the edge; each counts with its negative too. */
  static double[] nodes(double ratio) {
    return NODES[rule(ratio)];
  }

  /** The weights of these nodes. */
  static double[] weights(double ratio) {
    return WEIGHTS[rule(ratio)];
  }
}
