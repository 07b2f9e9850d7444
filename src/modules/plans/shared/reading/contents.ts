import type { PlanReading, ReadingPlaces } from '../contract.ts'
import { findAssignments } from './assignments.ts'
import { findDeadlines } from './deadlines.ts'
import type { Entry } from './outline.ts'
import { findObjectives, textsOfTopic } from './parts.ts'
import { findReporting } from './reporting.ts'
import { findTargets } from './targets.ts'
import { findTasks } from './tasks.ts'

export type ContentsFrame = {
  factual: boolean
  letter: boolean
  year: number | undefined
  titleYear: number | undefined
}

type Lists = Pick<
  PlanReading,
  | 'objectives'
  | 'targets'
  | 'targetGroups'
  | 'scope'
  | 'tasks'
  | 'assignments'
  | 'deadlines'
  | 'reporting'
  | 'funding'
>

export type Contents = {
  lists: Lists
  places: Pick<ReadingPlaces, 'targets' | 'tasks' | 'taskBodies' | 'assignments' | 'deadlines'>
}

/** What the outlines of a document and its annexes say. */
export function findContents(roots: readonly Entry[], frame: ContentsFrame): Contents {
  const { factual, letter, year, titleYear } = frame
  const targets = roots.flatMap((root) => findTargets(root, { documentYear: year, titleYear, factual }))
  const tasks = roots.flatMap((root) => findTasks(root, { letter, factual }))
  const assignments = roots.flatMap(findAssignments)
  const deadlines = roots.flatMap(findDeadlines)
  const objectives = roots.map(findObjectives)
  return {
    lists: {
      objectives: {
        general: objectives.find(({ general }) => general !== null)?.general ?? null,
        specific: objectives.flatMap(({ specific }) => specific),
      },
      targets: targets.map(({ target }) => target),
      targetGroups: roots.flatMap((root) => textsOfTopic(root, 'group')),
      scope: roots.flatMap((root) => textsOfTopic(root, 'scope')).join(' ') || null,
      tasks: tasks.map(({ task }) => task),
      assignments: assignments.map(({ assignment }) => assignment),
      deadlines: deadlines.map(({ deadline }) => deadline),
      reporting: roots.flatMap(findReporting),
      funding: roots.flatMap((root) => textsOfTopic(root, 'funding')),
    },
    places: {
      targets: targets.map(({ place }) => place),
      tasks: tasks.map(({ place }) => place),
      taskBodies: tasks.map(({ body }) => body),
      assignments: assignments.map(({ place }) => place),
      deadlines: deadlines.map(({ place }) => place),
    },
  }
}

export const noContents: Contents = findContents([], {
  factual: false,
  letter: false,
  year: undefined,
  titleYear: undefined,
})
