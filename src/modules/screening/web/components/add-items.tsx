import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import type { ChildPageAddition } from '#platform/web/slots.tsx'
import { screeningsOfChildQuery, toolsQuery } from '../requests.ts'

/** In the menu of what can be written about a child: each form that fits its age. */
export const AddScreenings: ChildPageAddition['Items'] = ({ childId }) => {
  const { language } = useLanguage()
  const go = useGo()
  const { data } = useQuery(screeningsOfChildQuery(childId))
  const { data: tools = [] } = useQuery(toolsQuery)
  return (
    <>
      {(data?.offered ?? []).map(({ tool }) => (
        <Menu.Item key={tool} onClick={() => go(`/children/${childId}/screening/${tool}`)}>
          {tools.find((one) => one.tool === tool)?.name[language] ?? tool}
        </Menu.Item>
      ))}
    </>
  )
}
