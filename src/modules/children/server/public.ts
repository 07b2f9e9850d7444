export { onChildrenChanged } from './hooks.ts'
export { registerChildren } from './register-children.ts'
export { deleteSampleChildren, hasSampleChildren, listSampleChildren } from './queries-sample.ts'
export { listImports, listOpenImports, moveChildren, moveImports } from './queries-moving.ts'
