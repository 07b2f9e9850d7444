/** What may be kept of a failure: its kind. Texts of mail servers hold addresses. */
export function kindOfFailure(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown'
  const code = 'code' in cause ? String(cause.code) : cause.name
  return 'responseCode' in cause ? `${code} ${String(cause.responseCode)}` : code
}
