/** The id of the procedure by which something is cured at the root (根治事项). */
export const ROOT_CAUSE = 'root-cause';
/** How far back matters are compared (比对期), in days. */
export const REPEAT_DAYS = 90;
/** What a district may choose as the number from which something comes again and again (反复出现的件数). */
export const THRESHOLD = { least: 3, usual: 5, most: 20 } as const;

/** Whether a district may choose this number. */
export const isThreshold = (amount: number): boolean =>
  Number.isInteger(amount) && amount >= THRESHOLD.least && amount <= THRESHOLD.most;

/** The number that holds now: the last that was chosen, or the usual one. */
export const thresholdOf = (chosen: number | undefined): number =>
  chosen !== undefined && isThreshold(chosen) ? chosen : THRESHOLD.usual;
