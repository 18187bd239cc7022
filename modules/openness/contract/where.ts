/** An area and days as they stand in an address, not yet read; an empty area is the whole district. */
export type WhereWhen = {
  readonly area?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};
