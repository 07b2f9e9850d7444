/** For breakdowns by area feature (R9): the features of every place of a range on a day. */
export { type FeatureAround, featuresAround } from './features-around.ts'
export { type FeaturesChanged, onFeaturesChanged } from './hooks.ts'
export {
  moveContacts,
  moveDangers,
  moveFacilities,
  moveFacilityImports,
  moveFeatures,
} from './queries-moving.ts'
