// Writes the generated pages: each procedure as it is published, permissions, the words of the checker, and the glossary; publishes new versions. Run by npm run docs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { installProcedures, viewProcedure, type ProcedureView } from '../modules/matters/index.ts';
import { installed, procedures } from '../apps/server/procedures.ts';
import { writeCheckerPage } from './checker-page.ts';
import { writePermissionsPage } from './permissions-page.ts';
import { addNewVersions, sayBrokenVersions, type Published } from './published-procedures.ts';

type Language = 'zh' | 'en';
type Term = {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly source: string;
  readonly notToBeCalled: string[];
};
type Both = Readonly<Record<Language, string>>;

const headings = {
  zh: {
    generated: '由 `npm run docs` 从流程文件生成，请勿手改。',
    version: '版本',
    from: '自',
    sources: '依据',
    clocks: '时限',
    steps: '步骤',
    states: '状态',
    who: '谁来办',
    leads: '从 → 到',
    tells: '告知',
    limit: '长度',
    basis: '依据',
    met: '完成于',
    near: '快到期提醒',
    missed: '超时告知',
    turns: '自动转为',
    name: '名称',
    plain: '对居民怎么说',
    owner: '谁负责',
    asks: '要填什么',
    optional: '可不填',
  },
  en: {
    generated: 'Generated from the procedure by `npm run docs`; do not edit.',
    version: 'Version',
    from: 'in force from',
    sources: 'Sources',
    clocks: 'Limits',
    steps: 'Steps',
    states: 'States',
    who: 'By',
    leads: 'From → to',
    tells: 'Tells',
    limit: 'Length',
    basis: 'Basis',
    met: 'Met by',
    near: 'Reminded when near',
    missed: 'Told when missed',
    turns: 'turns into',
    name: 'Name',
    plain: 'In plain words',
    owner: 'Answers for it',
    asks: 'Asks for',
    optional: 'optional',
  },
} as const;

/** One procedure as a page of Markdown in one language. */
export function writeProcedurePage(p: ProcedureView, language: Language): string {
  const h = headings[language];
  const list = (names: readonly Both[]) =>
    names.map((name) => name[language]).join(language === 'zh' ? '、' : ', ') || '—';
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const leads = (step: ProcedureView['steps'][number]) => {
    const to = step.to.map((branch) =>
      branch.when ? `${branch.name[language]} (${branch.when[language]})` : branch.name[language],
    );
    return `${list(step.from)} → ${to.length > 0 ? to.join(' / ') : '='}`;
  };
  return [
    `# ${p.name[language]}`,
    h.generated,
    `${h.version} ${p.version}, ${h.from} ${p.holdsFrom}.`,
    `> ${p.promise[language]}`,
    `## ${h.sources}`,
    p.sources.map((source) => `- ${source[language]}`).join('\n'),
    '```mermaid\n' + p.drawing[language] + '\n```',
    `## ${h.states}`,
    table(
      [h.name, h.plain, h.owner],
      p.states.map((s) => [s.name[language], s.plain[language], s.owner?.[language] ?? '—']),
    ),
    `## ${h.steps}`,
    table(
      [h.name, h.who, h.leads, h.asks, h.tells],
      p.steps.map((s) => [
        s.name[language],
        list(s.by),
        leads(s),
        s.fields.map((f) => `${f.label[language]}${f.optional ? ` (${h.optional})` : ''}`).join('; ') || '—',
        list(s.tells),
      ]),
    ),
    `## ${h.clocks}`,
    table(
      [h.name, h.limit, h.met, h.near, h.missed, h.basis],
      p.clocks.map((c) => [
        c.name[language],
        c.limit[language],
        list(c.metBy),
        list(c.reminds),
        list(c.tells) + (c.turnsInto ? `; ${h.turns}: ${c.turnsInto[language]}` : ''),
        `${c.basis[language]} (${c.since})`,
      ]),
    ),
    '',
  ].join('\n\n');
}

/** The glossary as a page of Markdown. */
export function writeGlossaryPage(terms: readonly Term[]): string {
  const rows = terms.map(
    (t) => `| ${t.zh} | ${t.name} | ${t.en} | ${t.notToBeCalled.join(', ') || '—'} | ${t.source} |`,
  );
  return [
    '# Glossary 词汇',
    '',
    'Generated from `glossary/terms.json` by `npm run docs`; do not edit.',
    '',
    '| 中文 | name | means | not to be called | source |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** The newest version has the page of its name; those that matters run out under stand beside it. */
const pageOf = ({ id, version }: { id: string; version: number }): string =>
  procedures.some((other) => other.id === id && other.version > version) ? `${id}-v${version}` : id;

/** Every generated page by its path in the repository. */
export function writeAllPages(): ReadonlyMap<string, string> {
  installProcedures(procedures);
  const views = procedures.map((procedure) => ({ ...viewProcedure(procedure), page: pageOf(procedure) }));
  const terms = JSON.parse(readFileSync(new URL('../glossary/terms.json', import.meta.url), 'utf8')) as Term[];
  return new Map([
    ...views.flatMap((view): [string, string][] => [
      [`docs/procedures/${view.page}.zh-CN.md`, writeProcedurePage(view, 'zh')],
      [`docs/procedures/${view.page}.md`, writeProcedurePage(view, 'en')],
    ]),
    ['docs/permissions.zh-CN.md', writePermissionsPage('zh')],
    ['docs/permissions.md', writePermissionsPage('en')],
    ['docs/findings/checker.md', writeCheckerPage()],
    ['docs/glossary.md', writeGlossaryPage(terms)],
  ]);
}

if (import.meta.main) {
  mkdirSync(new URL('../docs/procedures/', import.meta.url), { recursive: true });
  const pages = writeAllPages();
  for (const [path, text] of pages) writeFileSync(new URL(`../${path}`, import.meta.url), text);
  const list = new URL('../docs/procedures/published.json', import.meta.url);
  const published = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Published) : {};
  const now = addNewVersions(published, installed);
  writeFileSync(list, `${JSON.stringify(now, null, 2)}\n`);
  const added = Object.keys(now).length - Object.keys(published).length;
  console.log(`docs: ${pages.size} pages written; ${added} versions of procedures newly published`);
  const broken = sayBrokenVersions(now, installed);
  for (const sentence of broken) console.error(sentence);
  process.exitCode = broken.length > 0 ? 1 : 0;
}
