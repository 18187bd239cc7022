import type { Got } from './send.ts';

/** What tells where in our code, our database or our machine something happened. */
const tellsTooMuch =
  /node_modules|\bat \S+ \(|\.ts:\d+|\/(work|home|tmp|usr|root|var)\/\w|invalid input syntax|violates \w+[- ]?\w* constraint|duplicate key|relation "|syntax error at|ECONN|select .+ from \w+\.\w+ |root:x:0/i;

/**
 * Says what must not be in the answer to something bad (坏答复): a fault of ours, where in our code it happened, what was
 * sent as markup or as a header, or a "no" without a sentence that its reader understands.
 *
 * @param language that of the page asked for; the API answers in both
 */
export function offenceIn({ status, headers, text }: Got, language: 'zh' | 'en' = 'zh'): string | undefined {
  const start = text.slice(0, 200);
  if (status >= 500) return `${status}: ${start}`;
  const told = tellsTooMuch.exec(text)?.[0];
  if (told !== undefined) return `says where it happened ("${told}"): ${start}`;
  if (String(headers['set-cookie']).includes('attack=') || headers['x-attack'] !== undefined)
    return 'what was sent became a header';
  const type = String(headers['content-type']);
  if (type.includes('html') && text.includes('<script>attack')) return 'what was sent became markup';
  if (status < 400) return undefined;
  if (text.length > 100_000) return `a "no" of ${text.length} characters`;
  if (type.includes('html')) return isPageIn(text, language) ? undefined : `${status} without a page in ${language}`;
  if (type.includes('json') && text.startsWith('{"format":')) return undefined; // an empty list for programs
  if (text === '' && status === 404) return undefined; // a file of the screens that is there no more
  if (type.includes('xml'))
    return /<description>[^<]/.test(text) ? undefined : `${status} without a sentence: ${start}`;
  return isSaidIn(readJson(text)) ? undefined : `${status} without a sentence in both languages: ${start}`;
}

const isPageIn = (text: string, language: string): boolean =>
  new RegExp(`<html lang="${language}`).test(text) && /<h1[^>]*>[^<]/.test(text);

/** Our own form, or the list of errors that Open311 has. */
function isSaidIn(said: unknown): boolean {
  if (Array.isArray(said)) return said.length > 0 && said.every((one) => Boolean(one?.description));
  const { code, message } = (said ?? {}) as { code?: unknown; message?: { zh?: unknown; en?: unknown } };
  return typeof code === 'string' && Boolean(message?.zh) && Boolean(message?.en);
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
