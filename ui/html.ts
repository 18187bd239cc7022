/** Markup that is ready to be sent; made only by `html`, so that text never becomes markup by accident. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Part = Html | string | number | null | undefined | false | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escape(part);
  if (typeof part === 'number') return String(part);
  return part.map(write).join('');
}

/**
 * Makes markup from a template; what is filled in is escaped for text and for quoted attributes.
 *
 * @example html`<p title="${note}">${isOpen && html`<b>${name}</b>`}</p>`
 */
export const html = (words: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(String.raw({ raw: words }, ...parts.map(write)));
