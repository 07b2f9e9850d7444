import { createTransport } from 'nodemailer'

export type Letter = {
  to: string
  subject: string
  text: string
  /** The same for every attempt, so that a letter that arrived twice is known as one (RFC 5322, Message-ID). */
  id: string
}

/** Sends letters; a refusal of the server or a silent network is thrown. */
export type Mailer = {
  send: (letter: Letter) => Promise<void>
  /** The whole address of a page of ours, for people who read their mail elsewhere. */
  linkTo: (path: string) => string
}

export type MailSettings = {
  /** `smtps://user:password@mail.example.vn:465`, or `smtp://` with STARTTLS where the server offers it. */
  url: string
  /** The sender: `Ươm Mầm <uommam@example.vn>`. */
  from: string
  publicUrl: () => string
}

/** Milliseconds until a server that does not answer counts as away. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/**
 * Letters over SMTP. A letter that the server refused, or that took too long, throws: the job that sent it tries
 * again.
 */
export function createMailer({ url, from, publicUrl }: MailSettings): Mailer {
  const transport = createTransport({ url, ...patience })
  const host = new URL(url).hostname
  return {
    send: async ({ to, subject, text, id }) => {
      // Auto-Submitted (RFC 3834): nobody's absence note answers a machine.
      const headers = { 'Auto-Submitted': 'auto-generated' }
      await transport.sendMail({ from, to, subject, text, headers, messageId: `<${id}@${host}>` })
    },
    linkTo: (path) => new URL(path, publicUrl()).href,
  }
}
