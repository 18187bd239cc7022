// Checks who looks at whom (docs: house style "Who may look at whom"); run by npm run check.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** Lower ones first: a module may depend only on those named before it. */
const groundOrder =
  'accounts territory bodies access people matters notices requests petitions coordination services selfgov openness party ' +
  'volunteering premises workforce gate funds partners safety projects insight';
const ranks = groundOrder.split(' ');

/** Which parts of one module may look at which; `free` ones tie the module together. */
const mayLookAt: Readonly<Record<string, readonly string[] | 'free'>> = {
  contract: [],
  kit: ['contract'],
  rules: ['contract', 'kit'],
  procedures: ['contract', 'kit', 'rules'],
  store: ['contract', 'kit', 'rules'],
  actions: ['contract', 'kit', 'rules', 'procedures', 'store', 'words'],
  queries: ['contract', 'kit', 'rules', 'procedures', 'store', 'words'],
  routes: ['contract', 'actions', 'queries', 'words'],
  jobs: ['contract', 'actions', 'queries', 'words'],
  site: ['contract', 'words'],
  pocket: ['contract', 'words'],
  console: ['contract', 'words'],
  seed: 'free',
  module: 'free',
  index: 'free',
  words: 'free',
  testing: 'free', // what several tests of one module share
};
const pureParts = new Set(['contract', 'kit', 'rules', 'procedures']);
const frontDoor = /^modules\/[^/]+\/((site|pocket|console)\/)?index\.tsx?$/;

export type BoundaryReport = { readonly files: number; readonly modules: number; readonly faults: readonly string[] };

/** Reads every TypeScript file below `root` and says which imports cross a wall, and what to do about each. */
export function checkBoundaries(root: string): BoundaryReport {
  const files = ['platform', 'ui', 'modules', 'apps'].flatMap((folder) => filesIn(join(root, folder)));
  const dependsOn = readManifests(root);
  const faults = [...faultsOfManifests(dependsOn)];
  for (const path of files) {
    const file = relative(root, path);
    const { specifiers, error } = importsOf(path);
    if (error !== undefined) faults.push(`${file}: cannot be read (${error})`);
    faults.push(...faultsOfFile(file, specifiers, dependsOn));
  }
  return { files: files.length, modules: dependsOn.size, faults };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
    return /\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : [];
  });
}

function readManifests(root: string): Map<string, string[]> {
  const names = existsSync(join(root, 'modules')) ? readdirSync(join(root, 'modules')) : [];
  const manifests = names.filter((name) => existsSync(join(root, 'modules', name, 'module.ts')));
  return new Map(
    manifests.map((name) => {
      const text = readFileSync(join(root, 'modules', name, 'module.ts'), 'utf8');
      const list = /dependsOn:\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '';
      return [name, [...list.matchAll(/['"]([^'"]+)['"]/g)].map(([, dependency]) => dependency!)];
    }),
  );
}

function faultsOfManifests(dependsOn: ReadonlyMap<string, readonly string[]>): string[] {
  return [...dependsOn].flatMap(([name, dependencies]) => {
    const manifest = `modules/${name}/module.ts`;
    if (!ranks.includes(name))
      return [`${manifest}: "${name}" has no place in the ground order; add it in tools/check-boundaries.ts`];
    const higher = dependencies.filter(
      (dependency) => ranks.indexOf(dependency) >= ranks.indexOf(name) || !ranks.includes(dependency),
    );
    return higher.map(
      (dependency) =>
        `${manifest}: "${dependency}" is not lower in the ground order; publish an event or hand a function in`,
    );
  });
}

