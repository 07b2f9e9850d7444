import { z } from 'zod'

/** The parts of a JSON schema that a value is made from. */
type Node = {
  type?: string | string[] | undefined
  format?: string | undefined
  const?: unknown
  enum?: unknown[] | undefined
  anyOf?: Node[] | undefined
  oneOf?: Node[] | undefined
  properties?: Record<string, Node> | undefined
  required?: string[] | undefined
  items?: Node | undefined
  minItems?: number | undefined
  minimum?: number | undefined
}

const Node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(Node).optional(),
    oneOf: z.array(Node).optional(),
    properties: z.record(z.string(), Node).optional(),
    required: z.array(z.string()).optional(),
    items: Node.optional(),
    minItems: z.number().optional(),
    minimum: z.number().optional(),
  }),
)

/** For `valueOf`: this field is not sent. */
export const leftOut = Symbol('left out')

/** `valueOf` gives the value of a text, a number or an id by the name of its field; undefined: any will do. */
export type Filling = {
  valueOf: (name: string, format: string | undefined) => unknown
  optional: boolean
  /** Null and empty lists wherever the contract allows them. */
  bare?: boolean
}

/**
 * A value that fits the contract, made from the contract itself: with all its fields, or only with those that
 * must be there. Throws, with the wrong fields, when it does not fit.
 */
export function sampleInput(contract: z.ZodType | undefined, filling: Filling): unknown {
  if (!contract) return undefined
  const value = repaired(contract, sample(schemaOf(contract), '', filling))
  const parsed = contract.safeParse(value)
  if (parsed.success) return value
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`no fitting input could be made: ${wrong.join('; ')} (name the field in the test)`)
}

const schemas = new WeakMap<z.ZodType, Node>()

/** Made once for each contract: the walks ask for some thousand inputs of a few hundred contracts. */
function schemaOf(contract: z.ZodType): Node {
  const known = schemas.get(contract)
  if (known) return known
  const schema = Node.parse(z.toJSONSchema(contract, { unrepresentable: 'any', io: 'input' }))
  schemas.set(contract, schema)
  return schema
}

/** Texts of the forms that contracts ask for: days, periods, codes, phone numbers, figures. */
const likely = [
  '2026-06-10',
  '2026',
  '2026-06',
  '2026-06-12T08:00:00+07:00',
  'ecd1437:reach-all',
  '0987600123',
  '14',
  'an-an',
  'ten.moi@example.vn',
  'permanent',
  '08',
  'true',
  '2026-06-10T08:00:00+07:00',
  'Một lý do dài hơn hai mươi ký tự',
  1,
  '1.1',
  null,
]

/** Puts, where a field does not fit, the first likely value that does. */
function repaired(contract: z.ZodType, value: unknown): unknown {
  let best = value
  for (let round = 0; round < 20; round += 1) {
    const [issue] = contract.safeParse(best).error?.issues ?? []
    if (!issue) return best
    const place = issue.path.join('.')
    const fits = (one: unknown) =>
      !contract.safeParse(one).error?.issues.some(({ path }) => path.join('.') === place)
    const better = likely.map((text) => replaced(best, issue.path, text)).find(fits)
    if (better === undefined) return best
    best = better
  }
  return best
}

function replaced(value: unknown, [key, ...rest]: readonly PropertyKey[], leaf: unknown): unknown {
  if (key === undefined) return leaf
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (index === key ? replaced(one, rest, leaf) : one))
  return { ...Object(value), [key]: replaced(Reflect.get(Object(value), key), rest, leaf) }
}

function sample(node: Node, name: string, filling: Filling): unknown {
  const choices = node.anyOf ?? node.oneOf
  if (filling.bare && choices?.some(({ type }) => type === 'null')) return null
  if (choices) return sample(choices.find(({ type }) => type !== 'null') ?? { type: 'null' }, name, filling)
  const [only = node.const] = node.enum ?? []
  return only === undefined ? sampleOfType(node, name, filling) : only
}

function sampleOfType(node: Node, name: string, filling: Filling): unknown {
  const type = [node.type].flat().find((one) => one !== 'null')
  if (type === 'object' || node.properties) return objectOf(node, filling)
  if (type === 'array' && filling.bare && !node.minItems) return []
  if (type === 'array') return node.items ? [sample(node.items, name, filling)] : []
  return filling.valueOf(name, node.format) ?? scalar(node, type)
}

function objectOf({ properties = {}, required = [] }: Node, filling: Filling): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([name]) => filling.optional || required.includes(name))
  return Object.fromEntries(
    wanted
      .map(([name, part]) => [name, sample(part, name, filling)] as const)
      .filter(([, value]) => value !== leftOut),
  )
}

function scalar(node: Node, type: string | undefined): unknown {
  if (type === 'number' || type === 'integer') return Math.max(1, node.minimum ?? 1)
  if (type === 'boolean') return true
  return type === 'string' || type === undefined ? 'an' : null
}
