import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id, newId } from '#base/id.ts'
import { readDraft, removeDraft, useDraft } from '#platform/web/draft.ts'
import { useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { Informant, type ScreeningsOfChild, Way } from '../../shared/contract.ts'
import { screeningMessages } from '../../shared/messages.ts'
import { isInForceOn, itemsForAge, resultOf, screeningAge } from '../../shared/result.ts'
import { Answer, type Tool, type ToolItem } from '../../shared/tool.ts'
import { afterScreening, recordScreening, undoScreening } from '../requests.ts'

/** Kept on the device until it is sent, with its id and the version that was asked. */
const Form = z.object({
  id: Id,
  version: z.string(),
  screenedOn: Day.optional(),
  way: Way,
  informant: Informant,
  weeksEarly: z.number(),
  answers: z.record(z.string(), Answer),
})
export type Form = z.infer<typeof Form>

function newForm({ version }: Tool, { today }: ScreeningsOfChild): Form {
  return {
    id: newId(),
    version,
    screenedOn: today,
    way: 'visit',
    informant: 'mother',
    weeksEarly: 0,
    answers: {},
  }
}

/** The version that was asked on that day: paper filled before a version was retired is typed as it was filled. */
function versionOn(versions: readonly Tool[], newest: Tool, day: Day | undefined): Tool {
  return versions.findLast((one) => day !== undefined && isInForceOn(one, day)) ?? newest
}

/** A draft of a version that was retired meanwhile is not taken up again. */
function firstForm(versions: readonly Tool[], newest: Tool, child: ScreeningsOfChild, key: string): Form {
  const draft = readDraft(key, Form)
  const asked = versionOn(versions, newest, draft?.screenedOn ?? child.today)
  return draft && draft.version === asked.version
    ? draft
    : newForm(versionOn(versions, newest, child.today), child)
}

function useSave(tool: Tool, { childId, fullName }: ScreeningsOfChild, key: string) {
  const t = useMessages(screeningMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const go = useGo()
  return useMutation({
    mutationFn: ({ form, refusalReason }: { form: Form; refusalReason: string | null }) =>
      recordScreening({
        ...form,
        ...{ childId, tool: tool.tool, version: tool.version, refusalReason },
        screenedOn: form.screenedOn ?? '',
        answers: refusalReason === null ? form.answers : {},
      }),
    onSuccess: async ({ id }) => {
      const undo = async () => {
        await undoScreening(childId, id)
        await afterScreening(queries)
      }
      removeDraft(key)
      toast({ text: t('screening.saved', { name: fullName }), onUndo: () => void undo() })
      await afterScreening(queries)
      go(`/children/${childId}`)
    },
  })
}

/** What belongs to the child's own age stands on top; what younger children can is mostly answered soon. */
function newestFirst(items: readonly ToolItem[]): ToolItem[] {
  return items.toSorted((a, b) => b.fromMonths - a.fromMonths)
}

/** The age that counts on the day of the form; undefined before birth, after today, or without a day. */
function monthsOn(
  { bornOn, today }: ScreeningsOfChild,
  { screenedOn, weeksEarly }: Form,
): number | undefined {
  if (!screenedOn || screenedOn < bornOn || screenedOn > today) return undefined
  return screeningAge(bornOn, screenedOn, weeksEarly)
}

/** The last day of a version that is no longer used on that day; null while it is. */
function pastOf({ retiredOn }: Tool, day: Day): Day | null {
  return retiredOn !== null && day > retiredOn ? retiredOn : null
}

/** A form being filled: its items by the child's age on that day, and the result so far by the server's own rule. */
export function useScreeningForm(versions: readonly Tool[], newest: Tool, child: ScreeningsOfChild) {
  const key = `screening.${newest.tool}.${child.childId}`
  const [form, setForm] = useState(() => firstForm(versions, newest, child, key))
  const { screenedOn } = form
  const tool = versionOn(versions, newest, screenedOn)
  useDraft(key, { ...form, version: tool.version })
  const months = monthsOn(child, form)
  const isAge = months !== undefined && months >= tool.fromMonths && Math.floor(months) <= tool.toMonths
  const items = months !== undefined && isAge ? newestFirst(itemsForAge(tool, months)) : []
  const codes = new Set(items.map(({ code }) => code))
  const answers = Object.fromEntries(Object.entries(form.answers).filter(([code]) => codes.has(code)))
  const done = Object.keys(answers).length
  const retiredOn = screenedOn ? pastOf(tool, screenedOn) : null
  const outcome = months !== undefined && done > 0 ? resultOf(tool, months, answers) : undefined
  const save = useSave(tool, child, key)
  return {
    ...{ tool, retiredOn, form, items, answers, done, outcome, save, isAge },
    change: (part: Partial<Form>) => setForm((before) => ({ ...before, ...part })),
    answer: (code: string, given: Answer) =>
      setForm((before) => ({ ...before, answers: { ...before.answers, [code]: given } })),
    send: (refusalReason: string | null) => save.mutate({ form: { ...form, answers }, refusalReason }),
  }
}

export type ScreeningForm = ReturnType<typeof useScreeningForm>
