export { WhereWeStand } from './components/where-we-stand.tsx'
