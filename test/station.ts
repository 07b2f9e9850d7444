import { newId } from '#base/id.ts'
import { places } from './people.ts'

/** The health station of Đăk Hà, as a page sends it. */
export const station = (more: object = {}) => ({
  id: newId(),
  areaId: places.dakHa,
  kind: 'health-station',
  name: 'Trạm y tế xã Đăk Hà',
  operator: 'public',
  ...{ validFrom: '2025-07-01', validTo: null, capacity: 12, forUnderThree: false, landM2: 850 },
  ...{ address: 'Thôn 1', contactName: 'Trạm trưởng', phone: '0260 3822 115', note: null },
  ...more,
})
