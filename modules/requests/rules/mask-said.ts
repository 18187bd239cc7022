import { cleanText, shortenToTitle, type MatterFace, type Said } from '../../matters/index.ts';
import { maskMore } from './mask-more.ts';

export type MaskedForm = { readonly title: string; readonly body: string; readonly answer: string };

/** What was asked and answered in a request, masked (公开稿); the answer may still wait for somebody's check. */
export function maskSaid({ title }: Pick<MatterFace, 'title'>, { words }: Said, masked: readonly string[]): MaskedForm {
  const said = (name: string): string => words.filter((w) => w.name === name).at(-1)?.text ?? '';
  const body = maskMore(said('what'), masked);
  const answer = maskMore(answerWords.map(said).filter(Boolean).join('\n'), masked);
  return { title: masked.length > 0 ? shortenToTitle(cleanText(body)) : title, body, answer };
}

const answerWords = ['reply', 'plan', 'measure'];
