import sharp from 'sharp';

/** A photo as a phone would send it. */
export async function takePhoto(name = 'IMG_0118.jpg') {
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#b26a00' } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}
