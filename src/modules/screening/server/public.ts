export { loadScreeningTools } from './tools.ts'
