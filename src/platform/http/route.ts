import type { z } from 'zod'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Db, Tx } from '../db/types.ts'
import type { Outcome } from './together.ts'

export type Reading = { actor: Actor; db: Db; clock: Clock }
export type Writing = { actor: Actor; tx: Tx; clock: Clock }
/** Several commands in one transaction: each has its own actor, all have the same range of places. */
export type WritingTogether = Pick<Writing, 'tx' | 'clock'>
export type FileReply = {
  fileName: string
  mediaType: string
  bytes: Uint8Array
  /** Children whose identified data stand in the file. */
  childIds?: readonly string[]
}
/** `name` as the device gave it: for showing, never for a path. */
export type UploadedFile = { name: string; bytes: Buffer }

/** Parsed parts of a request; what a route does not declare is `undefined`. */
export type RouteInput = {
  params: unknown
  search: unknown
  body: unknown
  fields: unknown
  file?: UploadedFile
}

export type Asked = { actor: Actor; input: RouteInput }

/**
 * A route as data: the mount, the permission matrix, the OpenAPI page and the tests all read it.
 * `needs` is a capability, 'signed-in', or 'public' (then the actor is nobody).
 */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  needs: string
  kind: 'query' | 'command' | 'download' | 'upload'
  params: z.ZodType | undefined
  search: z.ZodType | undefined
  body: z.ZodType | undefined
  fields: z.ZodType | undefined
  reply: z.ZodType | undefined
  maxBytes: number
  read: ((context: Reading, input: RouteInput) => Promise<unknown>) | undefined
  write: ((context: Writing, input: RouteInput) => Promise<unknown>) | undefined
  /** Instead of `write`: does all commands that wait at the same moment; see together.ts. */
  writeTogether:
    ((context: WritingTogether, asked: readonly Asked[]) => Promise<Outcome<unknown>[]>) | undefined
  /** Ids of the children whose identified data the reply shows. */
  reads: ((reply: unknown, input: RouteInput) => string[]) | undefined
}

type Parts<P, S, B, F> = { params: P; search: S; body: B; fields: F }
type Shape<P, S> = { url: string; needs: string; params?: z.ZodType<P>; search?: z.ZodType<S> }

const defaultMaxBytes = 1_000_000

/**
 * The input reaches a handler only after the mount parsed it with the very contracts of the same route, so what
 * the handler receives has the parsed types. This is the one place that says so to the compiler.
 */
function trusting<Context, Input, Reply>(
  handle: (context: Context, input: Input) => Promise<Reply>,
): (context: Context, input: RouteInput) => Promise<unknown> {
  return (context, input) => Reflect.apply(handle, undefined, [context, input])
}

function trustingReads<Reply, Input>(reads: ((reply: Reply, input: Input) => string[]) | undefined) {
  return reads
    ? (reply: unknown, input: RouteInput): string[] => Reflect.apply(reads, undefined, [reply, input])
    : undefined
}

/**
 * A route that reads. `reads` names the children whose data the reply shows: they enter the audit before the reply
 * is sent.
 */
export function query<R, P = undefined, S = undefined>(
  route: Shape<P, S> & {
    reply: z.ZodType<R>
    reads?: (reply: R, input: Parts<P, S, undefined, undefined>) => string[]
    handle: (context: Reading, input: Parts<P, S, undefined, undefined>) => Promise<R>
  },
): Route {
  return base('GET', 'query', route, {
    reply: route.reply,
    read: trusting(route.handle),
    reads: trustingReads(route.reads),
  })
}

/** A query whose question must not stand in an address, where logs would keep it: names and numbers of people. */
export function question<R, B>(
  route: Shape<undefined, undefined> & {
    body: z.ZodType<B>
    reply: z.ZodType<R>
    reads?: (reply: R, input: Parts<undefined, undefined, B, undefined>) => string[]
    handle: (context: Reading, input: Parts<undefined, undefined, B, undefined>) => Promise<R>
  },
): Route {
  return base('POST', 'query', route, {
    body: route.body,
    reply: route.reply,
    read: trusting(route.handle),
    reads: trustingReads(route.reads),
  })
}

/** A route that writes, in one transaction; the reply goes out after the commit. */
export function command<R, P = undefined, B = undefined>(
  method: 'POST' | 'PUT' | 'DELETE',
  route: Shape<P, undefined> & {
    body?: z.ZodType<B>
    reply: z.ZodType<R>
    maxBytes?: number
    reads?: (reply: R, input: Parts<P, undefined, B, undefined>) => string[]
    handle: (context: Writing, input: Parts<P, undefined, B, undefined>) => Promise<R>
  },
): Route {
  return base(method, 'command', route, {
    body: route.body,
    reply: route.reply,
    maxBytes: route.maxBytes ?? defaultMaxBytes,
    write: trusting(route.handle),
    reads: trustingReads(route.reads),
  })
}

/**
 * A command that is sent often and by many: those that wait at the same moment are done by one call of the handler,
 * which gives an outcome for each in the same order. Nothing of one may depend on another being refused.
 */
export function commandTogether<R, B>(
  method: 'POST',
  route: Shape<undefined, undefined> & {
    body: z.ZodType<B>
    reply: z.ZodType<R>
    handle: (context: WritingTogether, asked: readonly { actor: Actor; input: B }[]) => Promise<Outcome<R>[]>
  },
): Route {
  return base(method, 'command', route, {
    body: route.body,
    reply: route.reply,
    writeTogether: (context, asked) =>
      Reflect.apply(route.handle, undefined, [
        context,
        asked.map(({ actor, input }) => ({ actor, input: input.body })),
      ]),
  })
}

/** A file out. Each download is written to the audit as an export of the children that the file names. */
export function download<P = undefined, S = undefined>(
  route: Shape<P, S> & {
    handle: (context: Reading, input: Parts<P, S, undefined, undefined>) => Promise<FileReply>
  },
): Route {
  return base('GET', 'download', route, { read: trusting(route.handle) })
}

/** A file in, as multipart form data with one file and text fields. */
export function upload<R, P = undefined, F = undefined>(
  route: Shape<P, undefined> & {
    maxBytes: number
    fields?: z.ZodType<F>
    reply: z.ZodType<R>
    handle: (
      context: Writing,
      input: Parts<P, undefined, undefined, F> & { file: UploadedFile },
    ) => Promise<R>
  },
): Route {
  return base('POST', 'upload', route, {
    reply: route.reply,
    fields: route.fields,
    maxBytes: route.maxBytes,
    write: trusting(route.handle),
  })
}

function base(
  method: Route['method'],
  kind: Route['kind'],
  { url, needs, params, search }: Shape<unknown, unknown>,
  rest: Partial<Route>,
): Route {
  return {
    method,
    kind,
    url,
    needs,
    params,
    search,
    body: undefined,
    fields: undefined,
    reply: undefined,
    maxBytes: defaultMaxBytes,
    read: undefined,
    write: undefined,
    writeTogether: undefined,
    reads: undefined,
    ...rest,
  }
}
