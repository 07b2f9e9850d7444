export { GrantNotes } from './components/grant-notes.tsx'
export { OldFiguresOfArea } from './components/old-figures-of-area.tsx'
export { UnitsOfPlan } from './components/units-of-plan.tsx'
