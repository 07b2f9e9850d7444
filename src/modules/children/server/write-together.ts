import { Problem } from '#base/problem.ts'
import type { Writing } from '#platform/http/route.ts'
import { type Child, EditChild } from '../shared/contract.ts'
import { RecordFact } from '../shared/contract-facts.ts'
import type { WriteTogether, WrittenTogether } from '../shared/contract-together.ts'
import { editChild, getChild } from './commands.ts'
import { recordFact } from './facts.ts'

/**
 * One fact or village for many chosen children. A child for which it is refused is left as it is and named with the
 * reason; the others are written. Both commands refuse before they write, so nothing half done can be left.
 */
export async function writeTogether(context: Writing, input: WriteTogether): Promise<WrittenTogether> {
  const left: WrittenTogether['left'] = []
  for (const { childId, factId } of input.children) {
    const child = await getChild(context.tx, context.actor, childId)
    try {
      await writeOne(context, child, { factId, input })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      left.push({ childId, fullName: child.fullName, why: error.text(context.actor.language) })
    }
  }
  return { written: input.children.length - left.length, left }
}

async function writeOne(
  context: Writing,
  child: Child,
  { factId, input }: { factId: string; input: WriteTogether },
): Promise<void> {
  if (input.what === 'village') {
    const details = EditChild.parse({ ...child, villageId: input.villageId })
    await editChild(context, { childId: child.id, input: details })
    return
  }
  const { kind, value, fromDay, toDay, source } = input
  const fact = RecordFact.parse({ id: factId, kind, value, fromDay, toDay, source })
  await recordFact(context, { childId: child.id, input: fact })
}
