/**
 * The magnet: its material, one readable class for each term of the energy, start textures and
 * measures of textures. No currents and no time: {@code transport} and {@code dynamics} have those.
 */
package hopfilm.magnet;
