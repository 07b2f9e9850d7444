import { SMTPServer } from 'smtp-server'

export type ArrivedLetter = { from: string; to: string[]; raw: string; subject: string; text: string }

export type PostOffice = {
  url: string
  letters: ArrivedLetter[]
  /** The next letter is answered with 451 (RFC 5321: local error, try again). */
  refuseNext: () => void
  close: () => Promise<void>
}

/** A real mail server on this machine that keeps what arrives. */
export async function startPostOffice(): Promise<PostOffice> {
  const letters: ArrivedLetter[] = []
  let refusals = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (refusals > 0) {
          refusals -= 1
          done(Object.assign(new Error('try again'), { responseCode: 451 }))
          return
        }
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        const to = rcptTo.map(({ address }) => address)
        letters.push({ from, to, ...read(Buffer.concat(parts).toString('utf8')) })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuseNext: () => {
      refusals += 1
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** Head and body of a letter of one text part, as RFC 2045 and 2047 write them. */
function read(raw: string): { raw: string; subject: string; text: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const coding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1]?.toLowerCase()
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/im.exec(head)?.[1] ?? ''
  return { raw, subject: decodedWords(subject), text: decoded(body, coding) }
}

function decoded(text: string, coding: string | undefined): string {
  if (coding === 'base64') return Buffer.from(text, 'base64').toString('utf8')
  return coding === 'quoted-printable' ? quoted(text.replaceAll('=\r\n', '')) : text
}

function quoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, way: string, word: string) =>
      way.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quoted(word.replaceAll('_', ' ')),
    )
}
