import type { Context } from '../../../platform/http/context.ts';
import type { Answer, FileAnswer, Handlers } from '../../../platform/http/serve.ts';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { noScope, type Actor, type Scope, type Work } from '../../../platform/work.ts';
import type { ChangeOrder, GridsChanged } from '../actions/change-grids.ts';
import { mergeGrids, moveAddresses, redrawGrids, splitGrid } from '../actions/edit-grids.ts';
import { importAddresses } from '../actions/import-addresses.ts';
import type { Changed, gridRoutes } from '../contract/grid-routes.ts';
import { getGridBook, shapeOf, viewFinding } from '../queries/get-grid-book.ts';
import { listEditable } from '../queries/list-editable.ts';
import { listOutlines } from '../queries/list-outlines.ts';
import { locate, toPoint } from '../queries/locate.ts';
import { viewLocation } from '../queries/view-location.ts';

const KEPT_SECONDS = 300;

const viewChange = ({ plan, findings, ...rest }: GridsChanged): Changed => ({
  ...rest,
  moves: plan.moves.map((move) => ({ ...move })),
  founded: plan.founded,
  ended: plan.ended,
  outlines: plan.outlines.map(({ gridCode, outline }) => ({ gridCode, outline: shapeOf(outline) })),
  undecided: [...plan.undecided],
  findings: findings.map(viewFinding),
});

const changeBy =
  ({ registerScopeFor, passMatters }: GridParts) =>
  <Order extends ChangeOrder>(act: (work: Work, order: Order) => Promise<Result<GridsChanged>>) =>
  async (
    context: Context,
    { params, body }: { params: { code: string }; body: Omit<Order, 'community'> },
  ): Promise<Answer<Changed>> => {
    const changed = await context.as(context.actor, registerScopeFor(context.actor), (work) =>
      act(work, { ...body, community: params.code } as Order),
    );
    if (!changed.ok) return changed;
    if (changed.value.plan.ended !== null && !changed.value.preview) await passMatters(context);
    return done(viewChange(changed.value));
  };

export type Tile = { readonly z: number; readonly x: number; readonly y: number };
/** Where tiles of a background map come from (底图); the server hands it in. */
export type TileSource = {
  readonly layers: number;
  readonly datum: 'wgs84' | 'gcj02';
  readonly fetchTile: (layer: number, tile: Tile) => Promise<FileAnswer | undefined>;
};

export type GridParts = {
  readonly tiles: TileSource;
  /** How far somebody sees in the register of addresses. */
  readonly registerScopeFor: (actor: Actor) => Scope;
  /** Passes on the matters of a grid that ended, so that nobody waits for the timer. */
  readonly passMatters: (context: Context) => Promise<void>;
};

/** What the territory answers on its routes about grids. */
export const gridHandlers = (parts: GridParts): Handlers<Context, typeof gridRoutes> => {
  const { tiles, registerScopeFor } = parts;
  const change = changeBy(parts);
  const inRegister = <T>({ as, actor }: Context, run: (work: Work) => Promise<T>) =>
    as(actor, registerScopeFor(actor), run);
  return {
    'GET /api/locate': async ({ actor, as, inScope, districtId }, { query }) => {
      const { text, under, lon, lat, datum, address } = query;
      const run = (work: Work) => {
        if (address !== undefined) return locate(work, { by: 'address', code: address });
        if (lon !== undefined && lat !== undefined)
          return locate(work, { by: 'point', point: toPoint([lon, lat], datum) });
        return locate(work, { by: 'text', text: text ?? '', under: under ?? String(districtId) });
      };
      const isEmpty = address === undefined && (lon === undefined || lat === undefined) && !text?.trim();
      if (isEmpty) return refuse('search.nothing_asked');
      const located = await (actor.kind === 'worker' ? inScope(run) : as({ kind: 'public' }, noScope, run));
      return located.ok ? done(viewLocation(located.value)) : located;
    },

    'GET /api/public/outlines': async ({ as, districtId, reply }, { query }) => {
      const { under = String(districtId), kind } = query;
      const collection = await as({ kind: 'public' }, noScope, (work) => listOutlines(work, { under, kind }));
      void reply.header('cache-control', `public, max-age=${KEPT_SECONDS}`);
      return done(collection);
    },

    'GET /api/map': async () => done({ layers: tiles.layers, datum: tiles.datum }),

    'GET /api/map/tiles/:layer/:z/:x/:y': async (_, { params: { layer, ...tile } }) => {
      const found = layer < tiles.layers ? await tiles.fetchTile(layer, tile) : undefined;
      return found ? done(found) : refuse('tile.not_found');
    },

    'GET /api/grids/communities': (context) =>
      inRegister(context, async (work) => done({ communities: await listEditable(work) })),

    'GET /api/communities/:code/grids': (context, { params }) =>
      inRegister(context, (work) => getGridBook(work, params.code)),
    'POST /api/communities/:code/grids/move': change(moveAddresses),
    'POST /api/communities/:code/grids/split': change(splitGrid),
    'POST /api/communities/:code/grids/merge': change(mergeGrids),
    'POST /api/communities/:code/grids/outlines': change(redrawGrids),

    'POST /api/communities/:code/addresses': (context, { params, body }) =>
      inRegister(context, async (work) => {
        const imported = await importAddresses(work, { ...body, community: params.code });
        if (imported.ok) return done({ ...imported.value, faults: [] });
        if (!('lines' in imported)) return imported;
        // A list with faults is no refusal of the page: each line is told, and nothing was written.
        const faults = imported.lines.map(({ line, code, ...values }) => ({
          line,
          code,
          message: sayRefusal({ code, details: { line, ...values } }),
        }));
        return done({ seq: body.seenSeq, preview: true, repeated: false, added: 0, known: 0, placed: 0, faults });
      }),
  };
};
