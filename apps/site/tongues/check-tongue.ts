import { z } from 'zod';

/** A words file of the site, flat: the path of each sentence with the sentence. */
export type Sentences = ReadonlyMap<string, string>;
export type WordTree = { readonly [key: string]: string | WordTree };

/** What is not right with a words file, by the path of the sentence where it is about one. */
export type TongueFinding =
  | { readonly kind: 'unreadable' | 'head'; readonly about: string }
  /** Not there, or its gaps are not those of the Chinese sentence: it is said in the other language. */
  | { readonly kind: 'missing' | 'gaps'; readonly about: string }
  /** There is no such sentence, or none any more. */
  | { readonly kind: 'unknown'; readonly about: string };

const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

const Head = z.object({
  /** As in BCP 47: `yue-Hant`, `ug`, `bo`. */
  tag: z
    .string()
    .refine(isTag)
    .refine((tag) => !['zh', 'zh-cn', 'en'].includes(tag.toLowerCase())),
  /** Of itself, as its speakers write it. */
  name: z.string().min(1).max(40),
  direction: z.enum(['ltr', 'rtl']).default('ltr'),
  /** In which language names and missing sentences are said. */
  fallback: z.enum(['zh', 'en']).default('zh'),
});
const Tree: z.ZodType<WordTree> = z.lazy(() => z.record(z.string(), z.union([z.string(), Tree])));
const File = z.object({ language: Head, words: Tree });

export type TongueHead = z.infer<typeof Head>;
export type ReadTongue = {
  readonly head: TongueHead | undefined;
  /** The sentences that can be said; those with wrong gaps are left out. */
  readonly words: WordTree;
  readonly findings: readonly TongueFinding[];
};

const pluralForm = /_(zero|one|two|few|many|other)$/;
const bare = (path: string): string => path.replace(pluralForm, '');

export function flatten(tree: WordTree, before = ''): Sentences {
  return new Map(
    Object.entries(tree).flatMap(([key, node]) =>
      typeof node === 'string' ? [[`${before}${key}`, node] as const] : [...flatten(node, `${before}${key}.`)],
    ),
  );
}

/** The gaps of a sentence; a form for one may leave the number out. */
const gapsIn = (words: string): string =>
  [...words.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name!)
    .filter((name) => name !== 'count')
    .toSorted()
    .join();

/**
 * Checks a words file (语言包) against the Chinese sentences: which are missing, which have other gaps to fill, which are unknown.
 * A file with gaps can be used; one without a head cannot.
 */
export function checkTongue(text: string, chinese: WordTree): ReadTongue {
  const nothing = { head: undefined, words: {} };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { ...nothing, findings: [{ kind: 'unreadable', about: error instanceof Error ? error.message : '' }] };
  }
  const file = File.safeParse(parsed);
  if (!file.success)
    return {
      ...nothing,
      findings: file.error.issues.map(({ path }) => ({ kind: 'head', about: path.join('.') || '(file)' })),
    };
  // Refusals are said in the two languages, here as everywhere.
  const { refusals: _, ...sayable } = chinese;
  const wanted = flatten(sayable);
  const given = flatten(file.data.words);
  const said = new Set([...given.keys()].map(bare));
  const source = (path: string) => wanted.get(path) ?? wanted.get(bare(path));
  const wrong = [...given].filter(([path, words]) => {
    const chineseWords = source(path);
    return chineseWords !== undefined && gapsIn(chineseWords) !== gapsIn(words);
  });
  const findings: TongueFinding[] = [
    ...[...wanted.keys()].filter((path) => !said.has(path)).map((about) => ({ kind: 'missing', about }) as const),
    ...wrong.map(([about]) => ({ kind: 'gaps', about }) as const),
    ...[...given.keys()]
      .filter((path) => source(path) === undefined)
      .map((about) => ({ kind: 'unknown', about }) as const),
  ];
  return { head: file.data.language, words: without(file.data.words, new Set(wrong.map(([path]) => path))), findings };
}

const without = (tree: WordTree, wrong: ReadonlySet<string>, before = ''): WordTree =>
  Object.fromEntries(
    Object.entries(tree).flatMap(([key, node]): [string, string | WordTree][] => {
      if (typeof node !== 'string') return [[key, without(node, wrong, `${before}${key}.`)]];
      return wrong.has(`${before}${key}`) ? [] : [[key, node]];
    }),
  );
