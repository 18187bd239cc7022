import { coordinationManifest } from '../../modules/coordination/index.ts';
import type { Procedure } from '../../modules/matters/index.ts';
import { petitionsManifest } from '../../modules/petitions/index.ts';
import { requestsManifest } from '../../modules/requests/index.ts';
import { servicesManifest } from '../../modules/services/index.ts';

const manifests = [requestsManifest, coordinationManifest, servicesManifest, petitionsManifest] as const;

/** Every procedure that this program carries out, as the manifests of the modules list them. */
export const procedures: readonly Procedure[] = manifests.flatMap(({ procedures: own }): readonly Procedure[] => own);
