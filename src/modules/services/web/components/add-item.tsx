import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import type { ChildPageAddition } from '#platform/web/slots.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import { servicesOfChildQuery } from '../requests.ts'
import { RecordDialog } from './record-dialog.tsx'

/** In the menu of what can be written about a child: a service. */
export const AddService: ChildPageAddition['Items'] = ({ childId, show }) => {
  const t = useMessages(servicesMessages)
  const { data } = useQuery(servicesOfChildQuery(childId))
  const recording = { childId, itemCode: undefined, dose: null }
  return (
    <Menu.Item
      disabled={!data}
      onClick={() =>
        data && show((close) => <RecordDialog recording={recording} today={data.today} onClose={close} />)
      }
    >
      {t('services.record-title')}
    </Menu.Item>
  )
}
