import type { Category } from '../../requests/index.ts';
import { readInstant } from './read-instant.ts';
import { attributesOf, isCategory, type Attribute } from './services.ts';

/** The standard's own limit of a description. */
export const MOST_DESCRIPTION = 4000;
const MOST_VALUE = 500;

export type Point = { readonly lat: number; readonly long: number };
export type Answered = { readonly attribute: Attribute; readonly values: readonly string[] };

/** What a client sent to create a request, read but not yet looked up. */
export type Post = {
  readonly category: Category;
  readonly description: string;
  readonly point: Point | null;
  readonly address: string;
  readonly addressId: string;
  readonly phone: string;
  /** What tells the sender apart: device, account, telephone or mail; empty when nothing does. */
  readonly person: string;
  readonly mediaUrl: string;
  readonly answered: readonly Answered[];
};

/** What is wrong in a request to create; each has its sentence in `words`. */
export type PostFault =
  | { readonly fault: 'noServiceCode' | 'noPlace' | 'halfPoint' | 'badPoint' | 'longDescription' | 'badMediaUrl' }
  | { readonly fault: 'unknownService'; readonly value: string }
  | { readonly fault: 'unknownAttribute' | 'badAttribute'; readonly name: string; readonly value: string };

type Values = Readonly<Record<string, readonly string[]>>;
const attributeName = /^attribute\[([^\]]*)\](?:\[\d*\])?$/;

/**
 * Reads a request to create (POST requests): a service, one whole place, and what else the standard lets a client say.
 * An argument that is empty counts as not sent. Names and mail addresses are not taken over: whoever asks follows by code.
 *
 * @returns the request, or every fault
 * @source GeoReport v2, POST Service Request
 */
export function readPost(values: Values): { post: Post } | { faults: readonly PostFault[] } {
  const faults: PostFault[] = [];
  const one = (name: string): string => values[name]?.find((text) => text.trim() !== '')?.trim() ?? '';

  const code = one('service_code');
  if (code === '') faults.push({ fault: 'noServiceCode' });
  else if (!isCategory(code)) faults.push({ fault: 'unknownService', value: code });

  const point = readPoint(one('lat'), one('long'));
  if (typeof point === 'string') faults.push({ fault: point });
  const address = one('address_string') || one('address');
  const addressId = one('address_id');
  if (point === null && address === '' && addressId === '') faults.push({ fault: 'noPlace' });

  const description = one('description');
  if ([...description].length > MOST_DESCRIPTION) faults.push({ fault: 'longDescription' });
  const mediaUrl = one('media_url');
  if (mediaUrl !== '' && !isWebAddress(mediaUrl)) faults.push({ fault: 'badMediaUrl' });

  const answered = isCategory(code) ? readAttributes(values, code, faults) : [];
  if (faults.length > 0 || !isCategory(code) || typeof point === 'string') return { faults };
  const phone = one('phone');
  const person = (['device_id', 'account_id', 'phone', 'email'] as const)
    .filter((name) => one(name) !== '')
    .map((name) => `${name} ${one(name)}`)
    .join('\n');
  return { post: { category: code, description, point, address, addressId, phone, person, mediaUrl, answered } };
}

function readPoint(lat: string, long: string): Point | null | 'halfPoint' | 'badPoint' {
  if (lat === '' && long === '') return null;
  if (lat === '' || long === '') return 'halfPoint';
  const decimal = /^[+-]?\d{1,3}(\.\d{1,20})?$/;
  if (!decimal.test(lat) || !decimal.test(long)) return 'badPoint';
  const point = { lat: Number(lat), long: Number(long) };
  return Math.abs(point.lat) <= 90 && Math.abs(point.long) <= 180 ? point : 'badPoint';
}

const isWebAddress = (text: string): boolean =>
  text.length <= MOST_VALUE && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

function readAttributes(values: Values, category: Category, faults: PostFault[]): Answered[] {
  const known = attributesOf[category] ?? [];
  const sent = new Map<string, string[]>();
  for (const [name, texts] of Object.entries(values)) {
    const code = attributeName.exec(name)?.[1];
    const given = texts.map((text) => text.trim()).filter(Boolean);
    if (code !== undefined && given.length > 0) sent.set(code, [...(sent.get(code) ?? []), ...given]);
  }
  for (const [name, texts] of sent)
    if (!known.some(({ code, variable }) => code === name && variable))
      faults.push({ fault: 'unknownAttribute', name, value: texts.join(', ') });
  return known.flatMap((attribute) => {
    const given = sent.get(attribute.code) ?? [];
    const bad = given.find((value) => !fits(attribute, value)) ?? (mayBeSeveral(attribute) ? undefined : given[1]);
    if (bad !== undefined) faults.push({ fault: 'badAttribute', name: attribute.code, value: bad });
    return given.length > 0 ? [{ attribute, values: given }] : [];
  });
}

const mayBeSeveral = ({ datatype }: Attribute): boolean => datatype === 'multivaluelist';

function fits({ datatype, values }: Attribute, value: string): boolean {
  if (value.length > MOST_VALUE) return false;
  if (datatype === 'number') return /^[+-]?\d{1,12}(\.\d{1,6})?$/.test(value);
  if (datatype === 'datetime') return readInstant(value) !== undefined || /^\d{4}-\d\d-\d\d$/.test(value);
  if (datatype === 'string') return !/[\r\n]/.test(value);
  return values.length === 0 || values.includes(value);
}
