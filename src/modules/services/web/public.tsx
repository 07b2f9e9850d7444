export { AddService } from './components/add-item.tsx'
export { CareOfPregnancySection } from './components/care-of-pregnancy.tsx'
export { RecordedOfChild } from './components/recorded-of-child.tsx'
export { ServicesOfChild } from './components/services-of-child.tsx'
