import pg from 'pg';

/**
 * Lets PostgreSQL look at its tables anew after many rows came at once; without it the first minutes run on guesses.
 * Connects as the owner, because the application's role may not.
 */
export async function refreshStatistics(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
