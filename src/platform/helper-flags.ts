/**
 * Flags for a helper process written in TypeScript. Where sources are handed out stripped of their types
 * (scripts/stripped-sources.mjs), the helper gets them so too, and starts without loading the stripper.
 */
export function helperFlags(): string[] {
  const flags = process.execArgv
  const preload = flags.findIndex((word) => word.endsWith('stripped-sources.mjs'))
  return [
    '--disable-warning=ExperimentalWarning',
    ...(preload > 0 ? flags.slice(preload - 1, preload + 1) : []),
  ]
}
