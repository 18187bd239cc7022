import type { ParsedAddress } from '../contract/address.ts';
import { foldAddress, readNumber } from './fold-address.ts';

/** Longer texts say nothing more about a place; what comes after is not read. */
export const LONGEST_READ = 300;

const number =
  '(?<!\\d)(?:[a-z]?\\d{1,6}[a-z]?(?![a-z\\d])|(?<![a-z])[a-z](?![a-z])|[〇○零一二三四五六七八九十百两]{1,7}|[甲乙丙丁戊](?=[座栋幢单号楼]))';
const marker = '号楼|号院|号门|号|#楼|#|栋|幢|座|单元|门(?!口)|层|楼|室|-';
/** A number that counts something else: 20米, 3年, 2期, 5路. */
const elsewhere = '(?![米年月日元个点路平小天人户辆厘公次期分多条巷弄块岁班线村里区])';
const token = new RegExp(`(${number})(${marker}|${elsewhere})`, 'gu');

type Token = { readonly number: string; readonly marker: string; readonly from: number; readonly isWord: boolean };

/**
 * Reads what a text says of building, stairwell, floor and room (地址解析): 3号楼2单元401室, 三号楼 二单元, 3-2-401,
 * 3#2单元401, A座1203, 12号院3栋; full-width digits and Chinese numerals alike. What it does not say stays unsaid.
 *
 * A lone 3楼 is a floor, and only before a stairwell a building (3楼2门). 3号门 is a gate and says nothing.
 *
 * @source S03; the forms are those of the written addresses people give
 */
export function parseAddress(text: string): ParsedAddress {
  const folded = foldAddress(text.slice(0, LONGEST_READ));
  const tokens = tokensIn(folded);
  const parts = readParts(tokens);
  const first = tokens.find((one) => one.marker !== '' || parts.room === one.number);
  return { place: folded.slice(0, first?.from ?? folded.length), ...parts };
}

function tokensIn(folded: string): Token[] {
  return [...folded.matchAll(token)].flatMap((match) => {
    const read = readNumber(match[1] as string);
    const isWord = !/\d/.test(match[1] as string);
    return read === undefined ? [] : [{ number: read, marker: match[2] as string, from: match.index, isWord }];
  });
}

type Parts = Omit<ParsedAddress, 'place'>;

function readParts(tokens: readonly Token[]): Parts {
  const parts: { -readonly [Name in keyof Parts]: Parts[Name] } = { buildings: [] };
  const isSet = () => parts.buildings.length > 0 || parts.number !== undefined;
  const addBuilding = (building: string) => {
    if (!parts.buildings.includes(building)) parts.buildings = [...parts.buildings, building];
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const one = tokens[at] as Token;
    if (one.marker === '-') {
      const chain = chainFrom(tokens, at);
      at += chain.length - 1;
      readChain(chain, parts, isSet(), addBuilding);
      continue;
    }
    switch (one.marker) {
      case '号楼':
      case '栋':
      case '幢':
      case '座':
      case '#楼':
      case '#':
        addBuilding(one.number);
        break;
      case '号院':
      case '号':
        if (parts.stairwell !== undefined || parts.buildings.length > 0) parts.room ??= one.number;
        else parts.number ??= one.number;
        break;
      case '单元':
      case '门':
        parts.stairwell ??= one.number;
        break;
      case '楼':
        if (!isSet() && ['单元', '门'].includes(tokens[at + 1]?.marker ?? '')) addBuilding(one.number);
        else parts.floor ??= one.number;
        break;
      case '层':
        parts.floor ??= one.number;
        break;
      case '室':
        parts.room ??= one.number;
        break;
      case '':
        if (isRoom(one) && (isSet() || parts.stairwell !== undefined)) parts.room ??= one.number;
        break;
    }
  }
  const floor = parts.floor ?? floorOf(parts.room);
  return floor === undefined ? parts : { ...parts, floor };
}

const isRoom = ({ number: digits, isWord }: Token) => /^\d{3,4}[a-z]?$/.test(digits) && (!isWord || digits.length > 2);

/** 401 is on the fourth floor, 1203 on the twelfth. */
const floorOf = (room: string | undefined) => /^(\d{1,2})\d\d[a-z]?$/.exec(room ?? '')?.[1];

/** Numbers joined by dashes, the last of which may have a word of its own: 3-2-401室. */
function chainFrom(tokens: readonly Token[], from: number): readonly Token[] {
  let end = from;
  while (end < tokens.length - 1 && tokens[end]?.marker === '-') end += 1;
  const last = tokens[end] as Token;
  return tokens.slice(from, ['', '室', '号', '-'].includes(last.marker) ? end + 1 : end);
}

function readChain(
  chain: readonly Token[],
  parts: { stairwell?: string; room?: string },
  hasBuilding: boolean,
  addBuilding: (building: string) => void,
): void {
  const numbers = chain.map((one) => one.number);
  const last = numbers.at(-1) as string;
  const endsInRoom = chain.length > 1 && (/^\d{3,4}[a-z]?$/.test(last) || chain.at(-1)?.marker === '室');
  const rest = endsInRoom ? numbers.slice(0, -1) : numbers;
  if (endsInRoom) parts.room ??= last;
  const needed = hasBuilding ? rest : rest.slice(1);
  if (!hasBuilding && rest[0] !== undefined && chain.length > 1) addBuilding(rest[0]);
  const [stairwell] = parts.stairwell === undefined ? needed : [];
  if (stairwell !== undefined) parts.stairwell = stairwell;
}
