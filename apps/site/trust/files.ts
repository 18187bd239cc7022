import type { DayDigest, PublishedDraw, ReceiptProof } from '../deps.ts';

const hex = (bytes: Buffer): string => bytes.toString('hex');

/** The published digests as a file (每日摘要文件), newest first; hashes in hexadecimal. */
export const digestsFile = (district: number, digests: readonly DayDigest[]) => ({
  format: 'linli-digests-1',
  district,
  digests: digests.map(({ day, leaves, root, prev, digest }) => ({
    day,
    matters: leaves,
    root: hex(root),
    prev: hex(prev),
    digest: hex(digest),
  })),
});

/** The proof of one matter as a file (凭证文件), for tools/check-receipt.mjs; it names neither the matter nor a person. */
export const proofFile = ({ districtId, days }: ReceiptProof) => ({
  format: 'linli-proof-1',
  district: districtId,
  days: days.map(({ day, salt, head, leaf, place, size, path, root, digest }) => ({
    day,
    salt: hex(salt),
    head: head && hex(head),
    leaf: hex(leaf),
    place,
    matters: size,
    path: path.map(hex),
    root: hex(root),
    digest: hex(digest),
  })),
});

/**
 * The draw of return visits of one day as a file (回访抽样文件): sorted in each sub-district and procedure by the SHA-256 of
 * "linli visit 1", the seed, the procedure and the number, each on a line of its own, one in so many comes first. `late`:
 * settled on an earlier day, but written when the digest of that day was made already, and so held by this one.
 */
export const drawFile = ({ day, seed, candidates }: PublishedDraw) => ({
  format: 'linli-visit-draw-1',
  day,
  seed: hex(seed),
  candidates: candidates.map(({ procedureId, stratum, number, oneIn, drawn, isLate }) => ({
    procedure: procedureId,
    subdistrict: stratum,
    number,
    oneIn,
    drawn,
    late: isLate,
  })),
});
