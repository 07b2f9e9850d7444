import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import type { ChildPageAddition } from '#platform/web/slots.tsx'
import { growthMessages } from '../../shared/messages-pages.ts'
import { growthOfChildQuery } from '../requests.ts'
import { MeasureDialog } from './measure-dialog.tsx'

/** In the menu of what can be written about a child: to weigh and measure it. */
export const AddMeasurement: ChildPageAddition['Items'] = ({ childId, show }) => {
  const t = useMessages(growthMessages)
  const { data } = useQuery(growthOfChildQuery(childId))
  return (
    <Menu.Item
      disabled={!data}
      onClick={() => data && show((close) => <MeasureDialog growth={data} onClose={close} />)}
    >
      {t('growth.record')}
    </Menu.Item>
  )
}
