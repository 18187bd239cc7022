import type { Language } from '../../../ui/console/language.ts';

type Named = { readonly zh: string; readonly en: string };

/** The signs that say what kind of area it is, at the end of its name. */
const KIND_SIGNS = 2;

/**
 * The short name (简称) that a part of an area carries on its drawing: 云山街道 is 云山; 星井社区第一网格 is 第一网格 where only 星井社区 is drawn,
 * because the whole is named above.
 *
 * @param code of the part, 9, 12 or 15 digits
 */
export function labelOf(part: { readonly code: string; readonly name: Named }, whole: Named, language: Language) {
  const name = part.name[language];
  if (part.code.length <= 12) return language === 'zh' ? name.slice(0, -KIND_SIGNS) : withoutKind(name);
  const begins = language === 'zh' ? whole.zh : withoutKind(whole.en);
  return (name.startsWith(begins) && name.slice(begins.length).trim()) || name;
}

const withoutKind = (name: string): string => name.replace(/ [^ ]+$/, '');
