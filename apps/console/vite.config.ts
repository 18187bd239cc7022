import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** In development the pages come from here and the API from the server that `npm start` brings up. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  server: { proxy: { '/api': process.env['LINLI_API'] ?? 'http://127.0.0.1:8750' } },
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    target: ['chrome100', 'safari15.4', 'firefox100'],
    chunkSizeWarningLimit: 800,
  },
});
