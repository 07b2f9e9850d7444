import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { Problem } from '#base/problem.ts'
import { api, fileNameOf } from './api.ts'
import { RefusedRequest } from './problems.ts'
import { onSessionExpired, settleSignIn } from './session-expiry.ts'

type Answer = { status: number; body?: unknown }

/** The network answers in this order; what was asked is kept. */
function networkAnswers(...answers: Answer[]): { url: string; init: RequestInit }[] {
  const asked: { url: string; init: RequestInit }[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    const answer = answers[asked.length - 1]
    if (!answer) throw new TypeError('network gone')
    return Promise.resolve(new Response(JSON.stringify(answer.body ?? {}), { status: answer.status }))
  })
  return asked
}

const signedOut = { code: 'http.not-signed-in', texts: { vi: 'Hết phiên.', en: 'Session over.' } }

async function problemOf(request: Promise<unknown>): Promise<Problem> {
  const thrown = await request.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (thrown instanceof Problem) return thrown
  throw new Error('the request was not refused')
}

afterEach(() => vi.unstubAllGlobals())

describe('requests', () => {
  test('empty choices do not stand in the address', async () => {
    const asked = networkAnswers({ status: 200, body: [] })
    await api.get('/areas', z.array(z.string()), { text: '', kind: undefined, limit: 5 })
    expect(asked[0]?.url).toBe('/api/areas?limit=5')
  })

  test('a refusal keeps its words and names the wrong fields', async () => {
    const fields = [{ path: 'bornOn', message: 'day.not-a-day' }]
    networkAnswers({
      status: 422,
      body: { code: 'http.invalid', texts: { vi: 'Có ô chưa đúng.', en: 'Wrong.' }, fields },
    })
    const problem = await problemOf(api.send('POST', '/children', {}, z.unknown()))
    expect(problem.text('vi')).toBe('Có ô chưa đúng.')
    expect(problem instanceof RefusedRequest && problem.fields.has('bornOn')).toBe(true)
  })

  test('a network that is gone is said in words', async () => {
    networkAnswers()
    expect((await problemOf(api.get('/me', z.unknown()))).code).toBe('web.no-answer')
  })

  test('an answer of another form is never shown as if it were right', async () => {
    networkAnswers({ status: 200, body: { count: 'ba' } })
    const problem = await problemOf(api.get('/count', z.object({ count: z.number() })))
    expect(problem.code).toBe('web.unexpected-answer')
  })
})

describe('a session that ended', () => {
  test('without a dialog to ask, it is a plain refusal', async () => {
    networkAnswers({ status: 401, body: signedOut })
    expect((await problemOf(api.get('/me', z.unknown()))).status).toBe(401)
  })

  test('the same request is sent again after signing in', async () => {
    const asked = networkAnswers({ status: 401, body: signedOut }, { status: 200, body: { id: 'a' } })
    const stop = onSessionExpired(() => setTimeout(() => settleSignIn(true), 0))
    const reply = await api.send('POST', '/services/records', { id: 'a' }, z.object({ id: z.string() }))
    stop()
    expect(reply).toEqual({ id: 'a' })
    expect(asked.map(({ init }) => init.body)).toEqual(['{"id":"a"}', '{"id":"a"}'])
  })

  test('two requests share one dialog; giving up refuses both', async () => {
    networkAnswers({ status: 401, body: signedOut }, { status: 401, body: signedOut })
    let dialogs = 0
    const stop = onSessionExpired(() => {
      dialogs += 1
      setTimeout(() => settleSignIn(false), 20)
    })
    const both = await Promise.all([
      problemOf(api.get('/a', z.unknown())),
      problemOf(api.get('/b', z.unknown())),
    ])
    stop()
    expect(both.map(({ status }) => status)).toEqual([401, 401])
    expect(dialogs).toBe(1)
  })
})

test('a file keeps its Vietnamese name', () => {
  const header = `attachment; filename="bao-cao.docx"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.docx`
  expect(fileNameOf(new Response('', { headers: { 'content-disposition': header } }))).toBe('Báo cáo.docx')
  expect(fileNameOf(new Response(''))).toBeUndefined()
})
