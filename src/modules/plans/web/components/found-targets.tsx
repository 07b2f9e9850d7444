import { Button, Stack, Text, Title } from '@mantine/core'
import { useMessages } from '#platform/web/language.tsx'
import type { PlanTarget } from '../../shared/contract.ts'
import type { TargetLink } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'
import { addTarget, changeItem, removeTarget } from './filing-draft.ts'
import type { FoundProps } from './reading-editor.tsx'
import { TargetFields } from './target-fields.tsx'

const replaced = <Item,>(list: readonly Item[], index: number, item: Item) =>
  list.map((one, at) => (at === index ? item : one))

export function FoundTargets({ filing, onChange, chosen, onChoose }: FoundProps) {
  const t = useMessages(plansMessages)
  const { placed, links, seen } = filing
  const { targets } = placed.reading
  const change = (index: number, item: PlanTarget) => onChange(changeItem(filing, 'targets', { index, item }))
  const link = (index: number, next: TargetLink) =>
    onChange({ ...filing, links: replaced(links, index, next), seen: replaced(seen, index, true) })
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('plans.targets', { count: targets.length })}
      </Title>
      {targets.length === 0 ? <Text c="dimmed">{t('plans.targets-none')}</Text> : null}
      {targets.map((target, index) => (
        <TargetFields
          key={index}
          target={target}
          link={links[index] ?? { way: 'open', indicatorCode: null }}
          proposed={links[index]?.way === 'indicator' && seen[index] !== true}
          isChosen={chosen === `target-${index}`}
          onShow={() => onChoose(`target-${index}`)}
          onChange={(next) => change(index, next)}
          onLink={(next) => link(index, next)}
          onRemove={() => onChange(removeTarget(filing, index))}
        />
      ))}
      <Button variant="default" onClick={() => onChange(addTarget(filing))}>
        {t('plans.target-add')}
      </Button>
    </Stack>
  )
}
