export { listDraftsOf, moveDrafts } from './queries-moving.ts'
