export { OpenDuties } from './components/open-duties.tsx'
