/**
 * Loops over rows of cells, one for each kind of film and drive, with the Vector API. Written by
 * {@code hopfilm.autocode.KernelRows} among the tests; nothing here is edited by hand.
 */
package hopfilm.kernel.generated;
