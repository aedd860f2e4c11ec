/**
 * How a claim is put to the test: criteria stated beforehand, runs that claims share, evidence, a
 * verdict that follows from the criteria alone, and the report. What the claims say stands in
 * {@code hopfilm.claims}.
 */
package hopfilm.reproduce;
