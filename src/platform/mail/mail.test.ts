import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PostOffice, startPostOffice } from '#test/post-office.ts'
import { kindOfFailure } from './failure.ts'
import { createMailer } from './mail.ts'

let office: PostOffice
beforeAll(async () => {
  office = await startPostOffice()
})
afterAll(() => office.close())

const from = 'Ươm Mầm <uommam@example.vn>'
const publicUrl = () => 'https://uommam.example.vn'
const letter = { to: 'lan@example.vn', subject: 'Việc phải làm', text: 'Hạn 30/6: Đăk Hà', id: 'mot' }

describe('a letter', () => {
  test('reaches a mail server with its marks and its one id', async () => {
    await createMailer({ url: office.url, from, publicUrl }).send(letter)
    const [arrived] = office.letters
    expect(arrived).toMatchObject({ from: 'uommam@example.vn', to: ['lan@example.vn'] })
    expect(arrived?.text).toContain('Hạn 30/6: Đăk Hà')
    expect(arrived?.raw).toContain('Message-ID: <mot@127.0.0.1>')
    expect(arrived?.raw).toContain('Auto-Submitted: auto-generated')
  })

  test('that the server refuses is thrown, and only the kind of it is told', async () => {
    office.refuseNext()
    const failure = await createMailer({ url: office.url, from, publicUrl })
      .send(letter)
      .catch((cause: unknown) => cause)
    expect(kindOfFailure(failure)).toMatch(/^E[A-Z]+ 451$/)
  })

  test('to a server that is away is thrown', async () => {
    const away = createMailer({ url: 'smtp://127.0.0.1:1', from, publicUrl })
    const failure = await away.send(letter).catch((cause: unknown) => cause)
    expect(kindOfFailure(failure)).toMatch(/^E[A-Z]+$/)
  })
})

test('a link is a whole address', () => {
  expect(createMailer({ url: office.url, from, publicUrl }).linkTo('/my-work')).toBe(
    'https://uommam.example.vn/my-work',
  )
})
