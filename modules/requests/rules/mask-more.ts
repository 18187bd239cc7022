import { done, refuse, type Result } from '../../../platform/result.ts';
import { maskText } from './mask-text.ts';

export const MASK_MIN = 2;
export const MASK_MAX = 30;
/** In a short text a name and a number are much of it. */
const ALWAYS_ALLOWED = 16;
const MOST_OF_TEXT = 1 / 3;

const starsFor = (words: string): string => '*'.repeat(Math.min([...words].length, 6));
const hide = (text: string, words: readonly string[]): string =>
  words.toSorted((a, b) => b.length - a.length).reduce((left, one) => left.replaceAll(one, starsFor(one)), text);

/**
 * Masks a text for the public with what a worker masked more (遮盖): never less than `maskText` alone. Words that reach into what is
 * masked by itself are hidden first.
 */
export function maskMore(text: string, words: readonly string[]): string {
  const masked = maskText(text);
  const early = words.filter((one) => !masked.includes(one));
  return hide(early.length > 0 ? maskText(hide(text, early)) : masked, words);
}

type Asked = {
  /** All that the public reads, as it is masked now. */
  readonly shown: string;
  readonly words: string;
  /** Words masked by workers before. */
  readonly before: readonly string[];
};
export type MaskRefusal = 'mask.too_short' | 'mask.too_long' | 'mask.not_there' | 'mask.too_much';

/**
 * Says whether these words may be masked more (能否多遮). Only short pieces, and together no more than a third of the text, so that
 * masking hides who somebody is and never what they think.
 */
export function mayMaskMore({ shown, words, before }: Asked): Result<undefined, MaskRefusal> {
  const length = [...words].length;
  if (length < MASK_MIN) return refuse('mask.too_short', { min: MASK_MIN });
  if (length > MASK_MAX) return refuse('mask.too_long', { max: MASK_MAX });
  if (!shown.includes(words) || /^[*\s]+$/.test(words)) return refuse('mask.not_there');
  const hidden = [...before, words].reduce((sum, one) => sum + [...one].length, 0);
  const most = Math.max(ALWAYS_ALLOWED, Math.floor([...shown].length * MOST_OF_TEXT));
  return hidden > most ? refuse('mask.too_much') : done(undefined);
}
