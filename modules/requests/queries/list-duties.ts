import { say } from '../../../platform/i18n/words.ts';
import { writeRows } from '../../../platform/sheets/write-rows.ts';
import type { Work } from '../../../platform/work.ts';
import { describeBodies } from '../../bodies/index.ts';
import { findRuling } from '../../matters/index.ts';
import { getToday, listAreas } from '../../territory/index.ts';
import type { DutyView } from '../contract/duty-routes.ts';
import { lineInForce } from '../rules/duty-matrix.ts';
import { dutyForm } from '../rules/plan-duties.ts';
import { findDutyOfRuling, loadDuties } from '../store/duty-store.ts';
import '../words/index.ts';

/** Lists every line of the duty matrix (职责分工) with names, and says which of them hold on a day; newest first. */
export async function listDuties(work: Work, on?: string): Promise<{ on: string; today: string; lines: DutyView[] }> {
  const today = await getToday(work);
  const day = on ?? today;
  const lines = await loadDuties(work);
  const names = await describeBodies(work, [...new Set(lines.flatMap(({ bodyId }) => bodyId ?? []))]);
  const bodyOf = new Map(names.map((body) => [body.bodyId, { zh: body.nameZh, en: body.nameEn }]));
  const areas = new Map((await listAreas(work)).map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]));
  return {
    on: day,
    today,
    lines: lines.toReversed().map(({ ruling, recordedAt: _at, ...line }) => ({
      ...line,
      area: areas.get(line.areaCode) ?? { zh: line.areaCode, en: line.areaCode },
      body: (line.bodyId && bodyOf.get(line.bodyId)) || null,
      matterId: ruling?.matterId ?? null,
      holds: lineInForce(lines, line.category, line.areaCode, day)?.id === line.id,
    })),
  };
}

/** Exports the lines that hold today as a workbook that an import takes back unchanged (职责分工表). */
export async function exportDuties(work: Work): Promise<Buffer> {
  const { lines } = await listDuties(work);
  const { zh, columns } = dutyForm;
  return writeRows([
    {
      name: zh,
      headings: columns.map((column) => (column.needed ? `${column.zh}*` : column.zh)),
      widths: columns.map(({ width }) => width),
      rows: lines
        .filter(({ holds }) => holds)
        .map(({ category, areaCode, body, limitWorkingDays, fromOn, source }) => [
          say('requests', `categories.${category}`).zh,
          areaCode,
          body?.zh ?? '',
          limitWorkingDays === null ? '' : String(limitWorkingDays),
          fromOn,
          source,
        ]),
    },
  ]);
}

/** Finds the ruling on a request and whether it was written back (裁定写回); null when nobody ruled. */
export async function findRulingView(work: Work, matterId: string) {
  const ruling = await findRuling(work, matterId);
  if (!ruling) return null;
  const [body] = await describeBodies(work, [ruling.ruledBodyId]);
  return {
    body: { zh: body?.nameZh ?? '', en: body?.nameEn ?? '' },
    isWrittenBack: (await findDutyOfRuling(work, matterId, ruling.seq)) !== undefined,
  };
}
