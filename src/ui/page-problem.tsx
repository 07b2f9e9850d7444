import { PageHead, type PageHeadProps } from './page-head.tsx'
import { ProblemNote, type ProblemNoteProps } from './problem-note.tsx'

export type PageProblemProps = Required<Pick<PageHeadProps, 'title' | 'back'>> & ProblemNoteProps

/** In place of a page that cannot be shown, usually not found or of another place: why, and the way back to its list. */
export function PageProblem({ title, back, ...note }: PageProblemProps) {
  return (
    <>
      <PageHead title={title} back={back} />
      <ProblemNote {...note} />
    </>
  )
}
