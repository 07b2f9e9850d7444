export { PrivacyOfChildSection } from './components/privacy-of-child.tsx'
