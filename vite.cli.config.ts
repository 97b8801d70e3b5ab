import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The command line: one entry and what it loads when it is needed, with every library inside. Nothing is installed with it. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist-cli',
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      input: { quotascope: 'shared/cli.ts' },
      output: {
        entryFileNames: '[name].js',
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
})
