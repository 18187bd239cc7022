import type { DemoAccount } from '../../modules/access/index.ts';
import type { Config } from '../../platform/config.ts';

/** Prints where everything is, and who can be tried. */
export function printWelcome(config: Config, demoAccounts: readonly DemoAccount[], seconds: number): void {
  const base = `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${config.port}`;
  const lines = [
    '',
    `  邻里 Linli  ·  ${seconds.toFixed(1)} s`,
    '',
    `  居民站点  site       ${base}/`,
    `  办公台    console    ${base}/console/`,
    `  接口说明  OpenAPI    ${base}/api/openapi.json`,
    `  开放接口  Open311    ${base}/open311/v2/discovery.json${demoAccounts.length > 0 ? '   api_key=linli-demo' : ''}`,
    ...(demoAccounts.length > 0 ? ['', '  一键登录（演示） one-click sign-ins (demo only):'] : []),
    ...demoAccounts.map(
      (one) => `    ${base}/demo/sign-in/${one.accountId}   ${one.body.zh} ${one.post.zh} ${one.name.zh}`,
    ),
    '',
    '  Ctrl-C 停止 stops',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
