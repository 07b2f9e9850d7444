export { AddScreenings } from './components/add-items.tsx'
export { ScreeningOfChild } from './components/screening-of-child.tsx'
