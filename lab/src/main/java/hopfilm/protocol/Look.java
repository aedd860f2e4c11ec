package hopfilm.protocol;

import hopfilm.result.Verification;

/** The test of a film between two pulses. */
interface Look {

  /** A pulse begins. */
  void pulse();

  /** Whether a film of these conductances [S] has learned what is wanted. The last test counts. */
  boolean passes(double[][] siemens);

  /**
   * What came out.
   *
   * @param time how long the step took [s]
   */
  Verification result(double time);
}
