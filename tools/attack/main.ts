// npm run attack: bad input of every kind at every field of every route of a real server; says what was no clear "no", and how its memory grew.
import { readFileSync } from 'node:fs';
import { openGround } from '../bench/ground.ts';
import { attackByInput, type OpenApi, type Send } from './bad-input.ts';

/** Memory of a process in MB (Linux). */
const residentMb = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

const ground = await openGround();
const base = `http://${ground.address.host}:${ground.address.port}`;
try {
  const { paths } = (await (await fetch(`${base}/api/openapi.json`)).json()) as OpenApi;
  const { delete: _signOut, ...session } = paths['/api/session'] ?? {};
  const cookie = ground.desks[0]?.directorCookie ?? '';
  const send: Send = async ({ method, url, type, bytes }) => {
    const answer = await fetch(`${base}${url}`, {
      method,
      headers: { cookie, ...(type === undefined ? {} : { 'content-type': type }) },
      ...(bytes === undefined || method === 'GET' ? {} : { body: new Uint8Array(bytes) }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const before = residentMb(ground.serverPid);
  const { routes, requests, offences } = await attackByInput(send, { paths: { ...paths, '/api/session': session } });
  const after = residentMb(ground.serverPid);
  console.log(
    `${routes} routes, ${requests} requests: ${offences.length} offences; memory ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after`,
  );
  for (const offence of offences) console.log(`✗ ${offence.route}, ${offence.with}: ${offence.what}`);
  process.exitCode = offences.length === 0 ? 0 : 1;
} finally {
  await ground.close();
}
