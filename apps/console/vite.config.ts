import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Lays a packed form beside each script and style sheet, which the server sends to whoever takes it: less than a third of the bytes. */
const pack: Plugin = {
  name: 'pack',
  apply: 'build',
  writeBundle({ dir = '' }) {
    for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|html|svg)$/.test(file)) continue;
      const bytes = readFileSync(join(dir, file));
      writeFileSync(join(dir, `${file}.br`), brotliCompressSync(bytes));
      writeFileSync(join(dir, `${file}.gz`), gzipSync(bytes));
    }
  },
};

/** In development the pages come from here and the API from the server that `npm start` brings up. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react(), pack],
  server: { proxy: { '/api': process.env['LINLI_API'] ?? 'http://127.0.0.1:8750' } },
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    target: ['chrome100', 'safari15.4', 'firefox100'],
    chunkSizeWarningLimit: 800,
  },
});
