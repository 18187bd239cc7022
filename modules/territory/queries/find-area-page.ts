import { sayRefusal, say, type Both } from '../../../platform/i18n/words.ts';
import '../words/index.ts';
import type { Work } from '../../../platform/work.ts';
import type { AreaChange, AreaChangeOrder } from '../contract/area-change.ts';
import type { AreaChangeView, AreaPage } from '../contract/routes.ts';
import { computeAreaPath } from '../rules/area-code.ts';
import { loadListed } from '../store/area-list-store.ts';
import { loadChanges, loadFormerNames, loadSuccessions } from '../store/change-store.ts';
import { partOf, viewArea } from './browse-areas.ts';

/** Finds one area with its life (区划沿革), ended ones too; undefined when there never was one of this code here. */
export async function findAreaPage(work: Work, code: string): Promise<AreaPage | undefined> {
  const path = await loadListed(work, computeAreaPath(code));
  const own = path.at(-1);
  if (own?.code !== code) return undefined;
  const before = await loadSuccessions(work, 'to', [code]);
  const after = await loadSuccessions(work, 'from', [code]);
  const names = await loadFormerNames(work, code);
  return {
    ...viewArea(own),
    path: path.map(partOf),
    formerNames: names.map(({ nameZh, nameEn, untilOn }) => ({ zh: nameZh, en: nameEn, untilOn })),
    cameFrom: (
      await loadListed(
        work,
        before.map(({ from }) => from),
      )
    ).map(partOf),
    wentTo: (
      await loadListed(
        work,
        after.map(({ to }) => to),
      )
    ).map(partOf),
    changes: await viewChanges(work, await loadChanges(work, { code })),
  };
}

/** Lists the changes of areas that were decided (区划变更清单), the latest day first. */
export const listAreaChanges = async (work: Work): Promise<AreaChangeView[]> =>
  viewChanges(work, await loadChanges(work, {}));

async function viewChanges(work: Work, changes: readonly AreaChange[]): Promise<AreaChangeView[]> {
  const codes = changes.flatMap(({ order }) => (order.kind === 'merge' ? [order.code, order.into] : [order.code]));
  const areas = await loadListed(work, [...new Set(codes)]);
  const nameOf = (code: string) => partOfCode(areas, code);
  return changes.map(({ id, order, on, source, effect }) => ({
    id,
    kind: order.kind,
    on,
    source,
    says: sayChange(order, nameOf),
    standing: effect?.what ?? 'waiting',
    why: effect?.refusal ? sayRefusal(effect.refusal) : null,
  }));
}

const partOfCode = (areas: Awaited<ReturnType<typeof loadListed>>, code: string): Both => {
  const area = areas.find((one) => one.code === code);
  return area ? partOf(area).name : { zh: code, en: code };
};

function sayChange(order: AreaChangeOrder, nameOf: (code: string) => Both): Both {
  const own = nameOf(order.code);
  const base = { nameZh: own.zh, nameEn: own.en, on: order.on };
  switch (order.kind) {
    case 'merge': {
      const into = nameOf(order.into);
      return say('territory', 'changes.merge', { ...base, toZh: into.zh, toEn: into.en });
    }
    case 'split':
      return say('territory', 'changes.split', {
        ...base,
        toZh: order.parts.map(({ nameZh }) => nameZh).join('、'),
        toEn: order.parts.map(({ nameEn }) => nameEn).join(', '),
      });
    case 'end':
      return say('territory', 'changes.end', base);
    case 'found':
      return say('territory', 'changes.found', { ...base, toZh: order.nameZh, toEn: order.nameEn });
    case 'rename':
      return say('territory', 'changes.rename', { ...base, toZh: order.nameZh, toEn: order.nameEn });
  }
}
