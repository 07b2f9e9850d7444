/** The program of hash-process.ts: hashes what it is sent, as many at once as Node has threads, until the server ends. */
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { z } from 'zod'

const Asked = z.object({ id: z.number(), password: z.string(), hash: z.string().optional() })

process.on('message', (message) => {
  const { id, password, hash } = Asked.parse(message)
  void (hash === undefined ? hashPassword(password) : verifyPassword({ password, hash })).then(
    (answer) => process.send?.({ id, answer }),
    () => process.send?.({ id }),
  )
})
