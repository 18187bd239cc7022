/** Marks that change the direction in which neighbouring text is read, and control characters other than line breaks. */
const unwanted = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/**
 * Cleans what a person typed (文本清理): line breaks in one form, no control or direction marks, no more than one empty
 * line, no space at either end or behind a line. Emoji and every script stay as they are.
 */
export const cleanText = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(unwanted, '')
    .toWellFormed()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The beginning of a text as a title of at most `length` characters, on one line. */
export function shortenToTitle(text: string, length = 40): string {
  const line = [...text.replace(/\s+/g, ' ')];
  return line.length <= length ? line.join('') : `${line.slice(0, length - 1).join('')}…`;
}
