import type { Fields } from '../kit/fields.ts';
import { findProcedure } from './engine.ts';

/**
 * The fields of what one matter writes into those that it took up (写进每一件): those that its procedure makes public. There whoever
 * asked reads them, and what is published of that other matter stays its own.
 */
export function fieldsTold({ procedure, version }: { readonly procedure: string; readonly version: number }): Fields {
  const from = findProcedure({ procedureId: procedure, procedureVersion: version });
  const all = Object.values(from?.steps ?? {}).flatMap(({ asks }) => Object.entries(asks ?? {}));
  return Object.fromEntries(
    all.flatMap(([name, field]) =>
      field.kind === 'text' && field.visible === 'public' ? [[name, { ...field, visible: 'reporter' } as const]] : [],
    ),
  );
}
