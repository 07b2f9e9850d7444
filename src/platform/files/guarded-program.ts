/** The child's side of guarded-process.ts: one task, any number of batches, one answer. */
export type SendBatch = (batch: unknown) => Promise<void>

/** Takes one task from the process that started this one, and answers it. */
export function serveGuarded(work: (task: unknown, sendBatch: SendBatch) => Promise<unknown>): void {
  let wake: () => void = () => undefined
  const sendBatch: SendBatch = (batch) =>
    new Promise((resolve) => {
      wake = resolve
      process.send?.({ kind: 'batch', payload: batch })
    })
  process.on('disconnect', () => process.exit(0))
  process.on('message', (message: unknown) => {
    if (typeof message !== 'object' || message === null || !('kind' in message)) return
    if (message.kind === 'next') return wake()
    if (message.kind !== 'task' || !('payload' in message)) return
    work(message.payload, sendBatch).then(
      (answer) => process.send?.({ kind: 'answer', payload: answer }),
      (cause: unknown) =>
        process.send?.({ kind: 'failed', payload: cause instanceof Error ? cause.stack : String(cause) }),
    )
  })
}
