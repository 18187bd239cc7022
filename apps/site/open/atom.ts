import { escapeXml } from '../../../platform/xml.ts';
import type { PublicRequest } from '../deps.ts';
import { publicOutcomeWords } from '../outcomes.ts';
import type { Visit } from '../visit.ts';

export type Feed = {
  readonly title: string;
  /** Path and arguments of the feed, by which readers know it again. */
  readonly path: string;
  readonly base: string;
  readonly results: readonly PublicRequest[];
  readonly now: Date;
};

/**
 * Writes published results as a feed (订阅): the last answered first; only what everyone may read, masked.
 *
 * @source RFC 4287
 */
export function writeAtom(visit: Visit, { title, path, base, results, now }: Feed): string {
  const tag = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
  const { hostname } = new URL(base);
  const entry = (row: PublicRequest): string => {
    const at = row.answeredAt ?? row.openedAt;
    const outcome = publicOutcomeWords(visit, row) ?? visit.name(row.stateName);
    const link = `${base}/see/${row.number}`;
    return [
      '<entry>',
      tag('id', `tag:${hostname},2026:request:${row.number}`),
      tag('title', `${outcome}：${row.title}`),
      `<link rel="alternate" type="text/html" href="${escapeXml(link)}"/>`,
      tag('updated', at),
      tag('published', row.openedAt),
      `<author>${tag('name', visit.name(row.answeredBy ?? row.holder))}</author>`,
      `<category term="${escapeXml(row.category)}" label="${escapeXml(visit.say(`categories.${row.category}`))}"/>`,
      `<content type="text">${escapeXml(row.answer)}</content>`,
      '</entry>',
    ].join('');
  };
  const self = `${base}${path}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${visit.language === 'zh' ? 'zh-CN' : 'en'}">`,
    tag('id', self),
    tag('title', title),
    tag('updated', results[0]?.answeredAt ?? now.toISOString()),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(`${base}/see`)}"/>`,
    ...results.map(entry),
    '</feed>\n',
  ].join('');
}
