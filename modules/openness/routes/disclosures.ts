import type { Context } from '../../../platform/http/context.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import { done } from '../../../platform/result.ts';
import { disclose, storeDisclosureFile } from '../actions/disclose.ts';
import type { disclosureRoutes } from '../contract/disclosures.ts';
import { findNoticeOf } from '../queries/find-notice-of.ts';
import { listDisclosureDesk } from '../queries/list-disclosures.ts';
import { previewDisclosure } from '../queries/preview-disclosure.ts';
import { previewQuestion } from '../queries/preview-question.ts';

/** What the console asks about disclosures (公开事项). */
export const disclosureHandlers: Handlers<Context, typeof disclosureRoutes> = {
  'GET /api/disclosures': ({ inScope }) => inScope(async (work) => done(await listDisclosureDesk(work))),

  'POST /api/disclosures/preview': ({ inScope }, { body }) => inScope((work) => previewDisclosure(work, body)),

  'GET /api/notice-questions/:id/notice': ({ inScope }, { params }) => inScope((work) => findNoticeOf(work, params.id)),

  'POST /api/notice-questions/:id/preview': ({ inScope }, { params, body }) =>
    inScope((work) => previewQuestion(work, params.id, body)),

  'POST /api/disclosures/files': ({ inScope, files, maxPhotoBytes }, { upload }) =>
    inScope((work) => storeDisclosureFile(work, { bytes: upload, maxBytes: maxPhotoBytes, files })),

  'POST /api/disclosures': ({ inScope }, { body }) => inScope((work) => disclose(work, body)),
};
