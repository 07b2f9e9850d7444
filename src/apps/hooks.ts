/** Fills the hooks by which an earlier module triggers a later one, inside the same transaction. */
export function fillHooks(): void {
  // Filled as the modules land.
}
