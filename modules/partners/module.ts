import { outsideTask } from './procedures/outside-task.ts';

/** Outside bodies (外单位): work that is asked of them, and the connections to their systems. */
export const partners = {
  name: 'partners',
  dependsOn: ['territory', 'bodies', 'access', 'matters', 'requests'],
  tables: ['partners.connections', 'partners.handoffs'],
  permissions: ['partners.connect'],
  procedures: [outsideTask],
} as const;
