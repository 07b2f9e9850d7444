export { onChildrenChanged } from './hooks.ts'
export { registerChildren } from './register-children.ts'
export { deleteSampleChildren, hasSampleChildren, listSampleChildren } from './queries-sample.ts'
