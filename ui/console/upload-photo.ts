import { failureFrom, offline } from './failure.ts';
import { shrinkPhoto } from './shrink-photo.ts';

const ADDRESS = '/api/photos';

/** Sends one photo and tells the share sent (0–1) on the way; XMLHttpRequest, because fetch cannot tell it. */
export async function uploadPhoto(file: File, progress: (share: number) => void): Promise<string> {
  const form = new FormData();
  form.append('photo', await shrinkPhoto(file), file.name);
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', ADDRESS);
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => fail(offline(request.statusText)));
    request.addEventListener('load', () => {
      const reply = parsed(request.responseText);
      const photoId = (reply as { photoId?: string } | undefined)?.photoId;
      if (request.status < 400 && photoId !== undefined) done(photoId);
      else fail(failureFrom(Math.max(request.status, 400), reply));
    });
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
