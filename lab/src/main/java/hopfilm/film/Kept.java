package hopfilm.film;

/**
 * What is left of a memory.
 *
 * @param weights projection of the weights on those before, over these; of a row its contrast over
 *     that before
 * @param margin the smallest of the trained patterns; of a row sigma; null where there is none
 * @param recalled whether at least 90 % of the noisy copies of each pattern come back; of a row
 *     whether all pixels are right
 */
public record Kept(double weights, Double margin, boolean recalled) {}
