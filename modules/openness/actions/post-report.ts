import { randomUUID } from 'node:crypto';
import { say } from '../../../platform/i18n/words.ts';
import type { Context } from '../../../platform/http/context.ts';
import type { Answer } from '../../../platform/http/serve.ts';
import { done, type Result } from '../../../platform/result.ts';
import { noScope } from '../../../platform/work.ts';
import { findCommandMatter, storePhoto } from '../../matters/index.ts';
import { raiseAndReceive, readPhone, type Receipt } from '../../requests/index.ts';
import '../words/index.ts';
import { findPlace } from './find-place.ts';
import type { Post } from '../rules/read-post.ts';
import { computeRetryKeys } from '../rules/retry-key.ts';
import type { Client } from '../store/client-store.ts';
import { insertPoint } from '../store/point-store.ts';

const everyone = [{ kind: 'public' }, noScope] as const;
const MOST_PHOTOS = 4;
const SHORTEST = 4;

export type Ways = Pick<Context, 'as' | 'inScope' | 'keys' | 'db' | 'districtId' | 'now' | 'files' | 'maxPhotoBytes'>;
export type Posted = { readonly receipt: Receipt; readonly token: string; readonly isPhoneKept: boolean };

/**
 * Raises what a client of Open311 sent as an ordinary request (渠道: Open311). A retry gives the receipt of the first time.
 *
 * @returns receipt and token; or a refusal: `address.not_found` for an address id that names no place, those of raising,
 *   of a photo, and `pace.locked` with the seconds until there is room
 */
export async function postReport(
  ways: Ways,
  sent: {
    readonly client: Client;
    readonly post: Post;
    readonly photos: readonly Buffer[];
    readonly idempotencyKey: string;
  },
): Promise<Answer<Posted>> {
  const { client, post } = sent;
  const { id: clientId } = client;
  const keys = await ways.keys();
  const { idempotencyKey } = sent;
  const who = { clientId, idempotencyKey, post, photos: sent.photos.length };
  const retry = computeRetryKeys(keys.index, who, ways.now, randomUUID());
  const before = await ways.as(...everyone, async (work) => {
    const community = await findPlace(work, post);
    for (const commandId of [retry.own, ...retry.earlier])
      if (await findCommandMatter(work, commandId)) return { commandId, community };
    return { community };
  });
  const { commandId = retry.own, community } = before;
  if (community === undefined) return { ok: false, code: 'address.not_found' };

  const photos = before.commandId === undefined ? await storePhotos(ways, sent.photos) : done([]);
  if (!photos.ok) return photos;
  const isPhoneKept = readPhone(post.phone).ok;
  const raised = await raiseAndReceive(
    ways,
    {
      commandId,
      what: wordsOf(post),
      photos: photos.value,
      community,
      place: placeOf(post),
      grid: '',
      category: post.category,
      phone: isPhoneKept ? post.phone : '',
      wantsPublic: true,
      confidential: false,
      behalf: 'self',
      channel: 'open311',
    },
    {
      client: { id: clientId, pace: { burst: client.perMinute, perHour: client.perMinute * 60 } },
      person: post.person && `${clientId} ${post.person}`,
    },
  );
  if (!raised.ok) return raised;
  const { point } = post;
  const { matterId } = raised.value;
  if (point) await ways.as(...everyone, (work) => insertPoint(work, matterId, point));
  return done({ receipt: raised.value, token: commandId, isPhoneKept });
}

async function storePhotos(ways: Ways, photos: readonly Buffer[]): Promise<Result<string[]>> {
  const ids: string[] = [];
  for (const bytes of photos.slice(0, MOST_PHOTOS)) {
    const upload = { bytes, maxBytes: ways.maxPhotoBytes, files: ways.files };
    const stored = await ways.as(...everyone, (work) => storePhoto(work, upload));
    if (!stored.ok) return stored;
    ids.push(stored.value.photoId);
  }
  return done(ids);
}

/** What was described and answered, as the worker reads it; in Chinese, which is the language of the office. */
function wordsOf({ category, description, answered, mediaUrl }: Post): string {
  const service = say('requests', `categories.${category}`).zh;
  const own = (key: string, values: object) => say('openness', `open311.${key}`, { ...values }).zh;
  const first =
    description === ''
      ? own('nothingSaid', { service })
      : [...description].length < SHORTEST
        ? own('shortSaid', { service, words: description })
        : description;
  const answers = answered.map(({ attribute: { code, values: listed }, values }) => {
    const texts = values.map((value) =>
      listed.includes(value) ? say('openness', `attributes.${code}.values.${value}`).zh : value,
    );
    return `${say('openness', `attributes.${code}.name`).zh}：${texts.join('、')}`;
  });
  return [first, ...answers, ...(mediaUrl ? [own('media', { url: mediaUrl })] : [])].join('\n');
}

/** The point stands with the place, for those who go there; the public sees it blurred. */
function placeOf({ address, addressId, point }: Post): string {
  const coordinates = point ? say('openness', 'open311.point', point).zh : '';
  const words = address || (coordinates === '' ? addressId : '');
  return [words, words && coordinates ? `（${coordinates}）` : coordinates].join('');
}
