import { useMessages } from '#platform/web/language.tsx'
import type { CaseContent, Change } from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'

type Known = { newUnits: CaseContent['newUnits']; names: Readonly<Record<string, string>> }

/** A change in one sentence. */
export function useChangeWords({ newUnits, names }: Known): (change: Change) => string {
  const t = useMessages(reorganisationMessages)
  const made = new Map(newUnits.map(({ id, name }) => [id, name]))
  const name = (id: string) => names[id] ?? made.get(id) ?? ''
  const all = (ids: readonly string[]) => ids.map(name).join(', ')
  return (change) => {
    switch (change.kind) {
      case 'merge':
        return t('reorganisation.words-merge', { old: all(change.fromIds), new: name(change.toId) })
      case 'split':
        return t('reorganisation.words-split', {
          old: name(change.fromId),
          new: all(change.parts.map(({ toId }) => toId)),
        })
      case 'transfer':
        return t('reorganisation.words-transfer', {
          ...{ count: change.villageIds.length, old: name(change.fromId), new: name(change.toId) },
        })
      case 'rename':
      case 'change-kind':
        return t('reorganisation.words-rename', { old: name(change.areaId), new: change.name })
      case 'abolish-level':
        return t('reorganisation.words-abolish-level', { old: name(change.withinId) })
      case 'new-village':
        return t('reorganisation.words-new-village', { old: name(change.parentId), new: change.name })
    }
  }
}
