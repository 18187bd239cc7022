import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { ViewSearch } from './desk.ts';

/** More rows than this do not fit one sheet of the office programs with its head. */
export const MOST_ROWS = 1_000_000;

/** A queue or a search as a file of the office's spreadsheet program (清单导出), as it is shown. */
export const listRoutes = {
  'GET /api/lists/matters': route({
    permission: 'matters.read',
    summary: 'One queue or search as an .xlsx, with who took it out, when, and what it was narrowed by',
    query: ViewSearch.extend({ language: z.enum(['zh', 'en']).default('zh') }),
    file: true,
  }),
};
