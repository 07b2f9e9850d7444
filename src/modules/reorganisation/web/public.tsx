export { GrantNotes } from './components/grant-notes.tsx'
