import { bodyKinds, factsOfKind, isBodyKind, type BodyKind } from '../../contract/body-kinds.ts';
import { isPostKind, postKinds, type PostKind, type Tenure } from '../../contract/post.ts';

/** Names are the same whatever their blanks, width and capitals. */
export const foldName = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

export const readCode = (text: string): string => text.normalize('NFKC').replaceAll(/[\s-]/g, '');

/** Reads 2026-01-31, 2026/1/31, 2026.1.31, 2026年1月31日 and 20260131 as an ISO date; undefined when it is no day. */
export function readDay(text: string): string | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(plain);
  if (!match) return undefined;
  const [, year, m1, d1, m2, d2] = match;
  const iso = `${year}-${(m1 ?? m2 ?? '').padStart(2, '0')}-${(d1 ?? d2 ?? '').padStart(2, '0')}`;
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === iso ? iso : undefined;
}

/** Reads 是/否 and their like; empty is no; undefined when it is neither. */
export function readYesNo(text: string): boolean | undefined {
  const plain = foldName(text);
  if (['是', 'y', 'yes', '1', '√', '✓', 'true'].includes(plain)) return true;
  return ['', '否', 'n', 'no', '0', '×', 'x', 'false'].includes(plain) ? false : undefined;
}

export function readTenure(text: string): Tenure | undefined {
  const plain = foldName(text);
  if (['选举', '选举产生', '民选', 'elected'].includes(plain)) return 'elected';
  return ['', '聘任', '任命', '委派', '聘用', 'appointed'].includes(plain) ? 'appointed' : undefined;
}

/** Reads a kind of body by its Chinese or English name or its key. */
export function readBodyKind(text: string): BodyKind | undefined {
  const plain = foldName(text);
  if (isBodyKind(text.trim())) return text.trim() as BodyKind;
  return bodyKinds.find((kind) =>
    [factsOfKind(kind).zh, factsOfKind(kind).en].some((name) => foldName(name) === plain),
  );
}

/** Reads a kind of post by the names that it has in words, or its key. */
export function readPostKind(
  text: string,
  namesOf: (kind: PostKind) => { readonly zh: string; readonly en: string },
): PostKind | undefined {
  const plain = foldName(text);
  if (isPostKind(text.trim())) return text.trim() as PostKind;
  return postKinds.find((kind) => Object.values(namesOf(kind)).some((name) => foldName(name) === plain));
}

/** Splits "碧桐家园、听雨小区" at the marks that lists use, each once. */
export const readAddresses = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,，;；\n|]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];

/** A number on a notice board: digits with a few marks; undefined when it is something else or a mobile number. */
export function readPublicPhone(text: string): string | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const digits = plain.replaceAll(/\D/g, '');
  const isMobile = /^(?:\+?86)?1[3-9]\d{9}$/.test(plain.replaceAll(/[\s-]/g, ''));
  return /^[\d\s()+/、,-]{3,30}$/.test(plain) && digits.length >= 3 && !isMobile ? plain : undefined;
}
