import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';

export type Photographer = {
  /** Ids of the photos that the server said it kept. */
  readonly acknowledged: readonly string[];
  readonly finish: () => Promise<void>;
  readonly tell: () => string;
  /** Whether every answer was yes, or said in words what fails outside. */
  readonly fits: () => boolean;
};

const SIDE = 160;
const EVERY_MS = 100;

/** Somebody who sends photo after photo (拍照上传), no two alike. */
export function startPhotographer(port: number): Photographer {
  const acknowledged: string[] = [];
  const troubles = new Map<string, number>();
  const wrongs: string[] = [];
  const work = { isOver: false };
  const working = (async () => {
    while (!work.isOver) {
      const noise = Buffer.from(Array.from({ length: SIDE * SIDE * 3 }, () => Math.floor(Math.random() * 256)));
      const photo = await sharp(noise, { raw: { width: SIDE, height: SIDE, channels: 3 } })
        .jpeg()
        .toBuffer();
      const form = new FormData();
      form.append('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'photo.jpg');
      const address = `http://127.0.0.1:${port}/api/public/photos`;
      const answer = await fetch(address, { method: 'POST', body: form }).catch(() => undefined);
      const body = (await answer?.json().catch(() => ({}))) as { photoId?: string; code?: string; message?: object };
      if (answer?.status === 200 && body.photoId) acknowledged.push(body.photoId);
      else {
        const name = `${answer?.status ?? 'no answer'} ${body?.code ?? ''}`;
        troubles.set(name, (troubles.get(name) ?? 0) + 1);
        if (!body?.code?.startsWith('trouble.') || !body.message) wrongs.push(name);
      }
      await wait(EVERY_MS);
    }
  })();
  return {
    acknowledged,
    finish: async () => {
      work.isOver = true;
      await working;
    },
    tell: () =>
      [`${acknowledged.length} acknowledged`, ...[...troubles].map(([name, n]) => `${n} × ${name}`)].join(', '),
    fits: () => wrongs.length === 0,
  };
}
