import type { Changed } from '../contract/grid-routes.ts';
import { call } from './grid-api.ts';

type Ring = [number, number][];
export type EditOutline = Ring[][];

/** What a person wants to do with grids, before it is sent. */
export type GridOrder =
  | { readonly kind: 'move'; readonly addresses: string[]; readonly to: string }
  | {
      readonly kind: 'split';
      readonly grid: string;
      readonly addresses: string[] | null;
      readonly line: Ring | null;
      readonly nameZh: string;
      readonly nameEn: string;
    }
  | { readonly kind: 'merge'; readonly grid: string; readonly into: string }
  | { readonly kind: 'outlines'; readonly outlines: { gridCode: string; outline: EditOutline | null }[] };

type How = { readonly commandId: string; readonly seenSeq: number; readonly preview: boolean };

/** Sends an order to the server, to be looked at first (`preview`) or to be done. */
export function sendOrder(code: string, order: GridOrder, how: How): Promise<Changed> {
  const params = { code };
  const { kind: _, ...rest } = order;
  const body = { ...how, ...rest } as never;
  switch (order.kind) {
    case 'move':
      return call('POST /api/communities/:code/grids/move', { params, body });
    case 'split':
      return call('POST /api/communities/:code/grids/split', { params, body });
    case 'merge':
      return call('POST /api/communities/:code/grids/merge', { params, body });
    case 'outlines':
      return call('POST /api/communities/:code/grids/outlines', { params, body });
  }
}
