import type { Point } from '../contract/address.ts';
import { foldAddress } from './fold-address.ts';
import { parseAddress } from './parse-address.ts';

/** One line of a list of addresses (地址清单), as it was written. */
export type ListedAddress = {
  readonly line: number;
  readonly place: string;
  readonly building: string;
  readonly stairwell: string;
  readonly room: string;
  /** Code, name or number of the grid; empty when the line says none. */
  readonly grid: string;
  readonly point: Point | null;
};
export type LineFault = {
  readonly line: number;
  readonly code: LineFaultCode;
  readonly other?: number;
  readonly gridZh?: string;
  readonly gridEn?: string;
};
export type LineFaultCode =
  | 'import.no_place'
  | 'import.point_unreadable'
  | 'import.range_unreadable'
  | 'import.too_many_lines'
  | 'import.grid_unknown'
  | 'import.no_grid'
  | 'import.other_grid'
  | 'import.twice'
  | 'import.too_many_below'
  | 'import.too_long';

export const MOST_LINES = 5_000;
const LONGEST_NAME = 60;
const MOST_IN_RANGE = 300;

type Column = Exclude<keyof ListedAddress, 'line' | 'point'> | 'lon' | 'lat' | 'address';
const headings: Readonly<Record<Column, RegExp>> = {
  address: /^(地址|address)$/,
  place: /^(小区|院落|小区\/路|道路|路名|小区或道路|estate|place|road)$/,
  building: /^(楼栋|楼号|栋|幢|门牌|门牌号|building|number)$/,
  stairwell: /^(单元|门|unit|stairwell)$/,
  room: /^(室|房号|门户|户室|room)$/,
  grid: /^(网格|所属网格|网格名称|网格编码|grid)$/,
  lon: /^(经度|lon|lng|longitude)$/,
  lat: /^(纬度|lat|latitude)$/,
};
const plainOrder: readonly Column[] = ['place', 'building', 'stairwell', 'room', 'grid', 'lon', 'lat'];

/**
 * Reads a pasted list of addresses (地址清单): one a line, as text (听雨小区3号楼2单元), as text and grid, or in columns
 * separated by tabs or commas, with or without a line of headings. `1-18号楼` stands for eighteen buildings.
 *
 * @returns the addresses in order, and for each line that cannot be read its fault
 */
export function readAddressList(text: string): { rows: ListedAddress[]; faults: LineFault[] } {
  const lines = text.split(/\r\n?|\n/).map((content, at) => ({ content, line: at + 1 }));
  const full = lines.filter(({ content }) => content.trim() !== '');
  if (full.length > MOST_LINES) return { rows: [], faults: [{ line: MOST_LINES + 1, code: 'import.too_many_lines' }] };
  const separator = full.some(({ content }) => content.includes('\t')) ? /\t/ : /[,，;；]/;
  const cellsOf = (content: string) => content.split(separator).map((cell) => cell.replace(/^\s*"?|"?\s*$/g, ''));
  const headed = columnsOf(cellsOf(full[0]?.content ?? ''));
  const rows: ListedAddress[] = [];
  const faults: LineFault[] = [];
  for (const { content, line } of headed ? full.slice(1) : full) {
    const cells = cellsOf(content);
    const read = readLine(line, cells, headed ?? (cells.length <= 2 ? ['address', 'grid'] : plainOrder));
    if (Array.isArray(read)) rows.push(...read);
    else faults.push(read);
  }
  return { rows, faults };
}

function columnsOf(cells: readonly string[]): (Column | null)[] | undefined {
  const columns = cells.map((cell) => {
    const folded = foldAddress(cell);
    return (Object.keys(headings) as Column[]).find((column) => headings[column].test(folded)) ?? null;
  });
  return columns.some((column) => column === 'place' || column === 'address') ? columns : undefined;
}

function readLine(
  line: number,
  cells: readonly string[],
  columns: readonly (Column | null)[],
): ListedAddress[] | LineFault {
  const cell = (column: Column): string => cells[columns.indexOf(column)]?.trim() ?? '';
  if (cells.some((one) => one.length > LONGEST_NAME * 3)) return { line, code: 'import.too_long' };
  const point = readPoint(cell('lon'), cell('lat'));
  if (point === undefined) return { line, code: 'import.point_unreadable' };
  const grid = cell('grid');
  const parts = columns.includes('address')
    ? fromText(cell('address'))
    : { place: cell('place'), building: cell('building'), stairwell: cell('stairwell'), room: cell('room') };
  if (foldAddress(parts.place) === '') return { line, code: 'import.no_place' };
  if (Object.values(parts).some((part) => part.length > LONGEST_NAME)) return { line, code: 'import.too_long' };
  const buildings = expandRange(parts.building);
  if (!buildings) return { line, code: 'import.range_unreadable' };
  return buildings.map((building) => ({ line, ...parts, building, grid, point }));
}

/** Takes a whole address apart, in the words in which it was written. */
function fromText(text: string) {
  const range = /^(.*?)(\d+\s*[-~－～至到]\s*\d+\s*(?:号楼|栋|幢|号|座|#))\s*$/u.exec(text);
  if (range) return { place: (range[1] as string).trim(), building: range[2] as string, stairwell: '', room: '' };
  const { place, buildings, number, stairwell, room } = parseAddress(text);
  const [building = ''] = buildings;
  // Of a road with a number and a building behind it, the number belongs to the name.
  const named = building !== '' && number !== undefined ? `${place}${number}号` : place;
  return {
    place: named,
    building: building !== '' ? building : number === undefined ? '' : `${number}号`,
    stairwell: stairwell ?? '',
    room: room ?? '',
  };
}

function readPoint(lon: string, lat: string): Point | null | undefined {
  if (lon === '' && lat === '') return null;
  const point = [Number(lon), Number(lat)] as const;
  const isPoint = lon !== '' && lat !== '' && Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90;
  return isPoint ? point : undefined;
}

function expandRange(building: string): string[] | undefined {
  const range = /^(\d{1,4})\s*[-~至到]\s*(\d{1,4})\s*(号楼|栋|幢|号|座|#)$/.exec(
    foldAddress(building).replaceAll('~', '-'),
  );
  if (!range) return [building];
  const [first, last, word] = [Number(range[1]), Number(range[2]), range[3]];
  if (last < first || last - first >= MOST_IN_RANGE) return undefined;
  return Array.from({ length: last - first + 1 }, (_, at) => `${first + at}${word}`);
}
