import { benefitDeterminationV1 } from './procedures/benefit-determination-v1.ts';
import { benefitDetermination } from './procedures/benefit-determination.ts';

/** Services to residents (便民服务): what they apply for. */
export const services = {
  name: 'services',
  dependsOn: ['matters', 'requests'],
  tables: [],
  permissions: [],
  procedures: [benefitDeterminationV1, benefitDetermination],
} as const;
