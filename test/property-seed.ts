import fc from 'fast-check'

/**
 * Properties are tried on the same values in every run, so that what is red once is red again. Others are tried by
 * `UOMMAM_TEST_SEED=7 npx vitest run ...`.
 */
fc.configureGlobal({ seed: Number(process.env['UOMMAM_TEST_SEED'] ?? 1437) })
