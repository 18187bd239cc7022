import { say } from '../../../platform/i18n/words.ts';
import { guideSheet } from '../../../platform/sheets/read-lists.ts';
import type { WrittenSheet } from '../../../platform/sheets/sheet.ts';
import { writeRows } from '../../../platform/sheets/write-rows.ts';
import type { Work } from '../../../platform/work.ts';
import { bodyKinds, factsOfKind } from '../contract/body-kinds.ts';
import { sheetKinds, workbookForm, type SheetKind } from '../contract/workbook.ts';
import { groupKey } from '../rules/import/plan-posts.ts';
import type { Register } from '../rules/import/register.ts';
import { loadRegister } from '../store/register-store.ts';
import '../words/index.ts';

type Rows = readonly Readonly<Record<string, string>>[];

/** Exports areas, bodies with their links, posts and people as the workbook that an import takes back unchanged (建制表). */
export async function exportWorkbook(work: Work): Promise<Buffer> {
  const register = await loadRegister(work);
  return writeWorkbook({
    areas: register.areas.map(({ code, nameZh, nameEn, addresses }) => ({
      code,
      name: nameZh,
      nameEn,
      addresses: addresses.join('、'),
    })),
    bodies: register.bodies.map(({ nameZh, nameEn, kind, areaCode, phonePublic }) => ({
      name: nameZh,
      nameEn,
      kind: factsOfKind(kind).zh,
      area: areaCode,
      phone: phonePublic ?? '',
    })),
    posts: listPosts(register),
    people: listPeople(register),
    links: listLinks(register),
  });
}

/** The same workbook with headings and nothing below them, to be filled in (空白表). */
export const emptyWorkbook = (): Promise<Buffer> =>
  writeWorkbook({ areas: [], bodies: [], posts: [], people: [], links: [] });

const writeWorkbook = (lists: Readonly<Record<SheetKind, Rows>>): Promise<Buffer> =>
  writeRows([
    ...sheetKinds.map((kind): WrittenSheet => {
      const { zh, columns } = workbookForm[kind];
      return {
        name: zh,
        headings: columns.map((column) => (column.needed ? `${column.zh}*` : column.zh)),
        widths: columns.map(({ width }) => width),
        rows: lists[kind].map((row) => columns.map(({ key }) => row[key] ?? '')),
      };
    }),
    writeGuide(),
  ]);

/** What may be written for kinds of bodies and posts; an import leaves this sheet alone. */
function writeGuide(): WrittenSheet {
  return {
    name: guideSheet,
    headings: ['机构类型', '设在哪一级', '可设的岗位类型'],
    widths: [24, 24, 60],
    rows: bodyKinds.map((kind) => {
      const { zh, tiers, posts } = factsOfKind(kind);
      return [
        zh,
        tiers.map((tier) => tierNames[tier]).join('、'),
        posts.map((one) => say('bodies', `postKinds.${one}`).zh).join('、'),
      ];
    }),
  };
}

const tierNames = { district: '区', subdistrict: '街道', community: '社区', grid: '网格' } as const;

function listPosts({ posts, bodies }: Register): Rows {
  const nameOf = new Map(bodies.map(({ bodyId, nameZh }) => [bodyId, nameZh]));
  return [...Map.groupBy(posts, groupKey).values()].map((group) => {
    const { bodyId, nameZh, nameEn, kind, areaCode, isHead, tenure, phonePublic, duty } = group[0]!;
    return {
      body: nameOf.get(bodyId) ?? '',
      name: nameZh,
      nameEn,
      kind: say('bodies', `postKinds.${kind}`).zh,
      area: areaCode,
      places: String(group.length),
      head: isHead ? '是' : '否',
      tenure: tenure === 'elected' ? '选举' : '聘任',
      phone: phonePublic ?? '',
      duty: duty ?? '',
    };
  });
}

function listPeople({ people, posts, bodies }: Register): Rows {
  const nameOf = new Map(bodies.map(({ bodyId, nameZh }) => [bodyId, nameZh]));
  const heldBy = Map.groupBy(posts, ({ holder }) => holder?.accountId);
  return people.flatMap(({ accountId, login, nameZh, nameEn }) => {
    const person = { login, name: nameZh, nameEn };
    const held = heldBy.get(accountId) ?? [];
    if (held.length === 0) return [person];
    return held.map((post) => ({
      ...person,
      body: nameOf.get(post.bodyId) ?? '',
      post: post.nameZh,
      area: post.areaCode,
      fromOn: post.holder?.fromOn ?? '',
    }));
  });
}

function listLinks({ links, bodies }: Register): Rows {
  const nameOf = new Map(bodies.map(({ bodyId, nameZh }) => [bodyId, nameZh]));
  return links.map(({ fromBodyId, kind, toBodyId }) => ({
    from: nameOf.get(fromBodyId) ?? '',
    kind: say('bodies', `linkKinds.${kind}`).zh,
    to: nameOf.get(toBodyId) ?? '',
  }));
}
