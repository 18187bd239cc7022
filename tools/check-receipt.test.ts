import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { digestsFile, proofFile } from '../apps/site/trust/files.ts';
import { firstDigest, hashDigest, type DayDigest } from '../modules/matters/rules/digest-chain.ts';
import { hashLeaf, pathIn, rootOf } from '../modules/matters/rules/digest-tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'linli-receipt-'));
afterAll(() => rmSync(folder, { recursive: true }));

const district = 990177;
const head = Buffer.alloc(32, 9);
const salt = Buffer.alloc(16, 8);
const leaf = hashLeaf(salt, head);

/** Two chained days; the matter is in a tree of eleven on the first and alone on the second. */
const trees = [
  [...Array.from({ length: 10 }, (_, n) => hashLeaf(Buffer.alloc(16, n), head)), leaf].toSorted((a, b) => a.compare(b)),
  [leaf],
];
const digests: DayDigest[] = [];
for (const [i, leaves] of trees.entries()) {
  const prev = digests[0]?.digest ?? firstDigest(district);
  const of = { day: `2026-11-${16 + i}`, leaves: leaves.length, root: rootOf(leaves), prev };
  digests.push({ ...of, digest: hashDigest(district, of) });
}
const days = digests.map(({ day, leaves: size, root, digest }, i) => {
  const place = trees[i]!.findIndex((other) => other.equals(leaf));
  return { day, salt, head, leaf, place, size, path: pathIn(trees[i]!, place), root, digest, fits: true };
});
const goodProof = proofFile({ districtId: district, days, isWhole: true, isWaiting: false });
const goodDigests = digestsFile(district, digests);

type Touch = (files: { proof: typeof goodProof; digests: typeof goodDigests }) => void;
/** Runs the checker as a person does, with files of which something may have been changed. */
function check(touch: Touch = () => {}) {
  const files = structuredClone({ proof: goodProof, digests: goodDigests });
  touch(files);
  const paths = [join(folder, 'proof.json'), join(folder, 'digests.json')] as const;
  writeFileSync(paths[0], JSON.stringify(files.proof));
  writeFileSync(paths[1], JSON.stringify(files.digests));
  return run(...paths);
}
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/check-receipt.mjs', ...args], {
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}
const other = 'a'.repeat(64);

describe('the checker of receipts', () => {
  test('says that a proof fits the published digests', () => {
    const { status, text } = check();
    expect(text).toContain('2026-11-16：相符。');
    expect(text).toContain('All fits');
    expect(status).toBe(0);
  });

  test.each<[string, Touch, string]>([
    ['another record', ({ proof }) => (proof.days[0]!.head = other), '2026-11-16：记录与封存的不同'],
    ['a record that is gone', ({ proof }) => (proof.days[0]!.head = null), '2026-11-16：记录与封存的不同'],
    ['another neighbour', ({ proof }) => (proof.days[0]!.path[0] = other), '2026-11-16：不在当天公布的摘要里'],
    ['a neighbour too few', ({ proof }) => void proof.days[0]!.path.pop(), '2026-11-16：不在当天公布的摘要里'],
    ['another place', ({ proof }) => (proof.days[0]!.place ^= 1), '2026-11-16：不在当天公布的摘要里'],
    ['another root', ({ digests: { digests: all } }) => (all[1]!.root = other), '2026-11-17：公布的摘要自己就对不上'],
    ['another digest', ({ digests: { digests: all } }) => (all[0]!.digest = other), '2026-11-17：与前一天接不上'],
    [
      'a day that is not there',
      ({ digests: file }) => void file.digests.shift(),
      '2026-11-16：给出的摘要文件里没有这一天',
    ],
    ['another district', ({ digests: file }) => (file.district = 990178), '摘要文件是别的区的'],
    ['a proof of no day', ({ proof }) => void (proof.days.length = 0), '凭证里还没有任何一天'],
    ['something that is no hash', ({ proof }) => (proof.days[0]!.leaf = 'x'), '文件内容残缺'],
    ['another kind of file', ({ proof }) => (proof.format = 'other'), '不是从本站下载的凭证文件'],
  ])('says what is wrong: %s', (_, touch, said) => {
    const { status, text } = check(touch);
    expect(text).toContain(said);
    expect(text).not.toContain('全部相符');
    expect(status).toBe(1);
  });

  test('tells how it is used, and that a file cannot be read', () => {
    expect(run().text).toContain('用法');
    expect(run(join(folder, 'none.json'), join(folder, 'none.json'))).toMatchObject({ status: 1 });
  });
});
