import { DOMParser, type Element } from '@xmldom/xmldom';
import { cleanText } from '../../matters/index.ts';

/** One record of an answer: the text of each element by its name; what lies deeper has the names joined by a dot. */
export type ReplyRecord = Readonly<Record<string, string>>;

const DEEPEST = 3;
const MOST_RECORDS = 1000;

/**
 * Reads an answer of GeoReport v2 (对方系统的回答), JSON or XML, as a list of flat records; a DTD is never read.
 *
 * @returns undefined for what is neither, or no list of records
 * @source Open311 GeoReport v2; the Spark convention for JSON
 */
export function readRecords(text: string): readonly ReplyRecord[] | undefined {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  return trimmed.startsWith('<') ? readXml(trimmed) : readJson(trimmed);
}

function readJson(text: string): readonly ReplyRecord[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list = listIn(value);
  return list?.slice(0, MOST_RECORDS).map((one) => flatten(one));
}

/** Some servers write a list, some an object around one, some the object alone. */
function listIn(value: unknown): readonly object[] | undefined {
  if (Array.isArray(value)) return value.every(isObject) ? value : undefined;
  if (!isObject(value)) return undefined;
  const inner = Object.values(value);
  return inner.length === 1 && Array.isArray(inner[0]) ? listIn(inner[0]) : [value];
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function flatten(value: object, before = '', depth = 1): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (isObject(inner)) {
      if (depth < DEEPEST) Object.assign(flat, flatten(inner, `${before}${name}.`, depth + 1));
    } else if (inner !== null && !Array.isArray(inner)) flat[`${before}${name}`] = String(inner);
  }
  return flat;
}

function readXml(text: string): readonly ReplyRecord[] | undefined {
  if (/<!DOCTYPE/i.test(text)) return undefined;
  try {
    const parser = new DOMParser({
      onError: (_, message) => {
        throw new Error(message);
      },
    });
    const root = parser.parseFromString(text, 'text/xml').documentElement;
    return root
      ? childrenOf(root)
          .slice(0, MOST_RECORDS)
          .map((one) => flattenXml(one))
      : undefined;
  } catch {
    return undefined;
  }
}

const childrenOf = (element: Element): Element[] =>
  [...element.childNodes].filter((node): node is Element => node.nodeType === 1);

function flattenXml(element: Element, before = '', depth = 1): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const child of childrenOf(element)) {
    const name = `${before}${child.localName ?? child.nodeName}`;
    if (childrenOf(child).length === 0) flat[name] = child.textContent?.trim() ?? '';
    else if (depth < DEEPEST) Object.assign(flat, flattenXml(child, `${name}.`, depth + 1));
  }
  return flat;
}

/** What a system gives for a report: its number, or a token to be exchanged for one; undefined when neither stands there. */
export function readReceipt(records: readonly ReplyRecord[]): { reference?: string; token?: string } | undefined {
  const [first] = records;
  const reference = first && short(first['service_request_id'], LONGEST_REFERENCE);
  const token = first && short(first['token'], LONGEST_TOKEN);
  if (reference) return { reference };
  return token ? { token } : undefined;
}

const LONGEST_REFERENCE = 64;
const LONGEST_TOKEN = 200;
const LONGEST_SAID = 1000;

/** Words of others are cleaned and cut to what a field of ours takes: a step that says them must not be refused for it. */
const cutSaid = (text: string): string => cleanText([...cleanText(text)].slice(0, LONGEST_SAID).join(''));

const short = (text: string | undefined, most: number): string | undefined =>
  text !== undefined && text !== '' && text.length <= most ? text : undefined;

/** How a report stands in the system of another body. */
export type Standing = {
  readonly reference: string;
  readonly isClosed: boolean;
  /** `unsaid`: the standard knows only "closed", which says nothing of solved. */
  readonly outcome: 'solved' | 'explained' | 'unsaid';
  readonly said: string;
};

/** Outcomes that a system of our own kind names in its extension; they come with `extensions=true`. */
const outcomes: Readonly<Record<string, Standing['outcome']>> = {
  solved: 'solved',
  explained: 'explained',
  notOurs: 'explained',
  withdrawn: 'explained',
};

/** A system of our own kind waits until whoever asked has judged the answer; here that is whoever gave the task. */
const awaitsJudgement = (record: ReplyRecord): boolean =>
  record['linli.stage'] === 'waiting' && outcomes[record['linli.outcome'] ?? ''] !== undefined;

export const readStandings = (records: readonly ReplyRecord[]): readonly Standing[] =>
  records.flatMap((record): Standing[] => {
    const reference = short(record['service_request_id'], LONGEST_REFERENCE);
    if (!reference) return [];
    return [
      {
        reference,
        isClosed: record['status']?.toLowerCase() === 'closed' || awaitsJudgement(record),
        outcome: outcomes[record['linli.outcome'] ?? ''] ?? 'unsaid',
        said: cutSaid(record['status_notes'] || record['linli.state_name'] || ''),
      },
    ];
  });

/** One service that a system takes reports for; `asksMore`: it may ask for answers that we do not have. */
export type OfferedService = { readonly code: string; readonly name: string; readonly asksMore: boolean };

export const readServices = (records: readonly ReplyRecord[]): readonly OfferedService[] =>
  records.flatMap(({ service_code: code, service_name: name, metadata }) => {
    const shortCode = short(code, LONGEST_REFERENCE);
    return shortCode
      ? [{ code: shortCode, name: (name || shortCode).slice(0, 100), asksMore: metadata === 'true' }]
      : [];
  });

/** Why a system refuses, in its own words; empty when it does not say. */
export const readFaults = (records: readonly ReplyRecord[]): string =>
  cutSaid(
    records
      .map(({ description }) => description ?? '')
      .filter(Boolean)
      .join('；'),
  );
