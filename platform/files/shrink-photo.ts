import sharp from 'sharp';
import { done, refuse, type Result } from '../result.ts';

export type ShrunkPhoto = {
  readonly bytes: Buffer;
  readonly mediaType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
};

const LONGEST_SIDE_PX = 1600;
const MOST_PIXELS = 60_000_000;
const READABLE = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff']);

/**
 * Turns an uploaded photo into a smaller JPEG without its metadata, so that neither place nor device stays in it.
 * The type is decided by the content, never by the name.
 *
 * @returns the photo upright, at most 1600 px on its longer side; or a refusal: `photo.missing`, `photo.too_large`
 *   (with the limit in MB), `photo.not_an_image`, `photo.too_many_pixels`
 */
export async function shrinkPhoto(
  bytes: Buffer,
  limits: { readonly maxBytes: number },
): Promise<Result<ShrunkPhoto, 'photo.missing' | 'photo.too_large' | 'photo.not_an_image' | 'photo.too_many_pixels'>> {
  if (bytes.length === 0) return refuse('photo.missing');
  if (bytes.length > limits.maxBytes)
    return refuse('photo.too_large', { megabytes: Math.floor(limits.maxBytes / 1_048_576) });
  try {
    const about = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!about.format || !READABLE.has(about.format)) return refuse('photo.not_an_image');
    if (about.width * about.height > MOST_PIXELS) return refuse('photo.too_many_pixels');
    const { data, info } = await sharp(bytes)
      .rotate()
      .resize({ width: LONGEST_SIDE_PX, height: LONGEST_SIDE_PX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return done({ bytes: data, mediaType: 'image/jpeg', width: info.width, height: info.height });
  } catch {
    return refuse('photo.not_an_image');
  }
}
