import { maskText, mayMaskMore, maskMore } from '../../requests/index.ts';

const FIRST_READ_VERSION = 2;

export type AskedQuestion = {
  readonly what: string;
  /** Of the procedure under which it was asked. */
  readonly version: number;
  readonly isAnswered: boolean;
  /** What who answered wants masked more, as it was written there. */
  readonly hidden: readonly string[];
};

/**
 * Says what everybody reads of a question under a notice (提问公开稿): masked; with what who answered it masked more. A piece that
 * does not stand there, or with which more than a third would be gone, is left as it is: masking hides who somebody is and
 * never what was asked.
 *
 * @returns null while nobody who answers has read it: until its first answer, from version 2 of the procedure on
 * @source decision 0030
 */
export function showQuestion({ what, version, isAnswered, hidden }: AskedQuestion): string | null {
  if (version >= FIRST_READ_VERSION && !isAnswered) return null;
  const masked: string[] = [];
  for (const words of hidden.flatMap((one) => one.split(/[、，,;；\s]+/)).filter(Boolean)) {
    const shown = masked.length > 0 ? maskMore(what, masked) : maskText(what);
    if (mayMaskMore({ shown, words, before: masked }).ok) masked.push(words);
  }
  return masked.length > 0 ? maskMore(what, masked) : maskText(what);
}
