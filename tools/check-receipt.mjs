// node check-receipt.mjs PROOF.json DIGESTS.json ...: checks, offline and without this project, that a matter is in the
// published daily digests. How it is worked out: docs/how-to/check-a-receipt.md.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const bytes = (hex, length) => {
  if (typeof hex !== 'string' || !/^[0-9a-f]*$/.test(hex) || hex.length !== 2 * length) throw new Error('hash');
  return Buffer.from(hex, 'hex');
};
const say = (zh, en) => `${zh}\n${en}`;

/** The digest of a day, from what is published of it. */
const digestOf = (district, { day, matters, root, prev }) =>
  sha256(Buffer.of(2), bytes(prev, 32), bytes(root, 32), Buffer.from(`${district} ${day} ${matters}`));

/** The root to which a leaf and its neighbours lead. */
function rootFrom({ leaf, place, matters, path }) {
  const rest = path.map((hash) => bytes(hash, 32));
  let node = bytes(leaf, 32);
  let at = place;
  for (let last = matters - 1; last > 0; last = Math.floor(last / 2), at = Math.floor(at / 2)) {
    if (at % 2 === 0 && at === last) continue;
    const neighbour = rest.shift();
    if (!neighbour) return undefined;
    node = at % 2 === 0 ? sha256(Buffer.of(1), node, neighbour) : sha256(Buffer.of(1), neighbour, node);
  }
  return rest.length === 0 && place >= 0 && place < matters ? node : undefined;
}

/** Why the published digests cannot be what they say; by day, in order. */
function faultsOfDigests({ district, digests }) {
  const faults = digests
    .filter((of) => !digestOf(district, of).equals(bytes(of.digest, 32)))
    .map(({ day }) => say(`${day}：公布的摘要自己就对不上。`, `${day}: the published digest does not fit itself.`));
  const inOrder = digests.toSorted((a, b) => a.day.localeCompare(b.day));
  for (const [i, { day, prev }] of inOrder.entries())
    if (i > 0 && inOrder[i - 1].digest !== prev)
      faults.push(say(`${day}：与前一天接不上。`, `${day}: does not follow from the day before.`));
  return faults;
}

/** What is wrong with the proof of one day; undefined when it fits. */
function faultOfDay(proof, published) {
  const { day, salt, head, leaf } = proof;
  if (!published)
    return say(
      `${day}：给出的摘要文件里没有这一天。请从本站 /trust/${day.slice(0, 4)} 下载那一年的，一并写在命令后面。`,
      `${day}: not in the digests given. Download those of the year from /trust/${day.slice(0, 4)} and add the file to the command.`,
    );
  const isOwn = head !== null && sha256(Buffer.of(0), bytes(salt, 16), bytes(head, 32)).equals(bytes(leaf, 32));
  if (!isOwn) return say(`${day}：记录与封存的不同。`, `${day}: the record is not the one that was sealed.`);
  const isIn = proof.matters === published.matters && rootFrom(proof)?.equals(bytes(published.root, 32)) === true;
  return isIn
    ? undefined
    : say(`${day}：不在当天公布的摘要里。`, `${day}: is not in the digest published for that day.`);
}

function readFile(path, format) {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8'));
    if (file.format === format) return file;
  } catch {
    // told below, with what to do
  }
  const [zh, en] = format === 'linli-proof-1' ? ['凭证文件', 'proof file'] : ['每日摘要文件', 'file of daily digests'];
  throw new TypeError(
    say(
      `读不懂 ${path}：它不是从本站下载的${zh}。请重新下载。`,
      `${path} is not a ${en} from the site. Please download it again.`,
    ),
  );
}

function check(proofPath, digestPaths) {
  const proof = readFile(proofPath, 'linli-proof-1');
  const files = digestPaths
    .map((path) => readFile(path, 'linli-digests-1'))
    .filter((file) => file.district === proof.district);
  if (files.length === 0)
    return [
      say(
        '摘要文件是别的区的，请从您那个区的网站下载。',
        'The digests are of another district; download those of yours.',
      ),
    ];
  if (proof.days.length === 0)
    return [
      say('凭证里还没有任何一天，请明天重新下载。', 'There is no day in the proof yet; download it again tomorrow.'),
    ];
  const published = new Map(files.flatMap(({ digests }) => digests.map((digest) => [digest.day, digest])));
  const faults = files.flatMap(faultsOfDigests);
  for (const day of proof.days) {
    const fault = faultOfDay(day, published.get(day.day));
    if (fault) faults.push(fault);
    else console.log(say(`${day.day}：相符。`, `${day.day}: fits.`));
  }
  return faults;
}

const [proofPath, ...digestPaths] = process.argv.slice(2);
const usage = say(
  '用法：node check-receipt.mjs 凭证文件 每日摘要文件 [更多每日摘要文件]',
  'Usage: node check-receipt.mjs PROOF.json DIGESTS.json [more digests]',
);
try {
  const faults = digestPaths.length > 0 ? check(proofPath, digestPaths) : [usage];
  for (const fault of faults) console.error(fault);
  if (faults.length === 0)
    console.log(
      say(
        '全部相符：这件事的记录就在公布的每日摘要里。',
        'All fits: the record of this matter is in the published digests.',
      ),
    );
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  const isTold = error instanceof TypeError && error.message.includes('\n');
  console.error(
    isTold ? error.message : say('文件内容残缺，请重新下载。', 'The files are damaged; please download them again.'),
  );
  process.exitCode = 1;
}
