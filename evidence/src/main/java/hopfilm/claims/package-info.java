/**
 * The claims of the paper and those beyond it, one class each: criteria stated beforehand, the runs
 * behind them, what decides. How they are run and reported stands in {@code hopfilm.reproduce}.
 */
package hopfilm.claims;
