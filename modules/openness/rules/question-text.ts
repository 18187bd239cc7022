import type { Refusal } from '../../../platform/result.ts';
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

/** What was asked, as everybody reads it, and what of it was to be masked more and is not, with its reason. */
export type MaskedQuestion = {
  readonly shown: string;
  /** What was masked more: what is hidden in the question is not told by its answer. */
  readonly masked: readonly string[];
  readonly kept: readonly { readonly words: string; readonly why: Refusal }[];
};

/**
 * Says what everybody reads of a question under a notice (提问公开稿): masked; with what who answered it masked more, as it stands in
 * the question or in its masked form. A piece that stands in neither, or with which more than a third would be gone, is left as
 * it is: masking hides who somebody is and never what was asked.
 *
 * @returns null while nobody who answers has read it: until its first answer, from version 2 of the procedure on
 * @source decision 0030
 */
export function showQuestion({ what, version, isAnswered, hidden }: AskedQuestion): string | null {
  if (version >= FIRST_READ_VERSION && !isAnswered) return null;
  return maskQuestion(what, hidden).shown;
}

/** The same while it is being answered: what everybody will read, and which pieces stay and why. */
export function maskQuestion(what: string, hidden: readonly string[]): MaskedQuestion {
  const masked: string[] = [];
  const kept: { words: string; why: Refusal }[] = [];
  const show = () => (masked.length > 0 ? maskMore(what, masked) : maskText(what));
  for (const words of hidden.flatMap((one) => one.split(/[、，,;；\s]+/)).filter(Boolean)) {
    const shown = show();
    if (!shown.includes(words) && masked.some((one) => one.includes(words))) continue;
    const may = mayMaskMore({ shown: shown.includes(words) ? shown : what, words, before: masked });
    if (may.ok) masked.push(words);
    else kept.push({ words, why: may });
  }
  return { shown: show(), masked, kept };
}

/** What everybody reads of an answer (回答公开稿): masked, and what was masked in its question is hidden in it too. */
export const showAnswer = (text: string, { masked }: Pick<MaskedQuestion, 'masked'>): string => maskMore(text, masked);
