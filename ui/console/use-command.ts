import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { failureOf } from './failure.ts';
import { useLanguage } from './language.ts';

/**
 * Sends one command under an id that stays until it was answered (命令), so that pressing twice, or again after a lost
 * connection, does nothing twice.
 *
 * @param refresh what is asked anew afterwards
 */
export function useCommand<Input, Reply>(
  send: (commandId: string, input: Input) => Promise<Reply>,
  { refresh, after }: { readonly refresh: readonly string[]; readonly after?: (reply: Reply) => void },
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
      if (failureOf(thrown).kind === 'refused') commandId.current = crypto.randomUUID();
    },
  });
  const failure = error ? failureOf(error) : undefined;
  return {
    send: mutate,
    isPending,
    isSuccess,
    reset,
    /** What is said beside the button: nothing when every word stands at a field. */
    failure: failure && Object.keys(failure.fields).length > 0 ? undefined : failure,
    faultAt: (name: string): string | undefined => {
      const fault = failure?.fields[name];
      return fault && say(fault.message);
    },
  };
}
