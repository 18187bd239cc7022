/** What people write in the invented month of requests about one category; `{place}` is an estate or a street. */
export type CategoryTexts = {
  readonly reports: readonly { readonly title: string; readonly text: string }[];
  /** What whoever handles it writes on the way. */
  readonly notes: readonly string[];
  /** Answers when it is solved. */
  readonly solved: readonly string[];
  /** Answers when it cannot be done, and why. */
  readonly explained: readonly string[];
};
