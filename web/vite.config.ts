import { defineConfig } from 'vitest/config';
import { guideSite } from './tools/guide-site.mjs';
import { texts } from './tools/texts.mjs';

export default defineConfig({
  plugins: [texts(), guideSite()],
  base: './',
  build: {
    target: 'es2022',
    // Nothing inside of other files: the page's policy takes fonts and scripts from files only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1400,
    rollupOptions: {
      input: ['index.html', 'desk.html', 'guide.html'],
      output: {
        // Some servers do not know .mjs.
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith('.mjs'))
            ? 'assets/[name]-[hash].js'
            : 'assets/[name]-[hash][extname]',
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/v1': 'http://127.0.0.1:7700' } },
  test: { include: ['test/**/*.test.ts'] },
});