/** All forms of import: static, type-only, re-export, dynamic, and types written as import('…'). */
function importsOf(path: string): { specifiers: string[]; error?: string } {
  const parsed = parseSync(path, readFileSync(path, 'utf8'));
  const specifiers = new Set<string>();
  for (const { moduleRequest } of parsed.module.staticImports) specifiers.add(moduleRequest.value);
  for (const { entries } of parsed.module.staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest) specifiers.add(moduleRequest.value);
  }
  const addLiteral = (source: { type: string; value?: unknown }) => {
    if (source.type === 'Literal' && typeof source.value === 'string') specifiers.add(source.value);
  };
  new Visitor({
    ImportExpression: (node) => addLiteral(node.source),
    TSImportType: (node) => addLiteral(node.source),
  }).visit(parsed.program);
  const error = parsed.errors[0]?.message;
  return { specifiers: [...specifiers], ...(error === undefined ? {} : { error }) };
}

function faultsOfFile(file: string, specifiers: readonly string[], dependsOn: ReadonlyMap<string, readonly string[]>) {
  const isTest = /\.(test|journey)\.tsx?$/.test(file);
  return specifiers.flatMap((specifier) => {
    if (!specifier.startsWith('.')) return isTest ? [] : faultsOfPackage(file, specifier);
    const target = normalize(join(dirname(file), specifier));
    if (isTest && (target.startsWith('tests/support/') || target.endsWith('.json'))) return [];
    return faultsOfImport(file, target, isTest, dependsOn);
  });
}

function faultsOfPackage(file: string, name: string): string[] {
  const { area, part } = placeOf(file);
  if (area !== 'modules' || !pureParts.has(part)) return [];
  if (!/^(node:(?!(crypto|util|buffer)$)|kysely$|pg$|fastify$)/.test(name)) return [];
  return [`${file}: ${part} is pure and may not use "${name}"; take what it needs as an argument`];
}

function faultsOfImport(
  file: string,
  target: string,
  isTest: boolean,
  dependsOn: ReadonlyMap<string, readonly string[]>,
) {
  const from = placeOf(file);
  const to = placeOf(target);
  if (from.area === 'apps') {
    const isOpen = to.area !== 'modules' || frontDoor.test(target);
    return isOpen
      ? []
      : [
          `${file} reaches inside "${to.module}" (${target}); import modules/${to.module}/index.ts or a screens' index.ts`,
        ];
  }
  if (from.area !== 'modules') {
    const isGround = to.area === 'platform' || (from.area === 'ui' && to.area === 'ui');
    return isGround ? [] : [`${file}: ${from.area} may not look at ${target}; turn it round, or hand it in`];
  }
  if (to.area !== 'modules') {
    const isGround = to.area === 'platform' || to.area === 'ui';
    return isGround ? [] : [`${file}: a module may not look at ${target}; hand it in from apps`];
  }
  if (from.module !== to.module) {
    if (!frontDoor.test(target))
      return [`${file} reaches inside "${to.module}" (${target}); import modules/${to.module}/index.ts`];
    const isListed = dependsOn.get(from.module)?.includes(to.module) ?? false;
    return isListed
      ? []
      : [`${file} uses "${to.module}", which modules/${from.module}/module.ts does not list in dependsOn`];
  }
  const allowed = mayLookAt[from.part];
  if (allowed === undefined)
    return [`${file}: "${from.part}" is no part of a module; use one of ${Object.keys(mayLookAt).join(', ')}`];
  if (isTest || allowed === 'free' || from.part === to.part || allowed.includes(to.part)) return [];
  return [`${file}: ${from.part} may not look at ${to.part} (${target})`];
}

/** `modules/matters/rules/decide.ts` lies in area `modules`, module `matters`, part `rules`; so does `rules.ts`. */
function placeOf(path: string) {
  const [area = '', module = '', part = ''] = path.split('/');
  return { area, module, part: part.replace(/(\.db)?(\.test)?\.[a-z]+$/, '') };
}

if (import.meta.main) {
  const { files, modules, faults } = checkBoundaries(process.cwd());
  for (const fault of faults) console.error(fault);
  if (files === 0) console.error('no files were seen: run this from the folder of the project');
  console.log(`boundaries: ${faults.length} faults; ${files} files, ${modules} modules seen`);
  process.exitCode = faults.length > 0 || files === 0 ? 1 : 0;
}
