/** Bodies of the nation and the provinces, made at each start where they are missing. */
export { loadUsualAgencies } from './usual-set.ts'
export {
  moveBoards,
  moveFocal,
  moveMatters,
  moveOrganisations,
  movePosts,
  moveStaff,
} from './queries-moving.ts'
/** With those of the places above and those that ended: whom does a plan name, and who does its work today. */
export { listOrganisations } from './queries.ts'
/** Later modules name what is late, for matters of responsibility. */
export { type LateWorkSource, lateWorkSources } from './late-work.ts'
