import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { failureOf, type Failure } from '../../../ui/console/failure.ts';
import type { EntryView, MatterPage, StepOffer } from '../contract/views.ts';
import { call } from './api.ts';
import { cache } from './cache.ts';

/**
 * Sends one step. A retry after a lost answer carries the same command id, so that it happens once; after a refusal,
 * which changed nothing, the next attempt is a new command on what the person has now seen.
 */
export function useTakeStep(page: Pick<MatterPage, 'id' | 'seq'>, step: StepOffer['step'], taken: () => void) {
  const client = useQueryClient();
  const commandId = useRef(crypto.randomUUID());
  const seenSeq = useRef(page.seq);
  const [failure, setFailure] = useState<Failure>();
  const { mutate, isPending } = useMutation({
    mutationFn: (input: Record<string, unknown>) =>
      call('POST /api/matters/:id/steps/:step', {
        params: { id: page.id, step },
        body: { commandId: commandId.current, seenSeq: seenSeq.current, input },
      }),
    onMutate: () => setFailure(undefined),
    onSuccess: async () => {
      taken();
      await client.invalidateQueries({ queryKey: cache.all });
    },
    onError: (thrown) => {
      const met = failureOf(thrown);
      setFailure(met);
      if (met.kind !== 'refused') return;
      commandId.current = crypto.randomUUID();
      const changed = met.changedSince as readonly EntryView[];
      seenSeq.current = Math.max(seenSeq.current, ...changed.map(({ seq }) => seq));
      void client.invalidateQueries({ queryKey: cache.all });
    },
  });
  return { send: mutate, isPending, failure, changedSince: (failure?.changedSince ?? []) as readonly EntryView[] };
}
