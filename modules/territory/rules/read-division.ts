import { divisionLevels, type DivisionEntry } from '../contract/division.ts';
import { isDivisionLevel, parentDivisionOf, shortCodeOf } from './division-code.ts';
import { gramsOfName } from './division-grams.ts';
import { englishNameOf, pinyinOf } from './division-names.ts';

/**
 * Reads one line `code,level,name` of the national list (区划表一行).
 *
 * @returns undefined when it is none: a wrong number of parts, an unknown level, a code that is not one of that level
 */
export function readDivision(line: string): DivisionEntry | undefined {
  const [nationalCode = '', level = '', name = '', ...more] = line.trim().split(',');
  const nameZh = name.trim();
  if (more.length > 0 || nameZh === '' || nameZh.length > 60 || !isDivisionLevel(level)) return undefined;
  const code = shortCodeOf(nationalCode, level);
  if (!code) return undefined;
  return {
    code,
    level,
    tier: divisionLevels.indexOf(level) + 1,
    parentCode: parentDivisionOf(code),
    nationalCode,
    nameZh,
    nameEn: englishNameOf(nameZh, level),
    ...pinyinOf(nameZh),
    grams: gramsOfName(nameZh),
  };
}
