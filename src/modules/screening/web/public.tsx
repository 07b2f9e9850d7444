export { ScreeningOfChild } from './components/screening-of-child.tsx'
