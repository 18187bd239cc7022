// Apart from the shapes, so that a screen that asks for a number does not load the library that checks shapes.

export const LONGEST_NOTE = 1000;
export const LONGEST_REASON = 200;
/** More at once is no longer looked at row by row. */
export const MOST_AT_ONCE = 50;

/** What may be done with many matters at once: nothing else is, however alike the matters are. */
export const bulkActions = ['accept', 'assign', 'merge'] as const;
export type BulkAction = (typeof bulkActions)[number];
