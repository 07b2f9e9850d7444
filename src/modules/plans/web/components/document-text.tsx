import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { ReadingPlaces } from '../../shared/contract.ts'

export type FoundKey = `${'target' | 'task' | 'deadline'}-${number}`
type FoundMark = { key: FoundKey; kind: string; start: number; end: number }

export type DocumentTextProps = {
  label: string
  text: string
  places: ReadingPlaces
  chosen: FoundKey | undefined
  onChoose: (key: FoundKey) => void
}

/** The document with what was found marked in it; the chosen place is brought into sight. */
export function DocumentText({ label, text, places, chosen, onChoose }: DocumentTextProps) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!chosen) return
    frame.current?.querySelector(`[data-found="${chosen}"]`)?.scrollIntoView({ block: 'center' })
  }, [chosen])
  return (
    <div ref={frame} className="plans-text" role="region" aria-label={label} tabIndex={0}>
      {pieces(text, marksOf(places)).map(({ mark, words }, index) =>
        mark ? (
          <Mark key={index} mark={mark} isChosen={mark.key === chosen} onChoose={onChoose}>
            {words}
          </Mark>
        ) : (
          <span key={index}>{words}</span>
        ),
      )}
    </div>
  )
}

type MarkProps = { mark: FoundMark; isChosen: boolean; onChoose: (key: FoundKey) => void; children: string }

/** Runs on with the text, which a real button would not. */
function Mark({ mark, isChosen, onChoose, children }: MarkProps) {
  const choose = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onChoose(mark.key)
  }
  return (
    <span
      role="button"
      tabIndex={0}
      className="plans-mark"
      data-kind={mark.kind}
      data-found={mark.key}
      data-chosen={isChosen || undefined}
      onClick={() => onChoose(mark.key)}
      onKeyDown={choose}
    >
      {children}
    </span>
  )
}

function marksOf({ targets, tasks, deadlines }: ReadingPlaces): FoundMark[] {
  const all: FoundMark[] = [
    ...targets.map((place, index): FoundMark => ({ key: `target-${index}`, kind: 'target', ...place })),
    ...deadlines.map((place, index): FoundMark => ({ key: `deadline-${index}`, kind: 'deadline', ...place })),
    ...tasks.map((place, index): FoundMark => ({ key: `task-${index}`, kind: 'task', ...place })),
  ]
  // Places may lie over each other; the first found keeps its place.
  const kept: FoundMark[] = []
  for (const mark of all)
    if (!kept.some((one) => mark.start < one.end && one.start < mark.end)) kept.push(mark)
  return kept.sort((one, other) => one.start - other.start)
}

function pieces(text: string, marks: readonly FoundMark[]): { mark?: FoundMark; words: string }[] {
  const parts: { mark?: FoundMark; words: string }[] = []
  let at = 0
  for (const mark of marks) {
    if (mark.start > at) parts.push({ words: text.slice(at, mark.start) })
    parts.push({ mark, words: text.slice(mark.start, mark.end) })
    at = mark.end
  }
  parts.push({ words: text.slice(at) })
  return parts
}
