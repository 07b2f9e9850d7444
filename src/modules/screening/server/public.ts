export { loadScreeningTools } from './tools.ts'
export { eraseReasons } from './queries-erase.ts'
export { screeningRecords } from './queries-merging.ts'
export { screeningBookParts } from './book-parts.ts'
