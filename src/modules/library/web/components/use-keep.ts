import { useQueryClient } from '@tanstack/react-query'
import type { LibraryPage } from '../../shared/contract.ts'
import { documentQuery } from '../requests.ts'

/** Shows at once what the server answered; lists that show the document are asked again. */
export function useKeep(id: string): (next: LibraryPage) => void {
  const queries = useQueryClient()
  return (next) => {
    queries.setQueryData(documentQuery(id).queryKey, next)
    void queries.invalidateQueries({ queryKey: ['library', 'search'] })
  }
}
