import { z } from 'zod'
import type { Route } from './route.ts'

/** OpenAPI 3.1 of the routes, from the same contracts that parse the requests. */
export function openApi(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = `/api${route.url.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ươm Mầm',
      version: '1',
      description: 'Problems are application/problem+json (RFC 9457).',
    },
    servers: [{ url: '/' }],
    paths,
  }
}

/** A file goes in as a form, everything else as JSON; refusals look alike everywhere (RFC 9457). */
function operation(route: Route): object {
  const content = route.kind === 'upload' ? uploadBody(route) : jsonBody(route)
  return {
    tags: [route.url.split('/')[1] ?? ''],
    summary: `needs ${route.needs}`,
    parameters: [...parameters(route.params, 'path'), ...parameters(route.search, 'query')],
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      200: {
        description: 'Done',
        ...(route.reply ? { content: { 'application/json': { schema: schema(route.reply) } } } : {}),
      },
      default: { description: 'Refused', content: { 'application/problem+json': {} } },
    },
  }
}

function jsonBody(route: Route) {
  return route.body && { 'application/json': { schema: schema(route.body) } }
}

function uploadBody(route: Route) {
  const fields = route.fields ? schema(route.fields) : {}
  const properties = {
    ...('properties' in fields ? Object(fields.properties) : {}),
    file: { type: 'string', format: 'binary' },
  }
  return { 'multipart/form-data': { schema: { type: 'object', properties } } }
}

/** OpenAPI wants each field of an address by itself; a part of the path is never optional. */
function parameters(contract: z.ZodType | undefined, place: 'path' | 'query'): object[] {
  if (!contract) return []
  const { properties = {}, required = [] } = z
    .object({
      properties: z.record(z.string(), z.unknown()).optional(),
      required: z.array(z.string()).optional(),
    })
    .parse(schema(contract))
  return Object.entries(properties).map(([name, type]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: type,
  }))
}

/** What may be sent, before defaults and conversions; a check that JSON Schema cannot say is left out. */
function schema(contract: z.ZodType): object {
  return z.toJSONSchema(contract, { unrepresentable: 'any', io: 'input' })
}
