/**
 * Physical constants, and quantities read and written with their units. No physics: a formula that
 * uses a constant belongs to the package of what it describes. Uses no other package.
 */
package hopfilm.units;
