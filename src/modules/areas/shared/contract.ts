import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'

export const AreaKind = z.enum(['nation', 'province', 'district', 'commune', 'village'])
export type AreaKind = z.infer<typeof AreaKind>

/** A place at a time. `fullName` carries the kind and the places above: "Xã Đăk Hà, tỉnh Quảng Ngãi". */
export const Area = z.object({
  id: Id,
  code: z.string(),
  kind: AreaKind,
  name: z.string(),
  fullName: z.string(),
  parentId: Id.nullable(),
  lft: z.number().int(),
  rgt: z.number().int(),
  validFrom: Day,
  validTo: Day.nullable(),
})
export type Area = z.infer<typeof Area>
