import { defineConfig } from 'vitest/config'

/** Only a hang runs into these: a busy machine is four times slower than a quiet one. */
const shared = { testTimeout: 180_000, hookTimeout: 240_000, expect: { poll: { timeout: 120_000 } } }

export default defineConfig({
  test: {
    pool: 'forks',
    // Test files of one worker share the loaded modules, which were a third of the time; no test keeps state in a module.
    isolate: false,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'code',
          globalSetup: ['test/global-setup.ts'],
          setupFiles: ['test/property-seed.ts'],
          include: [
            'src/**/*.test.{ts,tsx}',
            'test/*.test.ts',
            'test/faults/**/*.test.ts',
            'scripts/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'browser',
          setupFiles: [],
          globalSetup: ['test/e2e/global-setup.ts'],
          include: ['test/e2e/**/*.test.ts'],
        },
      },
    ],
  },
})
