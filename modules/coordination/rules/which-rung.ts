import type { Condition, Facts } from '../../matters/index.ts';

const stoodOn =
  (clock: string) =>
  ({ matter }: Facts): boolean =>
    matter.clocks.some((run) => run.clock === clock);

/** It was supervised or talked about before (督办过): a poor answer goes to the talk. */
export const wasSupervised: Condition = {
  name: 'wasSupervised',
  zh: '督办过',
  en: 'was under a supervision notice',
  holds: stoodOn('supervising'),
};

/** It was urged before (催办过): a poor answer goes to the supervision notice. */
export const wasUrged: Condition = { name: 'wasUrged', zh: '催办过', en: 'was urged', holds: stoodOn('urging') };
