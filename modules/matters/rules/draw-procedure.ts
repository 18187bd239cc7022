import dagre from '@dagrejs/dagre';
import type { Branch, Procedure } from '../kit/define-procedure.ts';

type Language = 'zh' | 'en';
type Passage = { readonly from: string; readonly to: string; readonly label: string };

/** Every way from state to state, with the name of the step and of its condition (流程图的边). */
export function listPassages(p: Procedure, language: Language): Passage[] {
  return Object.values(p.steps).flatMap((step) => {
    if (step.to === 'same') return [];
    const branches: readonly Branch[] = typeof step.to === 'string' ? [{ to: step.to }] : step.to;
    return step.from.flatMap((from) =>
      branches.map((branch) => {
        const condition = (branch.when ?? branch.otherwise)?.[language];
        return {
          from,
          to: branch.to === 'same' ? from : branch.to,
          label: condition ? `${step[language]}（${condition}）` : step[language],
        };
      }),
    );
  });
}

/** The procedure as a Mermaid state diagram (流程图), for the generated page in docs/procedures. */
export function asMermaid(p: Procedure, language: Language): string {
  const names = Object.entries(p.states).map(([name, state]) => `  state "${state[language]}" as ${name}`);
  const passages = listPassages(p, language).map(({ from, to, label }) => `  ${from} --> ${to}: ${label}`);
  const ends = Object.entries(p.states)
    .filter(([, state]) => state.kind === 'final')
    .map(([name]) => `  ${name} --> [*]`);
  return ['stateDiagram-v2', ...names, `  [*] --> ${p.opening.to}`, ...passages, ...ends].join('\n');
}

const LETTER_PX = 14;
const HEIGHT_PX = 36;
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e80 ? LETTER_PX : LETTER_PX * 0.56), 0);
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const hereWords = { zh: '（现在在这里）', en: ' (here now)' } as const;
const labelOf = (p: Procedure, name: string, { language, here }: Shown): string =>
  `${p.states[name]?.[language] ?? name}${name === here ? hereWords[language] : ''}`;

type Shown = { readonly language: Language; readonly here: string | undefined };

/**
 * The procedure as a drawing (流程图), one SVG with its words as text, so that it can be read aloud and printed; the state
 * `here`, in which one matter stands, is marked by words and by a thick line.
 */
export function asSvg(p: Procedure, language: Language, here?: string): string {
  const shown = { language, here };
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 44, ranksep: 46, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const name of Object.keys(p.states))
    graph.setNode(name, { width: widthOf(labelOf(p, name, shown)) + 28, height: HEIGHT_PX });
  for (const [ends, labels] of joinParallel(listPassages(p, language))) {
    const [from, to] = ends.split('>') as [string, string];
    if (from === to) continue; // a way back to where one stands only clutters the drawing; the table names it
    const width = Math.max(...labels.map(widthOf)) * 0.86;
    graph.setEdge(from, to, { labels, width, height: labels.length * 16, labelpos: 'c' });
  }
  dagre.layout(graph);

  const { width = 0, height = 0 } = graph.graph();
  const edges = graph.edges().map((end: { v: string; w: string }) => drawEdge(graph.edge(end) as DrawnEdge));
  const nodes = graph.nodes().map((name: string) => drawNode(p, name, graph.node(name) as DrawnNode, shown));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escape(p[language])}" width="${Math.ceil(width)}" height="${Math.ceil(height)}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" class="procedure-drawing">`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#5F6B73"/></marker></defs>',
    ...edges,
    ...nodes,
    '</svg>',
  ].join('');
}

function joinParallel(passages: readonly Passage[]): Map<string, string[]> {
  const joined = new Map<string, string[]>();
  for (const { from, to, label } of passages) {
    const ends = `${from}>${to}`;
    joined.set(ends, [...new Set([...(joined.get(ends) ?? []), label])]);
  }
  return joined;
}

type Point = { readonly x: number; readonly y: number };
type DrawnEdge = Point & { readonly points: readonly Point[]; readonly labels: readonly string[] };
type DrawnNode = Point & { readonly width: number; readonly height: number };

function drawEdge({ points, labels, x, y }: DrawnEdge): string {
  const path = points.map((at, i) => `${i === 0 ? 'M' : 'L'}${at.x.toFixed(1)} ${at.y.toFixed(1)}`).join('');
  const first = y - (labels.length - 1) * 8;
  const lines = labels.map(
    (label, i) =>
      `<text x="${x.toFixed(1)}" y="${(first + i * 16).toFixed(1)}" font-size="12" fill="#1F2A30" text-anchor="middle" dominant-baseline="middle" paint-order="stroke" stroke="#fff" stroke-width="4">${escape(label)}</text>`,
  );
  return `<path d="${path}" fill="none" stroke="#5F6B73" stroke-width="1.2" marker-end="url(#tip)"/>${lines.join('')}`;
}

function drawNode(p: Procedure, name: string, { x, y, width, height }: DrawnNode, shown: Shown): string {
  const state = p.states[name];
  const fill = state?.kind === 'final' ? '#0B6E5F' : state?.kind === 'waiting' ? '#F4F6F5' : '#FFFFFF';
  const ink = state?.kind === 'final' ? '#FFFFFF' : '#1F2A30';
  const dashes = state?.kind === 'waiting' ? ' stroke-dasharray="5 3"' : '';
  return (
    `<rect x="${(x - width / 2).toFixed(1)}" y="${(y - height / 2).toFixed(1)}" width="${width.toFixed(1)}" height="${height}" rx="8" fill="${fill}" stroke="#0B6E5F" stroke-width="${name === shown.here ? 5 : 1.4}"${dashes}/>` +
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${LETTER_PX}" fill="${ink}" text-anchor="middle" dominant-baseline="central">${escape(labelOf(p, name, shown))}</text>`
  );
}
