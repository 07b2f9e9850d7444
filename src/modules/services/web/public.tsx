export { ServicesOfChild } from './components/services-of-child.tsx'
