import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Procedure } from '../modules/matters/index.ts';

/** The digest of each published version of a procedure, by `id@version`. */
export type Published = Readonly<Record<string, string>>;

/** An amended version has a digest of its own beside the one as it was published. */
const keyOf = ({ id, version, amendedOn }: Procedure): string =>
  `${id}@${version}${amendedOn === undefined ? '' : `+${amendedOn}`}`;
const functionsByName = (_: string, value: unknown): unknown =>
  typeof value === 'function' ? `function ${value.name}` : value;

/** The digest of all that a procedure declares (流程摘要), its functions by name; the same for the same declaration. */
export function digestOf(procedure: Procedure): string {
  const declared: unknown = JSON.parse(JSON.stringify(procedure, functionsByName));
  return createHash('sha256')
    .update(canonicalize(declared) as string)
    .digest('hex');
}

/** What is published, with the versions that are new; a version that was published keeps its digest. */
export function addNewVersions(published: Published, procedures: readonly Procedure[]): Published {
  const all = { ...Object.fromEntries(procedures.map((one) => [keyOf(one), digestOf(one)])), ...published };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Says what is wrong with the versions (流程版本), in a sentence each; empty when every published version stands as it was. */
export function sayBrokenVersions(published: Published, procedures: readonly Procedure[]): string[] {
  const present = new Map(procedures.map((one) => [keyOf(one), one]));
  const gone = Object.keys(published).filter((key) => !present.has(key));
  const changed = [...present].filter(([key, one]) => published[key] !== undefined && published[key] !== digestOf(one));
  const unpublished = [...present.keys()].filter((key) => published[key] === undefined);
  return [
    ...gone.map((key) => `${key} was published and is gone. Matters run out under it: keep it beside the new version.`),
    ...changed.map(
      ([key, one]) =>
        `${key} was published and has changed. Matters run out under it: give the changed one version ${one.version + 1}, and keep this one beside it.`,
    ),
    ...unpublished.map((key) => `${key} is not published yet. Run npm run docs.`),
  ];
}
