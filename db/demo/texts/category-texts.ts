/** What people write in the invented month about one thing that is wrong; `{place}` is an estate or a street. */
export type ReportTexts = {
  readonly title: string;
  readonly text: string;
  /** The answer when it is solved. */
  readonly solved: string;
  /** The answer when it cannot be done, and why; absent where it always can. */
  readonly explained?: string;
  /** What whoever handles it writes on the way. */
  readonly note?: string;
};

/** Reports of one category of requests. */
export type CategoryTexts = readonly ReportTexts[];
