/**
 * What an ohmmeter reads of a film before and after training, and what hides it: resistances,
 * voltages at a read current, noise, and whether one reading tells the two apart. Closed forms of
 * two conductance matrices; it reads no files and prints nothing.
 */
package hopfilm.readout;
