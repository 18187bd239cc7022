import { say } from '../../../platform/i18n/words.ts';
import type { CellFault } from '../../../platform/sheets/read-lists.ts';
import { sayCellFault } from '../../../platform/sheets/say-fault.ts';
import type { Scope } from '../../../platform/work.ts';
import type { AreaStep } from '../../territory/index.ts';
import type { BoardView, HolderView, ImportPreviewView, LinkView } from '../contract/views.ts';
import { factsOfKind } from '../contract/body-kinds.ts';
import type { Body, BodyName, LinkKind } from '../contract/body.ts';
import { factsOfRung, type ChainLink, type NamedHolder } from '../contract/chain.ts';
import { sheetKinds, workbookForm } from '../contract/workbook.ts';
import { isGap } from '../rules/build-chain.ts';
import type { ImportPlan } from '../rules/import/plan-import.ts';
import type { Board } from './find-board.ts';
import '../words/index.ts';

const MOST_SHOWN = 500;
const MOST_MISSING = 100;

export const viewArea = ({ code, nameZh, nameEn }: Pick<AreaStep, 'code' | 'nameZh' | 'nameEn'>) => ({
  code,
  name: { zh: nameZh, en: nameEn },
});

export const viewHolder = (one: NamedHolder): HolderView => ({
  postId: one.postId,
  post: { zh: one.postZh, en: one.postEn },
  body: { zh: one.bodyZh, en: one.bodyEn },
  bodyId: one.bodyId,
  person: one.personZh === null ? null : { zh: one.personZh, en: one.personEn ?? one.personZh },
  phone: one.phonePublic,
  duty: one.duty,
  standIn: one.standIn && {
    person: { zh: one.standIn.personZh, en: one.standIn.personEn },
    untilOn: one.standIn.untilOn,
  },
});

const isWithin = (code: string, { lo, hi }: Scope): boolean => code >= lo && code < hi;

/** A rung as somebody with this scope may see it: neighbours who help are named only to who works there. */
export function viewLink(link: ChainLink, scope: Scope): LinkView {
  const { zh, en, fromPosts, isPublic } = factsOfRung(link.rung);
  const isHidden = !isPublic && !isWithin(link.areaCode, scope) && !isGap(link);
  return {
    rung: link.rung,
    rungName: { zh, en },
    isCharged: fromPosts === null,
    areaCode: link.areaCode,
    place: link.place,
    doors: link.doors,
    homes: link.homes,
    holders: isHidden ? [] : link.holders.map(viewHolder),
    isGap: isGap(link),
    isHidden,
  };
}

export const viewBody = (body: Body, area: { readonly nameZh: string; readonly nameEn: string }) => {
  const { zh, en } = factsOfKind(body.kind);
  return {
    bodyId: body.bodyId,
    name: { zh: body.nameZh, en: body.nameEn },
    kind: { zh, en },
    areaCode: body.areaCode,
    area: { zh: area.nameZh, en: area.nameEn },
    phone: body.phonePublic,
  };
};

/** A link as a sentence: the office guides the committee. */
export function sayLink(from: BodyName, kind: LinkKind, to: BodyName): { zh: string; en: string } {
  const verb = say('bodies', `linkKinds.${kind}`);
  return { zh: `${from.nameZh}${verb.zh}${to.nameZh}。`, en: `${from.nameEn} ${verb.en} ${to.nameEn}.` };
}

export function viewBoard(code: string, { path, addresses, service, liaison, grids }: Board): BoardView {
  const nameOf = (areaCode: string) => {
    const step = path.find((one) => one.code === areaCode);
    return step ? viewArea(step).name : { zh: areaCode, en: areaCode };
  };
  return {
    code,
    path: path.map(viewArea),
    addresses: [...addresses],
    service: service.map(({ kind, nameZh, nameEn, phonePublic, posts }) => ({
      name: { zh: nameZh, en: nameEn },
      kind: { zh: factsOfKind(kind).zh, en: factsOfKind(kind).en },
      phone: phonePublic,
      posts: posts.map(viewHolder),
    })),
    liaison: [
      ...liaison
        .filter(({ areaCode }) => !grids.some((grid) => grid.code === areaCode))
        .map(({ rung, areaCode, holders }) => ({
          rungName: { zh: factsOfRung(rung).zh, en: factsOfRung(rung).en },
          area: nameOf(areaCode),
          holders: holders.map(viewHolder),
        })),
      ...grids.map((grid) => ({
        rungName: viewArea(grid).name,
        area: { zh: grid.addresses.join('、'), en: grid.addresses.join(', ') },
        holders: liaison
          .filter(({ areaCode }) => areaCode === grid.code)
          .flatMap(({ holders }) => holders.map(viewHolder)),
      })),
    ],
  };
}

const viewFault = (fault: CellFault) => {
  const { sheet, row, column, heading } = fault;
  return { sheet, row, column, heading, message: sayCellFault(fault) };
};

/** A preview in words, cut to what a person can read at once; the counts are of everything. */
export function viewPreview(
  preview: Omit<ImportPlan, 'writes'> & { newAccounts: number; digest: string },
): ImportPreviewView {
  const { digest, faults, changes, tally, ignored, newAccounts } = preview;
  const sheetName = (kind: (typeof sheetKinds)[number]) => say('bodies', `workbook.sheets.${kind}`);
  return {
    digest,
    sheets: sheetKinds.map((kind) => {
      const { rows = 0, new: added = 0, changed = 0, unchanged = 0, missing = [] } = tally[kind] ?? {};
      return {
        name: sheetName(kind),
        isThere: tally[kind] !== null,
        rows,
        new: added,
        changed,
        unchanged,
        missing: missing.slice(0, MOST_MISSING),
        missingCount: missing.length,
      };
    }),
    faultCount: faults.length,
    faults: faults.slice(0, MOST_SHOWN).map(viewFault),
    changeCount: changes.length,
    changes: changes.slice(0, MOST_SHOWN).map(({ sheet, parts, ...change }) => ({
      ...change,
      sheet: sheetName(sheet),
      parts: parts.map(({ heading, before, after }) => ({ heading: headingOf(sheet, heading), before, after })),
    })),
    ignored: [...ignored],
    newAccounts,
  };
}

/** The heading of a column in the form; in English its key is word enough for who works in English. */
function headingOf(sheet: (typeof sheetKinds)[number], key: string) {
  const column = workbookForm[sheet].columns.find((one) => one.key === key);
  return { zh: column?.zh ?? key, en: say('bodies', `workbook.columns.${key}`).en };
}
