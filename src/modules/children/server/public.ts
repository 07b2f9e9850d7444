export { getChild } from './commands.ts'
export { onChildrenChanged } from './hooks.ts'
export { childFactsOf, findChild } from './queries-children.ts'
export { registerChildren } from './register-children.ts'
