export { StaffingHas, StaffingLacks } from './components/unit-lines.tsx'
