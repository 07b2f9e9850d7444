export { UrgentButton, UrgentWaiting } from './components/urgent-waiting.tsx'
