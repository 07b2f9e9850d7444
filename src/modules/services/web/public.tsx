export { AddService } from './components/add-item.tsx'
export { ServicesOfChild } from './components/services-of-child.tsx'
