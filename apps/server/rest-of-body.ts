import type { IncomingMessage } from 'node:http';

/** So much of what nobody reads is let come at most; whoever sends more may hear of the break before the answer. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MS = 10_000;

/**
 * Lets the rest of a refused body come in and throws it away (余下的内容), so that who sends it has finished and hears the answer: a
 * connection that is closed on somebody who still sends takes the answer with it. Ends by itself after sixty-four megabytes, ten
 * seconds, or when the sender goes away.
 */
export function throwAwayRest(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const count = (part: Buffer) => {
      bytes += part.length;
      if (bytes > MOST_BYTES) end();
    };
    const timer = setTimeout(end, MOST_MS);
    function end() {
      clearTimeout(timer);
      request.off('data', count).off('end', end).off('close', end);
      resolve();
    }
    request.on('data', count).once('end', end).once('close', end);
    request.resume();
  });
}
