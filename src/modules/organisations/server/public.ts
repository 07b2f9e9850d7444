/** Bodies of the nation and the provinces, made at each start where they are missing. */
export { loadUsualAgencies } from './usual-set.ts'
export {
  listOrganisationRows,
  moveBoards,
  moveFocal,
  moveOrganisations,
  movePosts,
  moveStaff,
} from './queries-moving.ts'
