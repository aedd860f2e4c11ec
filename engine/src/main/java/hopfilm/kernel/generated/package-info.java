/**
 * Loops over rows of cells, one for each kind of film and drive, with the Vector API. Written in
 * the build by {@code hopfilm.autocode.KernelRows}.
 */
package hopfilm.kernel.generated;
