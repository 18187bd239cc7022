import { clientOf } from '../../../ui/console/api.ts';
import { fileClientOf } from '../../../ui/console/send-file.ts';
import type { disclosureRoutes } from '../contract/disclosures.ts';
import type { opennessRoutes } from '../contract/routes.ts';

export const call = clientOf<typeof opennessRoutes>();
export const callDisclosures = clientOf<typeof disclosureRoutes>();
export const sendFile = fileClientOf<typeof disclosureRoutes>();
export const disclosuresKey = ['disclosures'] as const;
