import { coordinationManifest } from '../../modules/coordination/index.ts';
import type { Procedure } from '../../modules/matters/index.ts';
import { opennessManifest } from '../../modules/openness/index.ts';
import { partnersManifest } from '../../modules/partners/index.ts';
import { petitionsManifest } from '../../modules/petitions/index.ts';
import { requestsManifest } from '../../modules/requests/index.ts';
import { servicesManifest } from '../../modules/services/index.ts';

const manifests = [
  requestsManifest,
  coordinationManifest,
  servicesManifest,
  petitionsManifest,
  opennessManifest,
  partnersManifest,
] as const;

/** Every procedure that this program carries out, as the manifests of the modules list them and as they were published. */
export const procedures: readonly Procedure[] = manifests.flatMap(({ procedures: own }): readonly Procedure[] => own);

/** Versions to which something was added since (补充规定). */
export const amended: readonly Procedure[] = manifests.flatMap((manifest): readonly Procedure[] =>
  'amended' in manifest ? manifest.amended : [],
);

/** What a server installs: each version as it was published, then the amended ones in its place. */
export const installed: readonly Procedure[] = [...procedures, ...amended];
