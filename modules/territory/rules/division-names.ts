import { pinyin } from 'pinyin-pro';
import type { DivisionLevel } from '../contract/division.ts';

const syllablesOf = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' });

/** Letters people type: ü is a v on the keyboard. */
const typed = (syllables: readonly string[]): string[] =>
  syllables.map((one) =>
    one
      .toLowerCase()
      .replaceAll('ü', 'v')
      .replaceAll(/[^a-z0-9]/g, ''),
  );

/** The pinyin of a name as people type it (拼音), and its initials (首字母). */
export function pinyinOf(nameZh: string): { pinyin: string; initials: string } {
  const syllables = typed(syllablesOf(nameZh));
  return {
    pinyin: syllables.join(''),
    initials: syllables.map((one) => (/^[0-9]/.test(one) ? one : one.slice(0, 1))).join(''),
  };
}

/** Longest first, so that the whole of what a unit is called comes off. */
const endings: readonly (readonly [zh: string, en: string])[] = [
  ['社区居民委员会', 'Community'],
  ['社区居委会', 'Community'],
  ['居民委员会', 'Community'],
  ['村民委员会', 'Village'],
  ['街道办事处', 'Sub-district'],
  ['社区村委会', 'Village'],
  ['居委会', 'Community'],
  ['村委会', 'Village'],
  ['街道', 'Sub-district'],
  ['社区', 'Community'],
  ['地区', 'Prefecture'],
  ['村', 'Village'],
  ['镇', 'Town'],
  ['乡', 'Township'],
  ['县', 'County'],
  ['区', 'District'],
  ['市', 'City'],
  ['省', 'Province'],
];

/** At which levels an ending says what a unit is; 开发区 at the level of a street is no district. */
const levelsOf: Readonly<Record<string, readonly DivisionLevel[]>> = {
  District: ['district', 'city'],
  City: ['province', 'city', 'district'],
  Prefecture: ['city'],
};

/** A name in English (英文名) from the pinyin, good enough to begin with: 东华门街道 → Donghuamen Sub-district. */
export function englishNameOf(nameZh: string, level: DivisionLevel): string {
  const ending = endings.find(
    ([zh, en]) => nameZh.endsWith(zh) && nameZh.length > zh.length && (levelsOf[en]?.includes(level) ?? true),
  );
  const own = ending ? nameZh.slice(0, -ending[0].length) : nameZh;
  const letters = syllablesOf(own).join('').replaceAll(/\s+/g, ' ').trim();
  const name = letters.charAt(0).toUpperCase() + letters.slice(1);
  return ending ? `${name} ${ending[1]}` : name;
}
