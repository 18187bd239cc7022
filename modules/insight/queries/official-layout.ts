import {
  AlignmentType,
  BorderStyle,
  Footer,
  ImageRun,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type ISectionOptions,
} from 'docx';

/** Twentieths of a point, as Word measures. */
const mm = (length: number): number => Math.round((length * 1440) / 25.4);
const points = (length: number): number => length * 20;
const halfPoints = (length: number): number => length * 2;

/** Chinese sizes of type in points. */
const size = { two: 22, three: 16, four: 14, smallFour: 12 } as const;
/** The first name is what offices print with; machines without it fall back by themselves to what they have. */
const fonts = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  head: '黑体',
  second: '楷体_GB2312',
  page: '宋体',
} as const;
type FontName = keyof typeof fonts;
const latin = 'Times New Roman';
const fontOf = (name: FontName) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia: fonts[name] });

const line = { line: points(28), lineRule: LineRuleType.EXACT } as const;
const run = (text: string, font: FontName, points_: number) =>
  new TextRun({ text, font: fontOf(font), size: halfPoints(points_) });

/** 156 mm: what the margins leave of A4. */
const TEXT_WIDTH = mm(156);

export const titleLine = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: points(34), lineRule: LineRuleType.EXACT },
    children: [run(text, 'title', size.two)],
  });
export const underTitle = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...line, after: points(14) },
    children: [run(text, 'second', size.three)],
  });
const indented = (text: string, font: FontName, more: { keepNext?: boolean; outlineLevel?: number } = {}) =>
  new Paragraph({
    ...more,
    alignment: AlignmentType.BOTH,
    spacing: line,
    indent: { firstLine: points(size.three * 2) },
    children: [run(text, font, size.three)],
  });
/** A heading of the first level, by which a reader of the document finds the way. */
export const headLine = (text: string) => indented(text, 'head', { keepNext: true, outlineLevel: 0 });
export const bodyLine = (text: string) => indented(text, 'body');
export const noteLine = (text: string) => indented(text, 'second');
export const signLine = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: line,
    indent: { right: points(size.three * 2) },
    children: [run(text, 'body', size.three)],
  });
export const emptyLine = () => new Paragraph({ spacing: line, children: [] });

/** A picture over the width of the text, and what it shows below it, which is read to who cannot see it. The id is its own in the document. */
export const picture = (drawn: { png: Buffer; width: number; height: number }, shows: string, id: number) => {
  const width = 585; // 155 mm at 96 dots an inch
  const drawing = new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: points(6) },
    children: [
      new ImageRun({
        type: 'png',
        data: drawn.png,
        transformation: { width, height: Math.round((width * drawn.height) / drawn.width) },
        altText: { name: shows, description: shows, title: shows, id: String(id) },
      }),
    ],
  });
  const below = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: points(6) },
    children: [run(shows, 'second', size.smallFour)],
  });
  return [drawing, below];
};

type Column = { readonly head: string; readonly share: number; readonly isNumber?: boolean };

/** A table whose head is repeated on each page and whose rows are not torn apart. */
export function sheet(columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / shares));
  const cell = (text: string, i: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      children: [
        new Paragraph({
          alignment: isHead ? AlignmentType.CENTER : columns[i]?.isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { line: points(17), lineRule: LineRuleType.AT_LEAST },
          children: [run(text, isHead ? 'head' : 'body', size.smallFour)],
        }),
      ],
    });
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, i) => cell(head, i, true)),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, i, false)) })),
    ],
  });
}

/** Page number between dashes: right on odd pages, left on even ones, a character in from the edge. */
const pageLine = (side: 'left' | 'right') =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: points(size.four) },
        children: [
          new TextRun({
            font: fontOf('page'),
            size: halfPoints(size.four),
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  });

/**
 * The page of official documents (公文版式): A4, 37 mm above, 28 mm left, a text of 156 by 225 mm, size three (16 pt) of imitation
 * Song at 28 points a line, which gives 22 lines of 28 characters.
 *
 * @source GB/T 9704-2012, 5.1, 5.2.1, 5.2.2, 7.5; the red head and the elements of outgoing documents are for those, not for a report
 */
export const officialPage: Pick<ISectionOptions, 'properties' | 'footers'> = {
  properties: {
    page: {
      size: { width: mm(210), height: mm(297) },
      margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(25) },
    },
  },
  footers: { default: pageLine('right'), even: pageLine('left') },
};
