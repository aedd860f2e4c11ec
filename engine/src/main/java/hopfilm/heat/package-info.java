/**
 * Temperatures of a film on its substrate, and the heat that flows between them. Where the heat
 * comes from and what a temperature does to a magnet is not known here.
 */
package hopfilm.heat;
