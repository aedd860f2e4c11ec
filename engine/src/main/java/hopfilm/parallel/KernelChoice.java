package hopfilm.parallel;

/** Which loops to run on. */
public enum KernelChoice {
  /** Vectors where the machine and the virtual machine offer them, plain loops otherwise. */
  AUTO,
  /** Vectors or nothing. */
  VECTOR,
  /** Plain loops. */
  PLAIN
}
