import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Receipt, SiteDeps } from '../deps.ts';
import { putSigned, takeSigned } from '../signed-cookie.ts';

const SHOWN_SECONDS = 30 * 60;

/** Lets the person who sent a request see its receipt for half an hour, also after reloading the page. */
export const keepReceipt = (request: FastifyRequest, reply: FastifyReply, deps: SiteDeps, receipt: Receipt): void =>
  putSigned(request, reply, deps, { name: 'receipt', path: '/receipt', seconds: SHOWN_SECONDS, value: receipt });

/** The receipt of this number, while this browser may see it. */
export function findReceipt(request: FastifyRequest, deps: SiteDeps, number: string): Receipt | undefined {
  const receipt = takeSigned(request, deps, 'receipt') as Receipt | undefined;
  return receipt?.number === number ? receipt : undefined;
}
