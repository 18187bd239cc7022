import { defineConfig } from 'vitest/config';

const unseen = ['**/node_modules/**', 'data/**', 'dist/**', '.cache/**'];

/** Files share a worker (isolation makes the run ten times slower), so a test leaves nothing behind. */
export default defineConfig({
  test: {
    isolate: false,
    pool: 'forks',
    maxWorkers: 2,
    // Long enough for a machine that does other things too; what hangs is found all the same.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['{apps,db,modules,platform,ui,tests,tools}/**/*.test.{ts,tsx}'],
          exclude: [...unseen, '**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{apps,db,modules,platform,tests,tools}/**/*.db.test.ts', 'tests/journeys/*.journey.ts'],
          exclude: unseen,
          globalSetup: 'tests/support/database-server.ts',
          setupFiles: 'tests/support/quick-passwords.ts',
          testTimeout: 120_000,
        },
      },
    ],
  },
});
