import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { householdMessages } from '../../shared/messages-households.ts'
import { afterChange } from '../requests.ts'
import { undoStep } from '../requests-households.ts'

/** Takes a step for many back and says for how many; who it could not be taken back for is in `data.left`. */
export function useUndoStep() {
  const t = useMessages(householdMessages)
  const queries = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: undoStep,
    onSuccess: async ({ written, left }) => {
      const done = t('children.step-undo-done', { count: written })
      const missed = left.map(({ fullName, why }) => `${fullName}: ${why}`)
      toast({
        text:
          missed.length === 0
            ? done
            : [done, t('children.step-undo-left', { count: missed.length }), ...missed].join(' '),
      })
      await afterChange(queries)
    },
    onError: (problem) => toast({ text: problem.message }),
  })
}
