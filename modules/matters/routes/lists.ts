import type { Context } from '../../../platform/http/context.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import { done } from '../../../platform/result.ts';
import { mayUse } from '../../access/index.ts';
import { streamRows, XLSX_TYPE } from '../../../platform/sheets/stream-rows.ts';
import { MOST_ROWS, type listRoutes } from '../contract/lists.ts';
import { headingsOfList, headOfList, readList } from '../queries/export-list.ts';
import { listMatters } from '../queries/list-matters.ts';
import { say } from '../../../platform/i18n/words.ts';
import '../words/index.ts';

/** What is answered about lists taken out as files. */
export const listHandlers: Handlers<Context, typeof listRoutes> = {
  'GET /api/lists/matters': async ({ inScope, actor, now }, { query: { language, ...rest } }) => {
    if (rest.words !== undefined) {
      const may = mayUse(actor, 'matters.search');
      if (!may.ok) return may;
    }
    const search = { ...rest, queue: rest.queue ?? (rest.words === undefined ? 'open' : 'newest') } as const;
    // What would be refused is refused before the first byte is sent.
    const first = await inScope((work) => listMatters(work, { ...search, limit: 1 }));
    if (!first.ok) return first;
    const head = await inScope((work) => headOfList(work, search, language));
    const stream = streamRows({
      name: say('matters', 'list.sheet')[language],
      head,
      headings: headingsOfList(language),
      widths: [16, 44, 14, 18, 28, 24, 12, 24, 18, 18, 18],
      rows: readList(inScope, search, language, MOST_ROWS),
    });
    const downloadAs = `${say('matters', 'list.sheet')[language]}-${now.toISOString().slice(0, 10)}.xlsx`;
    return done({ stream, mediaType: XLSX_TYPE, downloadAs });
  },
};
