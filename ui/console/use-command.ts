import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { failureBeside, failureOf } from './failure.ts';
import { useLanguage } from './language.ts';

/**
 * Sends one command under an id that stays until it was answered (命令), so that pressing twice, or again after a lost
 * connection, does nothing twice. A refusal asks anew too: what was pressed may have been done by somebody else.
 *
 * @param refresh what is asked anew afterwards
 * @param at the fields at which the form says what is wrong; whatever is wrong elsewhere is said beside the button
 */
export function useCommand<Input, Reply>(
  send: (commandId: string, input: Input) => Promise<Reply>,
  {
    refresh,
    at = [],
    after,
  }: {
    readonly refresh: readonly string[];
    readonly at?: readonly string[];
    readonly after?: (reply: Reply) => void;
  },
) {
  const { say } = useLanguage();
  const client = useQueryClient();
  const commandId = useRef(crypto.randomUUID());
  const { mutate, isPending, error, isSuccess, reset } = useMutation({
    mutationFn: (input: Input) => send(commandId.current, input),
    onSuccess: (reply) => {
      commandId.current = crypto.randomUUID();
      void client.invalidateQueries({ queryKey: [...refresh] });
      after?.(reply);
    },
    onError: (thrown) => {
      if (failureOf(thrown).kind !== 'refused') return;
      commandId.current = crypto.randomUUID();
      void client.invalidateQueries({ queryKey: [...refresh] });
    },
  });
  const failure = error ? failureOf(error) : undefined;
  return {
    send: mutate,
    isPending,
    isSuccess,
    reset,
    failure: failureBeside(failure, at),
    /** Whether a field of the form has something wrong in it. */
    isFaulty: at.some((name) => failure?.fields[name] !== undefined),
    faultAt: (name: string): string | undefined => {
      const fault = failure?.fields[name];
      return fault && say(fault.message);
    },
  };
}
