import { useQueryClient } from '@tanstack/react-query'
import { keyOf } from '../requests-flow.ts'

/** After a step everything of the report is asked for anew, and the lists it stands in. */
export function useStepDone(reportId: string, onDone: () => void): () => void {
  const queries = useQueryClient()
  return () => {
    onDone()
    void queries.invalidateQueries({ queryKey: keyOf(reportId) })
    void queries.invalidateQueries({ queryKey: ['reports'], exact: true })
    void queries.invalidateQueries({ queryKey: ['reports', 'units'] })
  }
}
