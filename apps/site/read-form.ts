import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Said, SiteDeps } from './deps.ts';

/** What a person sent, as plain text without null characters and with one kind of line end. */
export type SentForm = {
  /** The last value under a name, so that a box that is ticked counts over the hidden "no" before it. */
  readonly one: (name: string) => string;
  readonly all: (name: string) => readonly string[];
  /** The last photo that could not be taken, by the name of its field. */
  readonly photoFaults: Readonly<Record<string, Said>>;
};

/** Enough that the rules say "too many"; what comes after them is read and left out. */
const MAX_STORED = 8;
const MAX_FILES = 50;
const MAX_FIELDS = 60;
const MAX_TEXT_BYTES = 400_000;

const clean = (text: string): string => text.replaceAll('\0', '').replace(/\r\n?/g, '\n');

/** Reads a form of either encoding; photos in it are stored at once and count as values of their field. */
export async function readForm(
  request: FastifyRequest,
  deps: Pick<SiteDeps, 'storePhoto' | 'maxPhotoBytes'>,
): Promise<SentForm> {
  const values = new Map<string, string[]>();
  const photoFaults: Record<string, Said> = {};
  const add = (name: string, text: string) => values.set(name, [...(values.get(name) ?? []), clean(text)]);

  if (request.isMultipart()) {
    const fileSize = deps.maxPhotoBytes + 1;
    const limits = { fileSize, files: MAX_FILES, fields: MAX_FIELDS, fieldSize: MAX_TEXT_BYTES };
    const options = { limits, throwFileSizeLimit: false };
    let stored = 0;
    for await (const part of request.parts(options)) {
      if (part.type === 'field') add(part.fieldname, String(part.value));
      else {
        const bytes = await bytesOf(part);
        if (bytes.length === 0 || stored >= MAX_STORED) continue;
        stored += 1;
        const photo = await deps.storePhoto(bytes);
        if (photo.ok) add(part.fieldname, photo.value.photoId);
        else photoFaults[part.fieldname] = { code: photo.code, message: photo.message };
      }
    }
  } else {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, unknown>))
      for (const text of [value].flat()) if (typeof text === 'string') add(name, text);
  }
  return { one: (name) => values.get(name)?.at(-1) ?? '', all: (name) => values.get(name) ?? [], photoFaults };
}

/** Cut one byte past the limit, so that whoever stores it sees that it is too large. */
async function bytesOf(part: MultipartFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of part.file) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => uuid.test(text);
