import { escapeXml } from '../../../platform/xml.ts';
import type { DisclosureView } from '../deps.ts';
import type { Visit } from '../visit.ts';
import { periodWords } from './period-words.ts';

type Feed = {
  readonly title: string;
  readonly path: string;
  readonly base: string;
  readonly entries: readonly (DisclosureView & { readonly code: string })[];
  readonly now: Date;
};

/**
 * Writes what was disclosed as a feed (公开订阅), the newest first.
 *
 * @source RFC 4287
 */
export function writeDisclosureFeed(visit: Visit, { title, path, base, entries, now }: Feed): string {
  const tag = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
  const { hostname } = new URL(base);
  const self = escapeXml(`${base}${path}`);
  const entryOf = ({ id, code, item, period, at, by, words }: Feed['entries'][number]): string =>
    [
      '<entry>',
      tag('id', `tag:${hostname},2026:disclosure:${id}`),
      tag('title', `${visit.name(item.name)} ${periodWords(visit, period)}`),
      `<link rel="alternate" type="text/html" href="${escapeXml(`${base}/communities/${code}/disclosures/${id}`)}"/>`,
      tag('updated', at),
      `<author>${tag('name', visit.name(by))}</author>`,
      `<category term="${item.code}" label="${escapeXml(visit.name(item.name))}"/>`,
      `<content type="text">${escapeXml(words)}</content>`,
      '</entry>',
    ].join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${visit.language === 'zh' ? 'zh-CN' : 'en'}">`,
    `<id>${self}</id>`,
    tag('title', title),
    tag('updated', entries[0]?.at ?? now.toISOString()),
    `<link rel="self" type="application/atom+xml" href="${self}"/>`,
    ...entries.map(entryOf),
    '</feed>\n',
  ].join('');
}
