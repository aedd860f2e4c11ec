package hopfilm.parallel;

/** Loops of the Fourier transforms, and the precision between source and field. */
public enum FourierLoops {
  /** Vectors of double precision, plain loops where there are no vectors. */
  DOUBLE,
  /** Vectors of single precision, 1e-6 of the largest field; plain where there are none. */
  FLOAT,
  /** Plain loops of double precision. */
  PLAIN
}
