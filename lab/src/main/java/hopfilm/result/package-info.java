/**
 * The outcome of a run and of a sweep, as records that the run fills, files hold and everybody
 * reads. Each field has its meaning and unit beside it; nothing is computed of a film here.
 */
package hopfilm.result;
