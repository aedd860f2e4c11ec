/**
 * What can be read of a finished film: readings by name, and expectations that they are compared
 * with. The equations are above, see {@link Equations}; no run is carried out here.
 */
package hopfilm.reading;
