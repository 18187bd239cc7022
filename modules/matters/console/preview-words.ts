type Known = {
  /** The body that the form chose. */
  readonly target: string | undefined;
  /** The other matter: its number as typed, or that it gets one when this is sent. */
  readonly other: string | undefined;
};

/** The sentence of a step as it will stand in the timeline (先看一遍), with what the open form knows by now; a gap for the rest. */
export const fillSentence = (says: string, { target, other }: Known): string =>
  says.replaceAll(/\{\{(\w+)\}\}/g, (_, slot: string) => ({ target, other })[slot] || '…');
