export { GrowthOfChild } from './components/growth-of-child.tsx'
