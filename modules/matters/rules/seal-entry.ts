import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { MatterEvent } from '../kit/events.ts';
import type { Field, Fields, Visibility } from '../kit/fields.ts';
import type { InputValue } from '../kit/matter.ts';

/** Words that belong to an entry but stand beside it, so that they can be erased by law (依法删除). */
export type EntryWords = {
  readonly name: string;
  readonly visible: Visibility;
  readonly text: string;
  readonly salt: Buffer;
};

/** What the timeline keeps of an event: everything but the words, of which it keeps a salted digest. */
export type EntryContent = Readonly<Record<string, unknown>> & { readonly input?: Readonly<Record<string, unknown>> };

export type SealedEntry = {
  readonly seq: number;
  readonly at: Date;
  readonly kind: MatterEvent['kind'];
  readonly content: EntryContent;
  readonly words: readonly EntryWords[];
  readonly prevHash: Buffer;
  readonly hash: Buffer;
};

const sha256 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** What stands before the first entry of a matter. */
export const firstHash = (districtId: number, matterId: string): Buffer => sha256(`linli:${districtId}:${matterId}`);

/** The digest of words in the timeline; without the salt nobody can try out likely words. */
export const digestWords = (salt: Buffer, text: string): string => sha256(salt, text).toString('base64');

/** Computes the hash of an entry over its canonical form (RFC 8785) and the hash before it. */
export function hashEntry(
  entry: Pick<SealedEntry, 'seq' | 'at' | 'kind' | 'content' | 'prevHash'>,
  where: { readonly districtId: number; readonly matterId: string },
): Buffer {
  const body = canonicalize({
    ...where,
    seq: entry.seq,
    at: entry.at.toISOString(),
    kind: entry.kind,
    content: entry.content,
  });
  return sha256(entry.prevHash, body as string);
}

/**
 * Turns an event into the entry that the timeline keeps (时间线): its words go beside it, the rest is chained by hash.
 */
export function sealEntry(
  event: MatterEvent,
  fields: Fields,
  prevHash: Buffer,
  where: { readonly districtId: number; readonly matterId: string },
): SealedEntry {
  const { seq, at, kind, ...rest } = event;
  const words: EntryWords[] = [];
  const content: Record<string, unknown> = JSON.parse(JSON.stringify(rest));
  if ('input' in event) content['input'] = sealInput(event.input, fields, words);
  const entry = { seq, at, kind, content, prevHash };
  return { ...entry, words, hash: hashEntry(entry, where) };
}

function sealInput(input: Readonly<Record<string, InputValue>>, fields: Fields, words: EntryWords[]) {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    const field: Field | undefined = fields[name];
    if (field?.kind === 'text' && typeof value === 'string') {
      const salt = randomBytes(16);
      words.push({ name, visible: field.visible, text: value, salt });
      kept[name] = { digest: digestWords(salt, value) };
    } else kept[name] = value;
  }
  return kept;
}
