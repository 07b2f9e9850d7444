export { OpenDuties } from './components/open-duties.tsx'
export { UrgentButton, UrgentWaiting } from './components/urgent-waiting.tsx'
