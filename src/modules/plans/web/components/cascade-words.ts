import { useMessages } from '#platform/web/language.tsx'
import type { Cascade, CascadeRow } from '../../shared/cascade.ts'
import { cascadeMessages } from '../../shared/messages-cascade.ts'

/** "8/12 đơn vị đã ban hành · 2 nơi đã quá hạn". */
export function useCascadeWords(): (cascade: Cascade) => string {
  const t = useMessages(cascadeMessages)
  return ({ units, bodies, rows }) => {
    const has = (kind: CascadeRow['kind']) => rows.some((row) => row.kind === kind)
    const [late, without] = [units.late + bodies.late, units.exempt + bodies.exempt]
    return [
      ...(has('unit') ? [t('plans.cascade-units', units)] : []),
      ...(has('body') ? [t('plans.cascade-bodies', bodies)] : []),
      ...(late > 0 ? [t('plans.cascade-late', { count: late })] : []),
      ...(without > 0 ? [t('plans.cascade-exempt', { count: without })] : []),
    ].join(' · ')
  }
}
