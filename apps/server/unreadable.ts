import type { Socket } from 'node:net';
import { viewRefusal } from '../../platform/http/serve.ts';

/**
 * Answers a request that could not even be read (无法识别的请求), such as one whose address is longer than 16 KB, with a
 * sentence like every other "no", and closes the connection.
 */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const body = JSON.stringify(viewRefusal({ ok: false, code: isTooLong ? 'address.too_long' : 'input.shape' }));
  const status = isTooLong ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const head = ['content-type: application/json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`];
  socket.end([`HTTP/1.1 ${status}`, ...head, 'connection: close', '', body].join('\r\n'));
}

/**
 * An address whose path nobody can read (`%ff`, `%zz`), or the database cannot ask for (`%00`), becomes that of nothing behind the same door, so that it is answered
 * like every other address of nothing, with its headers and in its reader's language.
 */
export function readableAddress(url: string): string {
  const [path = '/'] = url.split(/[?#;]/, 1);
  return isReadable(path) ? url : `${/^\/(api|open311\/v2|open311)\//.exec(path)?.[0] ?? '/'}unreadable`;
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
