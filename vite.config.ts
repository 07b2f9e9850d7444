import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

export default defineConfig({
  root: resolve(import.meta.dirname, 'src/apps/web'),
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // ECharts is loaded only by the pages that draw; its size is known.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // The setting of the validator runs before the contracts of every chunk only where zod itself lies.
          groups: [{ name: 'validator', test: /node_modules[\\/]zod[\\/]|web[\\/]validator\.ts$/ }],
        },
      },
    },
  },
})
