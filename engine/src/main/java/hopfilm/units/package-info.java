/** Physical constants, and quantities read and written with their units. */
package hopfilm.units;
