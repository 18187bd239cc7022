import type { TileSource } from '../../modules/territory/index.ts';
import type { Config } from '../../platform/config.ts';
import type { FileAnswer } from '../../platform/http/serve.ts';

const TIMEOUT_MS = 5_000;
const LARGEST_BYTES = 1_048_576;
const KEPT_TILES = 500;

/**
 * Fetches tiles of the background map (底图瓦片) from the addresses of the settings, so that the key in them never leaves the
 * server, and keeps the last ones. What does not come, or is no picture, is no tile.
 */
export function makeTileSource({ templates, datum }: Config['tiles']): TileSource {
  const kept = new Map<string, FileAnswer>();
  return {
    layers: templates.length,
    datum,
    fetchTile: async (layer, { z, x, y }) => {
      const template = templates[layer];
      if (template === undefined || x >= 2 ** z || y >= 2 ** z) return undefined;
      const key = `${layer}/${z}/${x}/${y}`;
      const known = kept.get(key);
      const tile = known ?? (await fetchPicture(fill(template, { z, x, y })));
      if (!tile) return undefined;
      kept.delete(key); // the last asked for goes to the end
      kept.set(key, tile);
      const [oldest] = kept.keys();
      if (kept.size > KEPT_TILES && oldest !== undefined) kept.delete(oldest);
      return tile;
    },
  };
}

const fill = (template: string, { z, x, y }: { z: number; x: number; y: number }): string =>
  template.replaceAll('{z}', String(z)).replaceAll('{x}', String(x)).replaceAll('{y}', String(y));

async function fetchPicture(url: string): Promise<FileAnswer | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
    const mediaType = response.headers.get('content-type')?.split(';')[0] ?? '';
    if (!response.ok || !/^image\/(png|jpeg|webp)$/.test(mediaType)) return undefined;
    const bytes = Buffer.from(await response.arrayBuffer());
    return bytes.length > LARGEST_BYTES ? undefined : { bytes, mediaType };
  } catch {
    return undefined; // the map draws itself without the tile
  }
}
