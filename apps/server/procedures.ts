import type { Procedure } from '../../modules/matters/index.ts';
import { requestsManifest } from '../../modules/requests/index.ts';

/** Every procedure that this program carries out, as the manifests of the modules list them. */
export const procedures: readonly Procedure[] = [requestsManifest].flatMap(
  ({ procedures: own }): readonly Procedure[] => own,
);
