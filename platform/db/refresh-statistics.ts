import pg from 'pg';

/**
 * Lets PostgreSQL look at its tables anew after many rows came at once, and its word indexes take in what still waits
 * beside them; without it the first minutes run on guesses, and a search reads the waiting rows each time.
 * Connects as the owner, because the application's role may not.
 */
export async function refreshStatistics(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
}
